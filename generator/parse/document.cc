#include "parse/document.h"

#include <algorithm>
#include <utility>

#include "parse/source_lines.h"
#include "parse/yaml.h"
#include "parse/yaml_line.h"
#include "text/utf8.h"

namespace katern::parse {
namespace {

constexpr std::string_view kFence = "---";
/// How far a first `---` may be from the start and still be the front matter that was meant.
constexpr std::size_t kLatestFence = 20;

bool is_fence(std::string_view line) { return trimmed(line) == kFence; }

bool is_blank(std::string_view line) { return trimmed(line).empty(); }

/// What editors and their word processors make of `---`.
bool resembles_fence(std::string_view line) {
  line = trimmed(line);
  for (const std::string_view like : {"--", "----", "-----", "...", "—", "–", "—-", "–-", "***", "+++"}) {
    if (line == like) return true;
  }
  return false;
}

/// Text that no front matter can hold, so that the body must have begun: after a blank line, a heading of two or more
/// signs, or a line from the margin that is neither a field, an item nor a remark.
bool looks_like_body(std::string_view line, bool after_blank) {
  line = trimmed(line);
  if (line.empty() || !after_blank) return false;
  if (line.starts_with("##")) return true;
  if (std::string_view(" \t-#]}\"'").find(line.front()) != line.npos) return false;
  return line.find(": ") == line.npos && !line.ends_with(':');
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view path, Report& report, const MarkdownOptions& options)
      : lines_(text), path_(path), report_(report), options_(options) {}

  std::optional<Document> read() {
    if (!is_fence(lines_.line(0))) return refuse_start();
    std::size_t end = 1;
    while (end < lines_.size() && !is_fence(lines_.line(end))) ++end;
    if (end == lines_.size()) return refuse_end(end);
    const std::size_t first = lines_.start_of(1);
    Report findings;
    auto front_matter = parse_yaml(lines_.text().substr(first, lines_.start_of(end) - first), path_, findings, 2);
    if (!front_matter && find_body(end) < end) return refuse_end(end);
    report_.merge(std::move(findings));
    if (!front_matter) return {};
    if (front_matter->kind != Node::Kind::mapping) return refuse(Code::front_matter_not_fields, 1, lines_.line(1));
    Document document;
    document.path = path_;
    document.front_matter = *std::move(front_matter);
    const std::size_t body = end + 1 < lines_.size() ? lines_.start_of(end + 1) : lines_.text().size();
    document.body =
        parse_markdown(lines_.text().substr(body), path_, report_, static_cast<std::uint32_t>(end) + 2, options_);
    return document;
  }

 private:
  std::optional<Document> refuse(Code code, std::size_t line, std::string_view value, std::string_view mended = {}) {
    const Position at{static_cast<std::uint32_t>(line) + 1, 1};
    const std::string_view shown = text::prefix(trimmed(value), 60);
    report_.add(Diagnostic(code, {std::string(path_), at, static_cast<std::uint32_t>(text::length(shown))})
                    .with("value", shown)
                    .mend(mended));
    return {};
  }

  std::optional<Document> refuse_start() {
    std::size_t first = 0;
    while (first < lines_.size() && is_blank(lines_.line(first))) ++first;
    if (first == lines_.size()) return refuse(Code::document_empty, 0, {});
    if (resembles_fence(lines_.line(first))) {
      return refuse(Code::front_matter_fence_misspelt, first, lines_.line(first), kFence);
    }
    for (std::size_t i = 1; i < std::min(lines_.size(), kLatestFence); ++i) {
      if (is_fence(lines_.line(i))) return refuse(Code::front_matter_not_first, i, lines_.line(first));
    }
    return refuse(Code::front_matter_missing, first, lines_.line(first));
  }

  std::optional<Document> refuse_end(std::size_t end) {
    for (std::size_t i = 1; i < end; ++i) {
      if (resembles_fence(lines_.line(i))) {
        return refuse(Code::front_matter_fence_misspelt, i, lines_.line(i), kFence);
      }
    }
    const std::size_t body = find_body(end);
    if (body < end) {
      const std::string with_fence = std::string(kFence) + '\n' + std::string(lines_.line(body));
      return refuse(Code::front_matter_end_missing, body, lines_.line(body), with_fence);
    }
    return refuse(Code::front_matter_never_ends, 0, lines_.line(0));
  }

  std::size_t find_body(std::size_t end) const {
    for (std::size_t i = 1; i < end; ++i) {
      if (looks_like_body(lines_.line(i), is_blank(lines_.line(i - 1)))) return i;
    }
    return end;
  }

  SourceLines lines_;
  std::string_view path_;
  Report& report_;
  const MarkdownOptions& options_;
};

}  // namespace

std::optional<Document> parse_document(std::string_view bytes, std::string_view path, Report& report,
                                       const MarkdownOptions& options) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const auto bad = text::first_invalid_utf8(bytes)) {
    report.add(Diagnostic(Code::file_not_utf8, {std::string(path), position_at(bytes, *bad), 1}));
    return {};
  }
  return Reader(bytes, path, report, options).read();
}

}  // namespace katern::parse
