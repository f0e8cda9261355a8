#include "parse/markdown_renderer.h"

#include <algorithm>
#include <utility>

#include "parse/cmark_citations.h"
#include "text/escape.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::parse {
namespace {

/// A body that is wrong all over need not say so all over.
constexpr std::size_t kMostFindings = 100;
/// Searches for what cmark gives no place of; keeps hostile text linear.
constexpr std::size_t kMostSearches = 1'000;

std::string_view heading_tag(int level) {
  constexpr std::string_view kTags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return kTags[std::clamp(level, 1, 6) - 1];
}

bool is_tight(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

bool holds_only_image(cmark_node* paragraph) {
  cmark_node* child = cmark_node_first_child(paragraph);
  return child != nullptr && cmark_node_next(child) == nullptr && cmark_node_get_type(child) == CMARK_NODE_IMAGE;
}

/// The first character that is written after a node, seen through emphasis and links; a space at the end of its block.
char32_t character_after(cmark_node* node) {
  for (;;) {
    cmark_node* next = cmark_node_next(node);
    if (next == nullptr) {
      node = cmark_node_parent(node);
      if (node == nullptr || !is_inline(node)) return ' ';
      continue;
    }
    for (node = next; cmark_node_first_child(node) != nullptr;) node = cmark_node_first_child(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT: {
        const std::string_view text = literal_of(node);
        std::size_t at = 0;
        if (!text.empty()) return text::next(text, at);
        break;
      }
      case CMARK_NODE_CODE: return 'x';
      case CMARK_NODE_HTML_INLINE:
        if (is_cited_key(node)) return 'x';
        break;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
      case CMARK_NODE_FOOTNOTE_REFERENCE: return ' ';
      default: break;
    }
  }
}

/// Whether a link was made from an address in the text, which is then left as it is.
bool is_autolink_text(cmark_node* text_node, std::string_view text) {
  cmark_node* link = cmark_node_parent(text_node);
  if (cmark_node_get_type(link) != CMARK_NODE_LINK) return false;
  std::string_view url = cmark_node_get_url(link);
  for (const std::string_view prefix : {"mailto:", "http://", "xmpp:"}) {
    if (url.starts_with(prefix) && !text.starts_with(prefix)) url.remove_prefix(prefix.size());
  }
  return url == text;
}

}  // namespace

MarkdownRenderer::MarkdownRenderer(std::string_view text, std::string_view file, Report& report,
                                   std::uint32_t first_line, const MarkdownOptions& options)
    : file_(file),
      report_(report),
      options_(options),
      syntax_(cmark_syntax()),
      lines_(text, first_line),
      first_line_(first_line),
      html_(body_.html),
      punctuation_(options.quotes),
      ids_(options.id_prefix, options.reserved_ids) {
  html_.reserve(text.size() + text.size() / 2 + 64);
}

Body MarkdownRenderer::render(cmark_node* root) {
  for (CmarkWalk walk(root); walk.step();) visit(walk.node(), walk.entering());
  close_footnotes();
  // Bodies are kept until the pages are made, by the thousand.
  if (html_.capacity() - html_.size() > html_.size() / 8) html_.shrink_to_fit();
  return std::move(body_);
}

void MarkdownRenderer::visit(cmark_node* node, bool entering) {
  if (resume_at_ != nullptr && skips(node)) return;
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_DOCUMENT: return;
    case CMARK_NODE_TEXT: return text(node);
    case CMARK_NODE_SOFTBREAK: return line_break(false);
    case CMARK_NODE_LINEBREAK: return line_break(true);
    case CMARK_NODE_CODE: return code(node);
    case CMARK_NODE_EMPH: return wrap(entering, "em");
    case CMARK_NODE_STRONG: return wrap(entering, "strong");
    case CMARK_NODE_LINK: return link(node, entering);
    case CMARK_NODE_IMAGE: return image(node, entering);
    case CMARK_NODE_HTML_INLINE: return raw_inline(node);
    case CMARK_NODE_FOOTNOTE_REFERENCE: return entering ? footnote_reference(node) : void();
    case CMARK_NODE_PARAGRAPH: return paragraph(node, entering);
    case CMARK_NODE_HEADING: return heading(node, entering);
    case CMARK_NODE_LIST: return list(node, entering);
    case CMARK_NODE_ITEM: return item(node, entering);
    case CMARK_NODE_CODE_BLOCK: return code_block(node);
    case CMARK_NODE_HTML_BLOCK: return raw_block(node);
    case CMARK_NODE_FOOTNOTE_DEFINITION: return footnote_definition(node, entering);
    case CMARK_NODE_BLOCK_QUOTE:
      start_line();
      html_ += entering ? "<blockquote>\n" : "</blockquote>\n";
      return;
    case CMARK_NODE_THEMATIC_BREAK:
      start_line();
      html_ += "<hr>\n";
      return;
    default: return visit_extension(node, entering, type);
  }
}

