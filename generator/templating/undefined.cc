#include "templating/undefined.h"

#include <algorithm>

#include "text/words.h"

namespace katern::templating {
namespace {

constexpr char kSeparator = '\0';
constexpr std::size_t kMaxName = 100;  // comparing takes the product of the lengths

std::string_view first_part(std::string_view text) { return text.substr(0, text.find(kSeparator)); }

}  // namespace

LookedFor looked_for(const Value& undefined) {
  const std::string_view text = undefined.undefined_name();
  const std::string_view name = first_part(text);
  if (name.empty()) return {"…", {}};
  return {name, first_part(text.substr(std::min(name.size() + 1, text.size())))};
}

std::string undefined_text(const LookedFor& looked_for, std::string_view origin) {
  std::string text(first_part(looked_for.name));
  text += kSeparator;
  text += first_part(looked_for.nearest);
  text += kSeparator;
  text += origin;
  return text;
}

CallError undefined_error(const Value& undefined) {
  const LookedFor missing = looked_for(undefined);
  return {Code::value_undefined, {{"name", std::string(missing.name)}}, std::string(missing.nearest)};
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
  if (name.size() > kMaxName) return {};
  return text::nearest(name, candidates).value_or("");
}

}  // namespace katern::templating
