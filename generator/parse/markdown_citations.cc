#include <optional>
#include <utility>

#include "parse/cmark_citations.h"
#include "parse/markdown_renderer.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::parse {
namespace {

/// How many sources one pair of brackets may hold; keeps hostile text linear.
constexpr std::size_t kMostCites = 100;

/// In bytes; of a longer line nobody sees what is new.
constexpr std::size_t kLongestMended = 200;

bool is_text(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_TEXT; }

bool is_key(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE && is_cited_key(node); }

/// A pair of brackets with keys between: `[zie @a, p. 3; -@b]`. The key is still a node.
struct Group {
  struct Part {
    std::string prefix;
    std::string suffix;
    bool suppress_author = false;
    cmark_node* key = nullptr;
  };
  std::vector<Part> parts;
  std::size_t unseparated = 0;  ///< the first part without a semicolon before it; 0: they all have one
  cmark_node* end = nullptr;    ///< the text node that holds the closing bracket
  std::size_t end_offset = 0;   ///< just behind that bracket
};

/// Puts a group together from the nodes behind its opening bracket; anything but text and keys makes it none.
class GroupReader {
 public:
  std::optional<Group> read(cmark_node* first, std::string_view text_behind_bracket) {
    if (!take_text(first, text_behind_bracket, 0)) return std::nullopt;
    for (cmark_node* node = cmark_node_next(first); node != nullptr; node = cmark_node_next(node)) {
      const cmark_node_type type = cmark_node_get_type(node);
      if (is_key(node)) {
        if (!take_key(node)) return std::nullopt;
      } else if (type == CMARK_NODE_SOFTBREAK) {
        text_ += ' ';
      } else if (!is_text(node) || !take_text(node, literal_of(node), 0)) {
        return std::nullopt;
      }
      if (group_.end != nullptr) return std::move(group_);
    }
    return std::nullopt;
  }

 private:
  bool take_text(cmark_node* node, std::string_view text, std::size_t offset) {
    const std::size_t mark = text.find_first_of("[]");
    if (mark == text.npos) {
      text_ += text;
      return true;
    }
    if (text[mark] == '[' || group_.parts.empty()) return false;
    text_ += text.substr(0, mark);
    group_.parts.back().suffix = std::exchange(text_, {});
    group_.end = node;
    group_.end_offset = offset + mark + 1;
    return group_.parts.back().suffix.find(';') == std::string::npos;
  }

  bool take_key(cmark_node* node) {
    if (group_.parts.size() == kMostCites) return false;
    Group::Part part;
    part.key = node;
    part.prefix = std::exchange(text_, {});
    if (!group_.parts.empty()) {
      const std::size_t semicolon = part.prefix.find(';');
      if (semicolon == std::string::npos && group_.unseparated == 0) group_.unseparated = group_.parts.size();
      group_.parts.back().suffix = part.prefix.substr(0, semicolon);
      part.prefix.erase(0, semicolon == std::string::npos ? semicolon : semicolon + 1);
    }
    if (part.prefix.find(';') != std::string::npos) return false;
    part.suppress_author = part.prefix.ends_with('-');
    if (part.suppress_author) part.prefix.pop_back();
    group_.parts.push_back(std::move(part));
    return true;
  }

  Group group_;
  std::string text_;
};

/// " [p. 12]" behind a key in the sentence; the length of it, and what is between its brackets.
std::optional<std::string_view> locator_at(std::string_view text) {
  if (!text.starts_with(" [")) return std::nullopt;
  const std::size_t end = text.find_first_of("[]", 2);
  if (end == text.npos || text[end] == '[' || end == 2) return std::nullopt;
  return text.substr(2, end - 2);
}

/// What stands between two sources, with a semicolon in it; nothing where that takes someone who knows what is meant.
std::optional<std::string> with_semicolon(std::string between) {
  const std::string words = text::collapse_spaces(between);
  if (words.empty() || words == "en" || words == "and" || words == "&") return "; ";
  const std::size_t comma = between.rfind(',');
  if (comma == std::string::npos) return std::nullopt;
  return between.replace(comma, 1, ";");
}

}  // namespace

bool MarkdownRenderer::skips(cmark_node* node) { return node != resume_at_; }

