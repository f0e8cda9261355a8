#include "templating/builtins/attribute_path.h"

#include <algorithm>
#include <charconv>

#include "templating/held.h"
#include "templating/loop.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::templating {
namespace {

Value at_index(const Value& item, std::int64_t index) {
  if (item.is_list()) {
    const auto size = static_cast<std::int64_t>(item.size());
    const std::int64_t position = index < 0 ? index + size : index;
    return position >= 0 && position < size ? item.at(static_cast<std::size_t>(position)) : Value::undefined("index");
  }
  if (item.is_string()) {
    const std::string_view text = item.as_string();
    const auto size = static_cast<std::int64_t>(text::length(text));
    const std::int64_t position = index < 0 ? index + size : index;
    if (position < 0 || position >= size) return Value::undefined("index");
    const std::string_view before = text::prefix(text, static_cast<std::size_t>(position));
    return Value::string(text::prefix(text.substr(before.size()), 1));
  }
  return Value::undefined("index");
}

}  // namespace

AttributePath::AttributePath(Invocation& call, std::size_t argument)
    : AttributePath(from(call, call.argument(argument))) {}

AttributePath AttributePath::from(Invocation& call, const Value& attribute) {
  if (attribute.is_string()) return AttributePath(attribute.as_string());
  AttributePath path;
  if (attribute.is_integer()) {
    path.steps_.emplace_back(attribute.as_integer());
  } else if (attribute.is_undefined()) {
    call.fail_undefined(attribute);
  } else if (!attribute.is_none()) {
    call.fail({Code::call_wrong_argument,
               {{"callee", std::string(call.callee())},
                {"argument", "attribute"},
                {"expected", "a string or an integer"},
                {"actual", std::string(kind_name(attribute.kind()))}},
               {}});
  }
  return path;
}

AttributePath::AttributePath(std::string_view path) { add(path); }

void AttributePath::add(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    std::int64_t index = 0;
    const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    const bool number = !part.empty() && part[0] != '-' && error == std::errc() && stop == part.data() + part.size();
    if (number) {
      steps_.emplace_back(index);
    } else {
      steps_.emplace_back(Name(part));
    }
    begin = end + 1;
  }
}

Value AttributePath::step(const Value& item, const Step& step) {
  const Name* name = std::get_if<Name>(&step);
  return name != nullptr ? item.get(*name) : at_index(item, std::get<std::int64_t>(step));
}

Value AttributePath::of(Invocation& call, Value item, const Value* fallback) const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    Value found = step(item, steps_[i]);
    if (found.is_undefined() && fallback != nullptr) found = *fallback;
    if (found.is_undefined() && i + 1 < steps_.size()) {
      fail(call, item, steps_[i]);
      return {};
    }
    // What the path names may be gone before the value is.
    const Name* name = std::get_if<Name>(&steps_[i]);
    if (name != nullptr && found.is_undefined() && found.undefined_name().data() == name->text.data()) {
      found = call.caller().undefined(name->text, item);
    }
    item = std::move(found);
  }
  return item;
}

Value AttributePath::required_of(Invocation& call, Value item) const {
  for (const Step& each : steps_) {
    Value found = step(item, each);
    if (found.is_undefined()) {
      fail(call, item, each);
      return {};
    }
    item = std::move(found);
  }
  if (item.is_undefined()) call.fail_undefined(item);
  return item;
}

void AttributePath::fail(Invocation& call, const Value& item, const Step& missing) {
  if (item.is_undefined()) return call.fail_undefined(item);
  const Name* name = std::get_if<Name>(&missing);
  std::string wanted = name != nullptr ? std::string(name->text) : std::to_string(std::get<std::int64_t>(missing));
  std::string near = text::nearest(wanted, attribute_names(item)).value_or("");
  call.fail({Code::template_attribute_unknown,
             {{"name", std::move(wanted)}, {"kind", std::string(kind_name(item.kind()))}},
             std::move(near)});
}

std::vector<std::string> attribute_names(const Value& object) {
  std::vector<std::string> names;
  if (object.is_list()) names.assign(object.as_list().names.begin(), object.as_list().names.end());
  if (!object.is_object()) return names;
  if (held<LoopObject>(object) != nullptr) return LoopObject::names();
  for (std::size_t i = 0; i < object.size(); ++i) names.emplace_back(object.as_object().key_at(i));
  return names;
}

std::vector<AttributePath> attribute_paths(Invocation& call, std::size_t argument) {
  std::vector<AttributePath> paths;
  if (!call.argument(argument).is_string()) {
    paths.emplace_back(call, argument);
    return paths;
  }
  const std::string_view all = call.string(argument);
  for (std::size_t begin = 0; begin <= all.size();) {
    const std::size_t end = std::min(all.find(',', begin), all.size());
    paths.emplace_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

}  // namespace katern::templating