void MarkdownRenderer::visit_extension(cmark_node* node, bool entering, int type) {
  if (type == syntax_.strikethrough) return wrap(entering, "del");
  if (type == syntax_.table) return table(node, entering);
  if (type == syntax_.table_row) return table_row(node, entering);
  if (type == syntax_.table_cell) return table_cell(node, entering);
}

void MarkdownRenderer::start_line() {
  if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

void MarkdownRenderer::wrap(bool entering, std::string_view tag) {
  if (image_ != nullptr) return;
  html_ += entering ? "<" : "</";
  html_ += tag;
  html_ += '>';
}

void MarkdownRenderer::running_text(std::string_view text) {
  if (image_ != nullptr) {
    alt_ += text;
    return;
  }
  text::append_html(html_, text);
  if (plain_ != nullptr) *plain_ += text;
}

void MarkdownRenderer::text(cmark_node* node) {
  if (options_.citations) return cited_text(node);
  text(node, literal_of(node));
}

void MarkdownRenderer::text(cmark_node* node, std::string_view text) {
  if (text.find('^') != text.npos) check_footnotes(node, text);
  if (!options_.smart_punctuation) return running_text(text);
  if (is_autolink_text(node, text)) {
    punctuation_.pass('x');
    return running_text(text);
  }
  const char32_t next = Punctuation::needs_next(text) ? character_after(node) : U' ';
  if (image_ != nullptr) return punctuation_.write(text, next, nullptr, &alt_);
  punctuation_.write(text, next, &html_, plain_);
}

void MarkdownRenderer::code(cmark_node* node) {
  punctuation_.pass('x');
  const bool tagged = image_ == nullptr;
  if (tagged) html_ += "<code>";
  running_text(literal_of(node));
  if (tagged) html_ += "</code>";
}

void MarkdownRenderer::line_break(bool hard) {
  punctuation_.pass(' ');
  if (image_ != nullptr) {
    alt_ += ' ';
    return;
  }
  html_ += hard ? "<br>\n" : "\n";
  if (plain_ != nullptr) *plain_ += ' ';
}

void MarkdownRenderer::paragraph(cmark_node* node, bool entering) {
  if (entering) punctuation_.begin_block();
  if (options_.figures && holds_only_image(node)) {
    if (entering) start_line();
    return;
  }
  if (is_tight(node)) return;
  if (entering) {
    start_line();
    html_ += "<p>";
    return;
  }
  cmark_node* parent = cmark_node_parent(node);
  if (cmark_node_get_type(parent) == CMARK_NODE_FOOTNOTE_DEFINITION && cmark_node_next(node) == nullptr) {
    footnote_back_links();
  }
  html_ += "</p>\n";
}

void MarkdownRenderer::heading(cmark_node* node, bool entering) {
  int level = cmark_node_get_heading_level(node);
  if (options_.heading_ids && level == 1) level = 2;
  if (entering) {
    punctuation_.begin_block();
    start_line();
    html_ += '<';
    html_ += heading_tag(level);
    heading_start_ = html_.size();
    heading_holes_ = body_.holes.size();
    html_ += '>';
    heading_text_.clear();
    heading_citations_.clear();
    plain_ = &heading_text_;
    return;
  }
  plain_ = nullptr;
  html_ += "</";
  html_ += heading_tag(level);
  html_ += ">\n";
  if (!options_.heading_ids) return;
  const Position at = block_position(node);
  if (cmark_node_get_heading_level(node) == 1) {
    add(Diagnostic(Code::heading_level_one, place(at)).with("text", text::collapse_spaces(heading_text_)));
  }
  if (heading_text_.empty() && heading_citations_.empty()) return add(Diagnostic(Code::heading_empty, place(at)));
  const bool only_cites = heading_text_.find_first_not_of(' ') == heading_text_.npos;
  std::string id =
      ids_.make(only_cites ? body_.citations[heading_citations_.front().citation].cites.front().key : heading_text_);
  const std::string attribute = " id=\"" + id + '"';
  html_.insert(heading_start_, attribute);
  for (std::size_t i = heading_holes_; i < body_.holes.size(); ++i) body_.holes[i].offset += attribute.size();
  body_.headings.push_back(
      {static_cast<unsigned>(level), std::move(id), std::move(heading_text_), std::move(heading_citations_), at});
  heading_text_ = {};
  heading_citations_ = {};
}

void MarkdownRenderer::list(cmark_node* node, bool entering) {
  const bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
  if (!entering) {
    html_ += bullets ? "</ul>\n" : "</ol>\n";
    return;
  }
  start_line();
  html_ += bullets ? "<ul" : "<ol";
  const int start = cmark_node_get_list_start(node);
  if (!bullets && start != 1) html_ += " start=\"" + std::to_string(start) + '"';
  cmark_node* first = cmark_node_first_child(node);
  if (first != nullptr && cmark_node_get_syntax_extension(first) == syntax_.task_list_extension) {
    html_ += " class=\"contains-task-list\"";
  }
  html_ += ">\n";
}

void MarkdownRenderer::item(cmark_node* node, bool entering) {
  if (!entering) {
    html_ += "</li>\n";
    return;
  }
  start_line();
  if (cmark_node_get_syntax_extension(node) != syntax_.task_list_extension) {
    html_ += "<li>";
    return;
  }
  // cmark-gfm takes an [x] anywhere on the line for a tick, so the first bracket is looked at here.
  const auto index = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1) - 1);
  const std::string_view line = index < lines_.size() ? lines_.line(index) : std::string_view();
  const std::size_t from = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
  const std::size_t bracket = line.find('[', std::min(from, line.size()));
  const bool done = bracket != line.npos && bracket + 1 < line.size() && line[bracket + 1] != ' ';
  html_ += "<li class=\"task-list-item\"><input type=\"checkbox\" disabled";
  if (done) html_ += " checked";
  html_ += " aria-label=\"";
  text::append_html(html_, done ? options_.words.done : options_.words.to_do);
  html_ += "\"> ";
}