std::string MarkdownRenderer::typeset(std::string_view text) {
  std::string out = text::collapse_spaces(text);
  while (out.starts_with(',')) out.erase(0, out.find_first_not_of(" ", 1));
  if (!options_.smart_punctuation) return out;
  std::string typographic;
  punctuation_.pass(' ');
  punctuation_.write(out, ' ', nullptr, &typographic);
  return typographic;
}

Position MarkdownRenderer::key_position(cmark_node* node) {
  const CitedKey key = cited_key_of(node);
  cmark_node* block = node;
  while (is_inline(block)) block = cmark_node_parent(block);
  return inline_position(block, key.line, key.column, "@", literal_of(node));
}

void MarkdownRenderer::miss_semicolon(cmark_node* before, cmark_node* key) {
  const Position from = key_position(before);
  const Position to = key_position(key);
  const std::string_view first = literal_of(before);
  const std::string_view second = literal_of(key);
  Diagnostic finding = Diagnostic(Code::citation_without_semicolon, place(to, text::length(second)))
                           .with("before", first)
                           .with("value", second);
  if (from.line != to.line || from.column == 0 || to.column == 0) return add(std::move(finding));
  const std::string_view line = lines_.line(to.line - first_line_);
  const std::size_t start = text::prefix(line, from.column - 1).size() + first.size();
  const std::size_t end = text::prefix(line, to.column - 1).size();
  if (start <= end && line.size() <= kLongestMended) {
    if (const auto between = with_semicolon(std::string(line.substr(start, end - start)))) {
      finding.mended_line = std::string(line.substr(0, start)) + *between + std::string(line.substr(end));
    }
  }
  add(std::move(finding));
}

void MarkdownRenderer::add_citation(Citation citation) {
  const auto index = static_cast<std::uint32_t>(body_.citations.size());
  body_.holes.push_back({html_.size(), Body::Hole::Kind::citation, index});
  body_.citations.push_back(std::move(citation));
  if (plain_ != nullptr) heading_citations_.push_back({plain_->size(), index});
  punctuation_.pass(')');
}

// Text up to a bracket that keys stand in, then the citation; what is behind it comes when the walk gets there.
void MarkdownRenderer::cited_text(cmark_node* node) {
  const std::string_view whole = literal_of(node);
  const std::string_view rest = node == resume_at_ ? whole.substr(resume_from_) : whole;
  resume_at_ = nullptr;
  const std::size_t bracket = rest.rfind('[');
  const bool may_cite = bracket != rest.npos && !link_open_ && image_ == nullptr && cmark_node_next(node) != nullptr &&
                        rest.find(']', bracket) == rest.npos;
  auto group = may_cite ? GroupReader().read(node, rest.substr(bracket + 1)) : std::nullopt;
  if (group && group->unseparated > 0) {
    const auto& parts = group->parts;
    miss_semicolon(parts[group->unseparated - 1].key, parts[group->unseparated].key);
    group.reset();
  }
  if (!group) return text(node, rest);
  if (bracket > 0) text(node, rest.substr(0, bracket));
  Citation citation;
  for (const Group::Part& part : group->parts) {
    const CitedKey key = cited_key_of(part.key);
    citation.cites.push_back({std::string(key.key), typeset(part.prefix), typeset(part.suffix), part.suppress_author,
                              key_position(part.key)});
  }
  add_citation(std::move(citation));
  resume_at_ = group->end;
  resume_from_ = group->end_offset;
}

void MarkdownRenderer::cited_key(cmark_node* node) {
  if (link_open_ || image_ != nullptr) {
    punctuation_.pass('x');
    return running_text(literal_of(node));
  }
  const CitedKey key = cited_key_of(node);
  Citation citation;
  citation.narrative = true;
  citation.cites.push_back({std::string(key.key), {}, {}, false, key_position(node)});
  cmark_node* next = cmark_node_next(node);
  const auto locator = next != nullptr && is_text(next) ? locator_at(literal_of(next)) : std::nullopt;
  if (locator) {
    citation.cites.back().suffix = typeset(*locator);
    resume_at_ = next;
    resume_from_ = locator->size() + 3;
  }
  add_citation(std::move(citation));
}

}  // namespace katern::parse
