#include "parse/yaml_events.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "parse/yaml_line.h"
#include "text/utf8.h"
#include "yaml-cpp/mark.h"

namespace katern::parse {
namespace {

constexpr std::size_t kMostFindings = 20;
constexpr std::size_t kLongestMend = 300;

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

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kCurlyQuotes{{
    {"“", "”"},
    {"„", "”"},
    {"„", "“"},
    {"‘", "’"},
}};

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

bool YamlEvents::leaves_quote_open() const {
  const char first = byte_at(last_scalar_);
  return (first == '"' || first == '\'') && closing_quote(lines_.text().substr(last_scalar_)) == std::string_view::npos;
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

std::string YamlEvents::quoted_from(std::size_t offset) {
  const std::size_t index = lines_.line_at(offset);
  const std::string_view line = lines_.line(index);
  const std::size_t column = offset - lines_.start_of(index);
  const std::string_view value = trimmed(line.substr(std::min(column, line.size())));
  const bool plain = value.find_first_of("[]{}#\"'") == std::string_view::npos && value.size() <= kLongestMend;
  return plain ? std::string(line.substr(0, column)) + in_quotes(value) : std::string();
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

void YamlEvents::check_left_out(const Key& key) {
  if (!lines_.text().substr(key.offset).starts_with(key.text)) return;  // a key in quotes
  const std::string_view line = lines_.line(lines_.line_at(key.offset));
  const std::size_t column = key.offset - lines_.start_of(lines_.line_at(key.offset));
  std::string_view rest = line.substr(std::min(column + key.text.size(), line.size()));
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  if (!rest.starts_with(':')) {
    report_.add(
        Diagnostic(Code::yaml_colon_missing, place(key.offset, text::length(key.text))).with("value", key.text));
    return;
  }
  const std::size_t hash = rest.find_first_not_of(": \t");
  if (hash == std::string_view::npos || hash + 1 >= rest.size() || rest[hash] != '#') return;
  if (rest[hash + 1] == ' ' || rest[hash + 1] == '#') return;
  const std::size_t at = static_cast<std::size_t>(rest.data() - line.data()) + hash;
  const std::string_view value = trimmed(line.substr(at));
  report_.add(Diagnostic(Code::yaml_value_is_comment, place(key.offset - column + at, text::length(value)))
                  .with("value", value)
                  .mend(std::string(line.substr(0, at)) + in_quotes(value)));
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

void YamlEvents::check_quotes(std::string_view value, std::size_t offset) {
  for (const auto& [opening, closing] : kCurlyQuotes) {
    if (!value.starts_with(opening) || !value.ends_with(closing)) continue;
    if (value.size() < opening.size() + closing.size()) continue;
    const std::string_view inner = value.substr(opening.size(), value.size() - opening.size() - closing.size());
    if (inner.find(opening) != std::string_view::npos || inner.find(closing) != std::string_view::npos) return;
    Diagnostic finding = Diagnostic(Code::yaml_curly_quotes, place(offset, text::length(value)))
                             .with("value", value)
                             .with("inner", inner);
    const std::size_t index = lines_.line_at(offset);
    const std::string_view line = lines_.line(index);
    const std::size_t column = offset - lines_.start_of(index);
    if (line.substr(column).starts_with(value)) {
      finding.mended_line =
          std::string(line.substr(0, column)) + in_quotes(inner) + std::string(line.substr(column + value.size()));
    }
    report_.add(std::move(finding));
    return;
  }
}

void YamlEvents::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                          const std::string& value) {
  const std::size_t offset = offset_of(mark);
  count_node(offset);
  refuse_properties(offset, tag, anchor);
  last_scalar_ = offset;
  if (expects_key()) {
    take_key(value, offset);
    return;
  }
  Node node;
  node.text = value;
  node.at = lines_.position(offset);
  node.quoted = std::string_view("\"'|>").find(byte_at(offset)) != std::string_view::npos;
  if (!node.quoted) check_quotes(value, offset);
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

void YamlEvents::refuse_doubled_keys(const Node& mapping) {
  std::vector<std::size_t> order(mapping.members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t index) -> const std::string& { return mapping.members[index].key; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size() && report_.findings().size() < kMostFindings; ++i) {
    if (key(order[i]) != key(order[first])) {
      first = i;
      continue;
    }
    const Node::Member& again = mapping.members[order[i]];
    report_.add(Diagnostic(Code::yaml_key_doubled,
                           {std::string(file_), again.key_at, static_cast<std::uint32_t>(text::length(again.key))})
                    .with("value", again.key)
                    .with("line", static_cast<long long>(mapping.members[order[first]].key_at.line)));
  }
}

}  // namespace katern::parse
