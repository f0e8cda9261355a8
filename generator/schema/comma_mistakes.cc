#include "schema/comma_mistakes.h"

#include <utility>

#include "schema/findings.h"
#include "schema/numbers.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "text/utf8.h"

namespace katern::schema {
namespace {

using parse::Node;

bool is_plain(const Node& node) { return node.kind == Node::Kind::scalar && !node.quoted && !node.is_empty(); }

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// With a comma between them, and no space.
bool is_glued(const Node& first, const Node& second) {
  return is_plain(first) && is_plain(second) && first.at.line == second.at.line &&
         second.at.column == first.at.column + text::length(first.text) + 1;
}

bool is_amount(FieldType type) {
  return type == FieldType::number || type == FieldType::integer || type == FieldType::duration ||
         type == FieldType::money;
}

Place place_of_text(std::string_view file, Position at, std::string_view text) {
  return {std::string(file), at, static_cast<std::uint32_t>(text::length(text))};
}

}  // namespace

bool CommaMistakes::is_cut_number(const Field& field, const Node& list) {
  if (!is_amount(field.type) || list.kind != Node::Kind::sequence || list.items.size() != 2) return false;
  const Node& first = list.items[0];
  const Node& second = list.items[1];
  if (!is_glued(first, second) || !is_digits(first.text) || !is_digits(second.text)) return false;
  const std::string whole = first.text + "," + second.text;
  const auto value = read_scalar(field, whole, zone_);
  if (value) return false;
  const std::string written = "[" + whole + "]";
  Diagnostic found = finding(value.error(), field, whole, place_of_text(file_, list.at, written));
  if (!value.error().mended.empty()) found.correction = {written, value.error().mended};
  report_.add(std::move(found));
  return true;
}

void CommaMistakes::in_numbers(const Field& field, const Node& list) {
  if (!field.items || field.items->type != FieldType::number) return;
  // Who never writes a space after a comma means each number by itself.
  std::size_t glued = 0;
  for (std::size_t i = 1; i < list.items.size(); ++i) glued += is_glued(list.items[i - 1], list.items[i]) ? 1 : 0;
  if (glued == 0 || (list.items.size() > 2 && glued + 1 == list.items.size())) return;
  for (std::size_t i = 1; i < list.items.size(); ++i) {
    const Node& first = list.items[i - 1];
    const Node& second = list.items[i];
    if (!is_glued(first, second) || !parse_integer(first.text) || !is_digits(second.text)) continue;
    const std::string whole = first.text + "," + second.text;
    const std::string pointed = first.text + "." + second.text;
    report_.add(Diagnostic(Code::field_comma_in_list, place_of_text(file_, first.at, whole))
                    .with("field", field.name)
                    .with("value", shown(whole))
                    .with("mended", pointed)
                    .correct(whole, pointed));
    ++i;
  }
}

}  // namespace katern::schema
