#include "templating/methods.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "templating/builtins/invocation.h"
#include "templating/builtins/trimmed.h"

namespace katern::templating {
namespace {

// Of objects

Value key_of(const Value& object, std::size_t index) {
  const std::string_view key = object.as_object().key_at(index);
  return object.owned() ? Value::string(key) : Value::view(key);
}

Value value_of(const Value& object, std::size_t index) {
  const Value& value = object.as_object().value_at(index);
  return object.owned() ? value : value.borrow();
}

template <class Part>
Value all_of(Invocation& call, Part part) {
  const Value& object = call.subject();
  call.spend_items(object.size());
  std::vector<Value> made;
  made.reserve(object.size());
  for (std::size_t i = 0; i < object.size(); ++i) made.push_back(part(object, i));
  return Value::list(std::move(made));
}

Value pair_of(const Value& object, std::size_t index) {
  return Value::tuple({key_of(object, index), value_of(object, index)});
}

Value get(Invocation& call) {
  if (!call.argument(0).is_string()) return call.argument(1);
  Value found = call.subject().get(Name(call.argument(0).as_string()));
  return found.is_undefined() ? call.argument(1) : found;
}

// Of strings

/// What the filter of that name does.
Value as_filter(Invocation& call) {
  std::vector<Value> arguments;
  for (std::size_t i = 0; i < call.count(); ++i) arguments.push_back(call.argument(i));
  return call.take(call.caller().filter(call.callee(), {call.subject(), arguments, {}}));
}

template <Ends kEnds>
Value strip(Invocation& call) {
  const bool own_set = call.given(0);
  const auto set = own_set ? std::optional(call.string(0)) : std::nullopt;
  const std::string_view rest = trimmed(call.text(), set, kEnds);
  return own_set ? Value::string(rest) : call.like_subject(rest);
}

/// Whether the text has the first argument, or one of a tuple of them, where `has` looks.
template <class Has>
Value has_one(Invocation& call, Has has) {
  const Value& wanted = call.argument(0);
  const bool tuple = wanted.is_list() && wanted.as_list().tuple;
  const std::vector<Value> all = tuple ? call.items_of(wanted) : std::vector<Value>{wanted};
  for (const Value& one : all) {
    if (!one.is_string()) call.wrong_argument(0, "a string or a tuple of strings");
    if (call.failed()) return {};
  }
  const std::string_view text = call.text();
  return Value(std::any_of(all.begin(), all.end(), [&](const Value& one) { return has(text, one.as_string()); }));
}

bool begins(std::string_view text, std::string_view wanted) { return text.starts_with(wanted); }
bool ends(std::string_view text, std::string_view wanted) { return text.ends_with(wanted); }

std::vector<Value> split_at(std::string_view text, std::string_view separator, std::size_t most) {
  std::vector<Value> parts;
  for (; most > 0; --most) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) break;
    parts.push_back(Value::string(text.substr(0, at)));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(Value::string(text));
  return parts;
}

// At white space, however much there is; the rest, which is not split any more, keeps what it ends in.
std::vector<Value> split_at_spaces(std::string_view text, std::size_t most) {
  std::vector<Value> parts;
  while (true) {
    text.remove_prefix(spaces_at_begin(text));
    if (text.empty()) return parts;
    if (most-- == 0) break;
    std::size_t end = 0;
    while (end < text.size() && spaces_at_begin(text.substr(end)) == 0) {
      do ++end;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    }
    parts.push_back(Value::string(text.substr(0, end)));
    text.remove_prefix(end);
  }
  parts.push_back(Value::string(text));
  return parts;
}

Value split(Invocation& call) {
  const std::int64_t limit = call.integer(1);
  const std::size_t most = limit < 0 ? SIZE_MAX : static_cast<std::size_t>(limit);
  const std::string_view text = call.text();
  call.spend_items(text.size() / 8);
  const bool at_spaces = call.argument(0).is_none();
  const std::string_view separator = at_spaces ? " " : call.string(0);
  if (separator.empty()) call.bad_value(0, "it must not be empty");
  if (call.failed()) return {};
  return Value::list(at_spaces ? split_at_spaces(text, most) : split_at(text, separator, most));
}

Value join(Invocation& call) {
  std::string made;
  bool first = true;
  for (const Value& part : call.items_of(call.argument(0))) {
    if (!part.is_string()) call.wrong_argument(0, "a list of strings");
    if (call.failed() || !call.within(made.size(), kMaxText)) return {};
    if (!std::exchange(first, false)) made += call.text();
    made += part.as_string();
  }
  return Value::string(made);
}

std::vector<Builtin> of_objects() {
  std::vector<Builtin> all;
  all.push_back(define({"get", {required("key"), optional("default")}, ""}, get));
  all.push_back(define({"items", {}, ""}, [](Invocation& call) { return all_of(call, pair_of); }));
  all.push_back(define({"keys", {}, ""}, [](Invocation& call) { return all_of(call, key_of); }));
  all.push_back(define({"values", {}, ""}, [](Invocation& call) { return all_of(call, value_of); }));
  return all;
}

std::vector<Builtin> of_strings() {
  std::vector<Builtin> all;
  for (const std::string_view name : {"capitalize", "lower", "title", "upper"}) {
    all.push_back(define({name, {}, ""}, as_filter));
  }
  all.push_back(define({"replace", {required("old"), required("new"), optional("count")}, ""}, as_filter));
  all.push_back(define({"strip", {optional("chars")}, ""}, strip<Ends::both>));
  all.push_back(define({"lstrip", {optional("chars")}, ""}, strip<Ends::left>));
  all.push_back(define({"rstrip", {optional("chars")}, ""}, strip<Ends::right>));
  all.push_back(
      define({"startswith", {required("prefix")}, ""}, [](Invocation& call) { return has_one(call, begins); }));
  all.push_back(define({"endswith", {required("suffix")}, ""}, [](Invocation& call) { return has_one(call, ends); }));
  all.push_back(define({"split", {optional("sep"), optional("maxsplit", -1)}, ""}, split));
  all.push_back(define({"join", {required("iterable")}, ""}, join));
  return all;
}

const std::vector<Builtin>& methods(const Value& object) {
  static const std::vector<Builtin> kOfObjects = of_objects();
  static const std::vector<Builtin> kOfStrings = of_strings();
  static const std::vector<Builtin> kNone;
  return object.is_object() ? kOfObjects : object.is_string() ? kOfStrings : kNone;
}

}  // namespace

const Builtin* method_of(const Value& object, std::string_view name) {
  const std::vector<Builtin>& known = methods(object);
  const auto found = std::find_if(known.begin(), known.end(), [&](const Builtin& one) { return one.name == name; });
  return found == known.end() ? nullptr : &*found;
}

std::vector<std::string> method_names(const Value& object) {
  std::vector<std::string> names;
  for (const Builtin& one : methods(object)) names.emplace_back(one.name);
  return names;
}

}  // namespace katern::templating