Position MarkdownRenderer::block_position(cmark_node* node) {
  const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1) - 1);
  if (line >= lines_.size()) return {};
  const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
  return lines_.position(lines_.start_of(line) + std::min(column, lines_.line(line).size()));
}

Position MarkdownRenderer::inline_position(cmark_node* node, std::string_view first, std::string_view needle) {
  cmark_node* block = node;
  while (is_inline(block)) block = cmark_node_parent(block);
  return inline_position(block, cmark_node_get_start_line(node), cmark_node_get_start_column(node), first, needle);
}

Position MarkdownRenderer::inline_position(cmark_node* block, int start_line, int counted, std::string_view first,
                                           std::string_view needle) {
  if (start_line < 1 || static_cast<std::size_t>(start_line) > lines_.size()) return search(block, needle);
  const auto index = static_cast<std::size_t>(start_line) - 1;
  const std::string_view line = lines_.line(index);
  if (start_line > cmark_node_get_start_line(block)) {
    const std::size_t indent = std::min(line.find_first_not_of(" \t>"), line.size());
    counted += static_cast<int>(indent) - cmark_node_get_start_column(block) + 1;
  }
  auto column = static_cast<std::size_t>(std::max(counted, 1) - 1);
  const bool fits = column < line.size() && first.find(line[column]) != first.npos;
  if (!fits) column = needle.empty() ? line.npos : line.find(needle);
  if (column == line.npos) return {first_line_ + static_cast<std::uint32_t>(index), 0};
  return lines_.position(lines_.start_of(index) + column);
}

Position MarkdownRenderer::search(cmark_node* block, std::string_view needle) {
  const Position start = block_position(block);
  if (start.line == 0 || needle.empty() || ++searches_ > kMostSearches) return {start.line, 0};
  const std::size_t first = start.line - first_line_;
  const auto last = std::min(static_cast<std::size_t>(std::max(cmark_node_get_end_line(block), 1)), lines_.size()) - 1;
  const std::size_t from = std::max(lines_.start_of(first), searched_);
  const std::size_t end = lines_.start_of(last) + lines_.line(last).size();
  const std::size_t found = from < end ? lines_.text().substr(from, end - from).find(needle) : needle.npos;
  if (found == needle.npos) return {start.line, 0};
  searched_ = from + found + needle.size();
  return lines_.position(from + found);
}

Place MarkdownRenderer::place(Position at, std::size_t length) const {
  return {std::string(file_), at, static_cast<std::uint32_t>(length)};
}

void MarkdownRenderer::add(Diagnostic finding) {
  if (++findings_ <= kMostFindings) report_.add(std::move(finding));
}

}  // namespace katern::parse
