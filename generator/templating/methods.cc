#include "templating/methods.h"

#include <string>
#include <utility>
#include <vector>

#include "text/words.h"

namespace katern::templating {
namespace {

constexpr std::size_t kMaxBytes = 64 * 1024 * 1024;

Value key_of(const Value& object, std::size_t index) {
  const std::string_view key = object.as_object().key_at(index);
  return object.owned() ? Value::string(key) : Value::view(key);
}

Value value_of(const Value& object, std::size_t index) {
  const Value& value = object.as_object().value_at(index);
  return object.owned() ? value : value.borrow();
}

std::optional<CallResult> object_method(const Value& object, std::string_view name, std::span<const Value> arguments) {
  if (name == "get" && (arguments.size() == 1 || arguments.size() == 2) && arguments[0].is_string()) {
    Value found = object.get(Name(arguments[0].as_string()));
    if (!found.is_undefined()) return found;
    return arguments.size() == 2 ? arguments[1] : Value();
  }
  if (!arguments.empty() || (name != "items" && name != "keys" && name != "values")) return std::nullopt;
  std::vector<Value> made;
  made.reserve(object.size());
  for (std::size_t i = 0; i < object.size(); ++i) {
    if (name == "keys") {
      made.push_back(key_of(object, i));
    } else if (name == "values") {
      made.push_back(value_of(object, i));
    } else {
      made.push_back(Value::tuple({key_of(object, i), value_of(object, i)}));
    }
  }
  return Value::list(std::move(made));
}

std::string_view stripped(std::string_view text, std::string_view set, bool left, bool right) {
  if (left) text.remove_prefix(std::min(text.find_first_not_of(set), text.size()));
  if (right) text = text.substr(0, text.find_last_not_of(set) + 1);
  return text;
}

Value split(std::string_view text, std::optional<std::string_view> separator) {
  constexpr std::string_view kSpaces = " \t\n\r\f\v";
  std::vector<Value> parts;
  if (separator) {
    for (std::size_t at = text.find(*separator); at != std::string_view::npos; at = text.find(*separator)) {
      parts.push_back(Value::string(text.substr(0, at)));
      text.remove_prefix(at + separator->size());
    }
    parts.push_back(Value::string(text));
    return Value::list(std::move(parts));
  }
  for (text = stripped(text, kSpaces, true, true); !text.empty(); text = stripped(text, kSpaces, true, false)) {
    const std::size_t end = std::min(text.find_first_of(kSpaces), text.size());
    parts.push_back(Value::string(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return Value::list(std::move(parts));
}

CallResult too_large(std::string_view method) {
  return unexpected(CallError{Code::operator_too_large, {{"operator", std::string(method)}}, {}});
}

// As in Python, an empty text is found between all characters; that is of no use here and replaces nothing.
CallResult replaced(std::string_view text, std::string_view old, std::string_view by) {
  std::string made;
  for (std::size_t at = old.empty() ? std::string_view::npos : text.find(old); at != std::string_view::npos;
       at = text.find(old)) {
    made += text.substr(0, at);
    made += by;
    if (made.size() > kMaxBytes) return too_large("replace");
    text.remove_prefix(at + old.size());
  }
  made += text;
  return Value::string(made);
}

CallResult joined_with(std::string_view separator, const Value& list) {
  std::string made;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value part = list.at(i);
    if (!part.is_string()) {
      return unexpected(
          CallError{Code::operator_unfit,
                    {{"operator", "join"}, {"left", "string"}, {"right", std::string(kind_name(part.kind()))}},
                    {}});
    }
    if (i > 0) made += separator;
    made += part.as_string();
    if (made.size() > kMaxBytes) return too_large("join");
  }
  return Value::string(made);
}

std::optional<CallResult> string_method(const Value& object, std::string_view name, std::span<const Value> arguments) {
  const std::string_view text = object.as_string();
  const bool one = arguments.size() == 1 && arguments[0].is_string();
  const std::string_view first = one ? arguments[0].as_string() : std::string_view();
  if (one && name == "startswith") return Value(text.starts_with(first));
  if (one && name == "endswith") return Value(text.ends_with(first));
  if (one && name == "split" && !first.empty()) return split(text, first);
  if (arguments.empty() && name == "split") return split(text, std::nullopt);
  if (one || arguments.empty()) {
    const std::string_view set = one ? first : std::string_view(" \t\n\r\f\v");
    if (name == "strip") return Value::string(stripped(text, set, true, true));
    if (name == "lstrip") return Value::string(stripped(text, set, true, false));
    if (name == "rstrip") return Value::string(stripped(text, set, false, true));
  }
  if (name == "replace" && arguments.size() == 2 && arguments[0].is_string() && arguments[1].is_string()) {
    return replaced(text, arguments[0].as_string(), arguments[1].as_string());
  }
  if (name == "join" && arguments.size() == 1 && arguments[0].is_list()) return joined_with(text, arguments[0]);
  if (!arguments.empty()) return std::nullopt;
  if (name == "upper") return Value::string(text::upper(text));
  if (name == "lower") return Value::string(text::lower(text));
  if (name == "title") return Value::string(text::title_case(text));
  if (name == "capitalize") return Value::string(text::capitalize(text));
  return std::nullopt;
}

}  // namespace

std::optional<CallResult> method(const Value& object, std::string_view name, std::span<const Value> arguments) {
  if (object.is_object()) return object_method(object, name, arguments);
  if (object.is_string()) return string_method(object, name, arguments);
  return std::nullopt;
}

}  // namespace katern::templating
