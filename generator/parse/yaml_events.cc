#include "parse/yaml_events.h"

#include <algorithm>

#include "parse/yaml_line.h"
#include "text/utf8.h"
#include "yaml-cpp/mark.h"

namespace katern::parse {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

bool is_blank(char c) { return kBlank.find(c) != std::string_view::npos; }

std::size_t offset_of(const YAML::Mark& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

/// yaml-cpp hands out these words as null without their text; a family name may well be Null.
std::string_view null_word(std::string_view text, std::string_view followed_by = " \t\r\n,]}") {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!text.starts_with(word)) continue;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty() || followed_by.find(rest.front()) != std::string_view::npos) return word;
  }
  return {};
}

}  // namespace

char YamlEvents::byte_at(std::size_t offset) const {
  return offset < lines_.text().size() ? lines_.text()[offset] : '\n';
}

Place YamlEvents::place(std::size_t offset, std::size_t length) {
  return {std::string(file_), lines_.position(offset), static_cast<std::uint32_t>(length)};
}

void YamlEvents::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_ == 0) return;
  second_document_ = offset_of(mark);
  throw YamlStopped();
}

bool YamlEvents::expects_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::mapping && !open_.back().key;
}

void YamlEvents::count_node(std::size_t offset) {
  if (++nodes_ <= limits_.nodes) return;
  report_.add(
      Diagnostic(Code::yaml_too_many_values, place(offset)).with("limit", static_cast<long long>(limits_.nodes)));
  throw YamlStopped();
}

void YamlEvents::refuse_properties(std::size_t offset, const std::string& tag, YAML::anchor_t anchor) {
  const std::string_view rest = lines_.text().substr(std::min(offset, lines_.text().size()));
  const std::string_view word = text::prefix(rest.substr(0, rest.find_first_of(" \t\r\n,]}")), 40);
  const auto refuse = [&](Code code) {
    report_.add(Diagnostic(code, place(offset, text::length(word))).with("value", word).mend(quoted_from(offset)));
  };
  if (anchor != 0) refuse(Code::yaml_anchor);
  const bool tagged = (!tag.empty() && tag != "?" && tag != "!") || byte_at(offset) == '!';
  if (tagged) refuse(Code::yaml_tag);
}

void YamlEvents::open(Node::Kind kind, std::size_t offset) {
  count_node(offset);
  if (expects_key()) {
    report_.add(Diagnostic(Code::yaml_key_not_text, place(offset)));
    throw YamlStopped();
  }
  if (open_.size() == limits_.depth) {
    report_.add(Diagnostic(Code::yaml_too_deep, place(offset)).with("limit", static_cast<long long>(limits_.depth)));
    throw YamlStopped();
  }
  Node node;
  node.kind = kind;
  node.at = lines_.position(offset);
  open_.push_back({std::move(node), {}});
}

void YamlEvents::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

void YamlEvents::add(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::sequence) {
    parent.node.items.push_back(std::move(node));
  } else {
    Node::Member member{std::move(parent.key->text), lines_.position(parent.key->offset), std::move(node)};
    parent.node.members.push_back(std::move(member));
    parent.key.reset();
  }
}

void YamlEvents::take_key(std::string text, std::size_t offset) {
  if (text == "<<") report_.add(Diagnostic(Code::yaml_merge_key, place(offset, 2)));
  open_.back().key = Key{std::move(text), offset};
}

Node YamlEvents::missing_value(std::size_t offset) {
  Node node;
  const std::string_view rest = lines_.text().substr(std::min(offset, lines_.text().size()));
  node.text = null_word(rest);
  if (!node.text.empty() || open_.empty()) {
    node.at = lines_.position(offset);
  } else if (open_.back().key) {
    check_left_out(*open_.back().key);
    node.at = lines_.position(open_.back().key->offset);
  } else {
    // yaml-cpp marks the token after the empty item; its dash is the last one before that.
    const std::size_t dash = offset == 0 ? std::string_view::npos : lines_.text().rfind('-', offset - 1);
    node.at = lines_.position(dash == std::string_view::npos ? offset : dash);
  }
  return node;
}

// YAML makes one space of the end of a line with the white space around it.
std::vector<Node> YamlEvents::lines_below(std::string_view value, std::size_t offset) {
  constexpr std::size_t kMost = 100;
  const std::string_view source = lines_.text().substr(std::min(offset, lines_.text().size()));
  std::vector<Node> lines;
  if (source.starts_with(value)) return lines;
  std::size_t line_start = 0;
  const auto end_line = [&](std::size_t end) {
    if (!lines.empty()) lines.back().text = trimmed(value.substr(line_start, end - line_start));
  };
  std::size_t in_value = 0;
  for (std::size_t in_source = 0; in_value < value.size() && in_source < source.size();) {
    if (!is_blank(source[in_source]) || !is_blank(value[in_value])) {
      if (source[in_source++] != value[in_value++]) return {};
      continue;
    }
    const std::size_t end = in_value;
    const std::size_t next = std::min(source.find_first_not_of(kBlank, in_source), source.size());
    in_value = std::min(value.find_first_not_of(kBlank, in_value), value.size());
    const bool new_line = source.substr(in_source, next - in_source).find_first_of("\r\n") != source.npos;
    in_source = next;
    if (!new_line) continue;
    end_line(end);
    if (lines.size() == kMost) return lines;
    line_start = in_value;
    lines.emplace_back().at = lines_.position(offset + in_source);
  }
  end_line(value.size());
  return lines;
}

void YamlEvents::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t offset = offset_of(mark);
  count_node(offset);
  refuse_properties(offset, {}, anchor);
  if (expects_key()) {
    const std::string_view word = null_word(lines_.text().substr(std::min(offset, lines_.text().size())), " \t:,}");
    take_key(std::string(word), offset);
    if (word.empty()) report_.add(Diagnostic(Code::yaml_key_empty, place(offset)));
    return;
  }
  add(missing_value(offset));
}

void YamlEvents::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  report_.add(Diagnostic(Code::yaml_alias, place(offset_of(mark))));
  throw YamlStopped();
}

void YamlEvents::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                          const std::string& value) {
  const std::size_t offset = offset_of(mark);
  count_node(offset);
  refuse_properties(offset, tag, anchor);
  last_scalar_ = offset;
  refuse_control_codes(value, offset);
  if (expects_key()) {
    take_key(value, offset);
    return;
  }
  Node node;
  node.text = value;
  node.at = lines_.position(offset);
  node.quoted = std::string_view("\"'|>").find(byte_at(offset)) != std::string_view::npos;
  if (!node.quoted) {
    node.items = lines_below(value, offset);
    check_quotes(value, offset);
    check_comment(value, offset);
  }
  add(std::move(node));
}

void YamlEvents::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value) {
  refuse_properties(offset_of(mark), tag, anchor);
  open(Node::Kind::sequence, offset_of(mark));
}

void YamlEvents::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                            YAML::EmitterStyle::value) {
  refuse_properties(offset_of(mark), tag, anchor);
  open(Node::Kind::mapping, offset_of(mark));
}

void YamlEvents::OnMapEnd() {
  refuse_doubled_keys(open_.back().node);
  close();
}

}  // namespace katern::parse
