#include "templating/builtins/attribute_path.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

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
  if (attribute.is_string()) return {attribute.as_string(), !attribute.owned()};
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

AttributePath::AttributePath(std::string_view path, bool lasting) : lasting_(lasting) { add(path); }

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

Value AttributePath::of(Invocation& call, Value item, const Value* fallback) const {
  for (const Step& step : steps_) {
    if (item.is_undefined()) {
      call.fail_undefined(item);
      return {};
    }
    const Name* name = std::get_if<Name>(&step);
    Value found = name != nullptr ? item.get(*name) : at_index(item, std::get<std::int64_t>(step));
    if (found.is_undefined())
      found = fallback != nullptr ? *fallback : Value::undefined(lasting_ ? found.undefined_name() : "attribute");
    item = std::move(found);
  }
  return item;
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
    paths.emplace_back(all.substr(begin, end - begin), !call.argument(argument).owned());
    begin = end + 1;
  }
  return paths;
}

}  // namespace katern::templating
