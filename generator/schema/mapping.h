#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"

namespace katern::schema {

/// A mapping of a file that sets something up, as it is read. Each key that is asked for is a known one; finish()
/// makes a finding of every other. A value that is not what was asked for is a finding too, and counts as left out.
/// The node, the file's name and the report must outlive it.
class Mapping {
 public:
  /// A node that is no mapping is a finding, and read as one without keys.
  Mapping(const parse::Node& node, std::string_view file, Report& report);

  /// Null when the key is left out or has no value.
  const parse::Node* take(std::string_view key);
  /// As take(), but what is left out is a finding; `example` shows how the line could be.
  const parse::Node* require(std::string_view key, std::string_view example);

  std::optional<std::string> text(std::string_view key);
  std::string text_or(std::string_view key, std::string_view fallback);
  bool flag(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<std::size_t> count(std::string_view key);
  /// One text, or a list of texts.
  std::vector<const parse::Node*> texts(std::string_view key);
  /// The items of a list.
  std::span<const parse::Node> items(std::string_view key);

  /// The finding that a value is none of the choices.
  void refuse_choice(std::string_view key, const parse::Node& value, std::span<const std::string_view> choices);

  void finish();

  Place place() const;
  Report& report() { return report_; }
  std::string_view file() const { return file_; }

 private:
  std::optional<std::string> scalar(std::string_view key, const parse::Node* node);

  const parse::Node& node_;
  std::string_view file_;
  Report& report_;
  std::vector<std::string> known_;
};

}  // namespace katern::schema
