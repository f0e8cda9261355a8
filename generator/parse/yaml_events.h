#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "parse/source_lines.h"
#include "parse/yaml.h"
#include "yaml-cpp/eventhandler.h"

namespace katern::parse {

/// Ends yaml-cpp's run when a cap is reached or a second document begins. Never leaves parse/.
struct YamlStopped : std::exception {};

/// Builds a Node from yaml-cpp's events, and refuses what plain content has no need of. Whatever yaml-cpp nests is
/// bounded here, by throwing out of the event, before the call stack can grow.
class YamlEvents final : public YAML::EventHandler {
 public:
  YamlEvents(SourceLines& lines, std::string_view file, Report& report, const YamlLimits& limits)
      : lines_(lines), file_(file), report_(report), limits_(limits) {}

  /// After the last event. Nothing when the text held no document.
  std::optional<Node> take() { return std::move(root_); }
  /// The offset of a second document, when that is what stopped the run.
  std::optional<std::size_t> second_document() const { return second_document_; }
  /// Whether the last value begins with a quote that is never closed; yaml-cpp takes the end of a line at the end of
  /// the text for a closing quote.
  bool leaves_quote_open() const;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override { ++documents_; }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  struct Key {
    std::string text;
    std::size_t offset = 0;
  };
  /// A sequence or mapping that is still open.
  struct Open {
    Node node;
    std::optional<Key> key;  ///< of a mapping: read, its value not yet
  };

  bool expects_key() const;
  void open(Node::Kind kind, std::size_t offset);
  void close();
  void add(Node node);
  void take_key(std::string text, std::size_t offset);
  void count_node(std::size_t offset);
  void refuse_properties(std::size_t offset, const std::string& tag, YAML::anchor_t anchor);
  /// The line with quotes around what stands from there on; empty where that would not be it.
  std::string quoted_from(std::size_t offset);
  void refuse_doubled_keys(const Node& mapping);
  std::vector<Node> lines_below(std::string_view value, std::size_t offset);
  Node missing_value(std::size_t offset);
  void check_left_out(const Key& key);
  void refuse_comma(std::string_view line, std::size_t start_of_line, std::string_view value);
  void check_quotes(std::string_view value, std::size_t offset);
  void check_comment(std::string_view value, std::size_t offset);
  void refuse_control_codes(std::string_view value, std::size_t offset);
  char byte_at(std::size_t offset) const;
  Place place(std::size_t offset, std::size_t length = 0);

  SourceLines& lines_;
  std::string_view file_;
  Report& report_;
  const YamlLimits& limits_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::optional<std::size_t> second_document_;
  std::size_t last_scalar_ = 0;  ///< its offset
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace katern::parse
