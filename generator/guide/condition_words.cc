#include "guide/condition_words.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "templating/library.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;

const Field* find(std::span<const Field> fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string in_quotes(std::string_view text) { return "‘" + std::string(text) + "’"; }

// The text of a literal such as 'vlog'.
std::optional<std::string_view> unquoted(std::string_view text) {
  if (text.size() < 2 || (text.front() != '\'' && text.front() != '"') || text.back() != text.front()) return {};
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (inner.find_first_of("'\"\\") != std::string_view::npos) return {};
  return inner;
}

// One part of a condition; nothing when it has another form.
std::optional<std::string> part_words(std::string_view part, std::span<const Field> fields, bool dutch) {
  const std::string with = dutch ? "bij " : "with ";
  for (const std::string_view sign : {" == ", " != "}) {
    const std::size_t at = part.find(sign);
    if (at == std::string_view::npos) continue;
    const auto value = unquoted(part.substr(at + sign.size()));
    const std::string_view name = part.substr(0, at);
    if (!value || find(fields, name) == nullptr) return {};
    const std::string words = with + in_quotes(std::string(name) + ": " + std::string(*value));
    return sign == " == " ? words : (dutch ? "niet " : "not ") + words;
  }
  const bool negated = part.starts_with("not ");
  const std::string_view name = negated ? part.substr(4) : part;
  const Field* field = find(fields, name);
  if (field == nullptr) return {};
  if (field->type == FieldType::boolean) return with + in_quotes(field->name + (negated ? ": nee" : ": ja"));
  return (negated ? (dutch ? "zonder " : "without ") : with) + in_quotes(name);
}

std::optional<std::string> all_words(std::string_view condition, std::span<const Field> fields, bool dutch) {
  constexpr std::string_view kAnd = " and ";
  std::string words;
  while (true) {
    const std::size_t end = condition.find(kAnd);
    const auto part = part_words(condition.substr(0, end), fields, dutch);
    if (!part) return {};
    words += *part;
    if (end == std::string_view::npos) return words;
    words += dutch ? " en " : " and ";
    condition.remove_prefix(end + kAnd.size());
  }
}

// The message as it is before anything was filled in.
std::optional<std::string> message_of(const schema::Rule& rule, std::span<const Field> fields, bool dutch) {
  const auto& message = !dutch && rule.message_en ? rule.message_en : rule.message;
  if (!message) return {};
  Dict values;
  for (const Field& field : fields) values.set(field.name, Value::string("…"));
  templating::Scope scope;
  scope.layers.push_back(Value::lend(values));
  Report unused;
  return message->render(scope, {}, unused);
}

}  // namespace

std::string condition_words(const schema::Rule& rule, std::span<const Field> fields, Language language) {
  const bool dutch = language == Language::dutch;
  const bool must = rule.severity == Severity::error;
  const std::string condition = text::collapse_spaces(rule.expression.text());
  if (const auto words = all_words(condition, fields, dutch)) {
    return (dutch ? (must ? "Nodig " : "Gewenst ") : (must ? "Needed " : "Wanted ")) + *words;
  }
  const std::string sometimes =
      dutch ? (must ? "Soms nodig" : "Soms gewenst") : (must ? "May be needed" : "May be wanted");
  const auto message = message_of(rule, fields, dutch);
  return sometimes + " (" + text::collapse_spaces(message.value_or(condition)) + ")";
}

}  // namespace katern::guide
