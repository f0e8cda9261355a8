#include "parse/markdown_caps.h"

#include <algorithm>
#include <array>
#include <string>

namespace katern::parse {
namespace {

constexpr std::size_t kMostBytes = 512 * 1024;
constexpr std::size_t kMostDepth = 50;    ///< of quotes and lists in each other
constexpr std::size_t kMostIndent = 200;  ///< columns before a list item
constexpr std::size_t kMostParagraph = 64 * 1024;
constexpr std::size_t kMostBrackets = 2'000;  ///< in a paragraph
constexpr std::size_t kMostMarkers = 30;      ///< lines like |---|---| in a paragraph
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostCells = 50'000;                ///< in all tables
constexpr std::size_t kMostMails = 5'000;                 ///< @ signs
constexpr std::size_t kMostExpansion = 32 * 1024 * 1024;  ///< bytes that reference definitions may grow into

/// What a line is to the caps: how deep it begins, and how many of the characters it has that cost.
struct Line {
  std::size_t depth = 0;
  std::size_t indent = 0;
  std::size_t brackets = 0;
  std::size_t bars = 0;
  std::size_t mails = 0;
  bool blank = true;
  bool marker = false;      ///< may be the line below a table's header
  bool definition = false;  ///< may define a reference
};

bool is_list_marker(std::string_view line, std::size_t& at) {
  std::size_t end = at;
  if (line[end] == '-' || line[end] == '*' || line[end] == '+') {
    ++end;
  } else {
    while (end < line.size() && line[end] >= '0' && line[end] <= '9' && end - at < 10) ++end;
    if (end == at || end == line.size() || (line[end] != '.' && line[end] != ')')) return false;
    ++end;
  }
  if (end < line.size() && line[end] != ' ' && line[end] != '\t') return false;
  at = end;
  return true;
}

void read_prefix(std::string_view line, Line& read) {
  std::size_t indent = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t') {
      indent += line[at] == '\t' ? 4U : 1U;
      ++at;
    } else if (line[at] == '>') {
      ++read.depth;
      ++at;
    } else if (is_list_marker(line, at)) {
      ++read.depth;
      read.indent = std::max(read.indent, indent);
    } else {
      return;
    }
  }
}

Line read_line(std::string_view line) {
  Line read;
  read_prefix(line, read);
  bool only_marks = true;
  bool dash = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    switch (c) {
      case ' ':
      case '\t':
      case '\r':
      case '\v':
      case '\f': continue;
      case '>':
      case ':': break;
      case '-': dash = true; break;
      case '|': ++read.bars; break;
      case '[': ++read.brackets; [[fallthrough]];
      case '@': read.mails += c == '@' ? 1U : 0U; [[fallthrough]];
      default: only_marks = false;
    }
    if (c == ':' && i > 0 && line[i - 1] == ']') read.definition = true;
    read.blank = false;
  }
  read.marker = only_marks && dash;
  return read;
}

/// Counts over the lines without a blank one between them: a paragraph or table at most, often more.
struct Block {
  std::size_t first_line = 0;
  std::size_t lines = 0;
  std::size_t bytes = 0;
  std::size_t brackets = 0;
  std::size_t markers = 0;
  std::size_t columns = 0;
  bool definitions = false;
};

class Caps {
 public:
  Caps(std::string_view file, std::uint32_t first_line) : file_(file), first_line_(first_line) {}

  std::optional<Diagnostic> check(std::string_view text) {
    if (text.size() > kMostBytes) return excess(Code::markdown_too_large, 0, kMostBytes / 1024);
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      if (auto found = add(text.substr(at, end - at), number)) return found;
      at = end + 1;
    }
    end_block();
    if (longest_definitions_ * brackets_ > kMostExpansion) return excess(Code::markdown_references, 0, 0);
    return {};
  }

 private:
  std::optional<Diagnostic> add(std::string_view text, std::size_t number) {
    const Line line = read_line(text);
    if (line.blank) {
      end_block();
      block_.first_line = number + 1;
      return {};
    }
    brackets_ += line.brackets;
    mails_ += line.mails;
    ++block_.lines;
    block_.bytes += text.size() + 1;
    block_.brackets += line.brackets;
    block_.definitions = block_.definitions || line.definition;
    if (line.marker) {
      ++block_.markers;
      block_.columns = std::max(block_.columns, line.bars + 1);
    }
    if (line.depth > kMostDepth || line.indent > kMostIndent)
      return excess(Code::markdown_too_deep, number, kMostDepth);
    if (block_.bytes > kMostParagraph) {
      return excess(Code::markdown_paragraph_too_long, block_.first_line, kMostParagraph / 1024);
    }
    if (block_.brackets > kMostBrackets) {
      return excess(Code::markdown_too_many_brackets, block_.first_line, kMostBrackets);
    }
    if (block_.markers > kMostMarkers) return excess(Code::markdown_too_many_rules, number, kMostMarkers);
    if (block_.columns > kMostColumns || cells_ + block_.columns * block_.lines > kMostCells) {
      return excess(Code::markdown_table_too_large, block_.first_line, kMostCells);
    }
    if (mails_ > kMostMails) return excess(Code::markdown_too_many_mails, number, kMostMails);
    return {};
  }

  void end_block() {
    cells_ += block_.columns * block_.lines;
    if (block_.definitions) longest_definitions_ = std::max(longest_definitions_, block_.bytes);
    block_ = {};
  }

  Diagnostic excess(Code code, std::size_t line, std::size_t limit) const {
    const Position at{first_line_ + static_cast<std::uint32_t>(line), 0};
    return Diagnostic(code, {std::string(file_), at, 0}).with("limit", static_cast<long long>(limit));
  }

  std::string_view file_;
  std::uint32_t first_line_;
  Block block_;
  std::size_t brackets_ = 0;
  std::size_t mails_ = 0;
  std::size_t cells_ = 0;
  std::size_t longest_definitions_ = 0;
};

}  // namespace

std::optional<Diagnostic> find_excess(std::string_view text, std::string_view file, std::uint32_t first_line) {
  return Caps(file, first_line).check(text);
}

}  // namespace katern::parse
