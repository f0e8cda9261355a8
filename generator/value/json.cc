#include "value/json.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "text/escape.h"
#include "text/utf8.h"
#include "value/dict.h"
#include "value/number.h"

namespace katern {
namespace {

using nlohmann::json;

JsonError error_at(std::string_view text, std::size_t offset, std::string message) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  return {line, text::length(before.substr(line_start)) + 1, std::move(message)};
}

/// Where nesting first goes beyond the bound.
std::size_t too_deep_at(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxJsonNesting) return i;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return text.size();
}

/// "[json.exception.parse_error.101] parse error at line 1, column 2: what is wrong" → "what is wrong".
std::string without_prefix(std::string_view what) {
  const std::size_t place = what.find("column ");
  const std::size_t colon = place == std::string_view::npos ? place : what.find(": ", place);
  return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

/// Builds the value while nlohmann's parser goes through the text, which it does without recursion.
class Builder final : public nlohmann::json_sax<json> {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  Result<Value, JsonError> take() && {
    if (error_) return unexpected(std::move(*error_));
    return std::move(root_);
  }

  bool null() override { return put(Value()); }
  bool boolean(bool value) override { return put(Value(value)); }
  bool number_integer(number_integer_t value) override { return put(Value(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMost = static_cast<number_unsigned_t>(INT64_MAX);
    return put(value <= kMost ? Value(static_cast<std::int64_t>(value)) : Value(static_cast<double>(value)));
  }
  bool number_float(number_float_t value, const string_t& /*written*/) override { return put(Value(value)); }
  bool string(string_t& value) override { return put(Value::string(value)); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open({std::make_unique<Dict>(), {}, {}}); }
  bool key(string_t& name) override {
    open_.back().key = name;
    return true;
  }
  bool end_object() override { return close(Value::adopt(open_.back().object.release())); }
  bool start_array(std::size_t /*size*/) override { return open({}); }
  bool end_array() override { return close(Value::list(std::move(open_.back().items))); }

  bool parse_error(std::size_t position, const std::string& /*token*/, const json::exception& error) override {
    error_ = error_at(text_, position == 0 ? 0 : position - 1, without_prefix(error.what()));
    return false;
  }

 private:
  struct Container {
    std::unique_ptr<Dict> object;  ///< null: an array
    std::string key;
    std::vector<Value> items;
  };

  bool open(Container container) {
    if (open_.size() == kMaxJsonNesting) {
      error_ = error_at(text_, too_deep_at(text_), "nested too deep");
      return false;
    }
    open_.push_back(std::move(container));
    return true;
  }
  bool close(Value value) {
    open_.pop_back();
    return put(std::move(value));
  }
  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Container& into = open_.back(); into.object) {
      into.object->set(into.key, std::move(value));
    } else {
      into.items.push_back(std::move(value));
    }
    return true;
  }

  std::string_view text_;
  std::vector<Container> open_;
  Value root_;
  std::optional<JsonError> error_;
};

constexpr std::size_t kMaxJsonBytes = std::size_t{64} << 20;

class Writer {
 public:
  Writer(std::string& out, const JsonStyle& style) : out_(out), start_(out.size()), style_(style) {}

  std::optional<JsonRefusal> write(const Value& value) {
    switch (value.kind()) {
      case ValueKind::none: out_ += "null"; break;
      case ValueKind::undefined: return JsonRefusal::undefined;
      case ValueKind::callable: return JsonRefusal::callable;
      case ValueKind::boolean: out_ += value.as_boolean() ? "true" : "false"; break;
      case ValueKind::integer: append_integer(out_, value.as_integer()); break;
      case ValueKind::number:
        if (!std::isfinite(value.as_number())) return JsonRefusal::not_finite;
        append_number(out_, value.as_number());
        break;
      case ValueKind::string: write_string(value.as_string()); break;
      case ValueKind::date: write_string(iso(value.as_date())); break;
      case ValueKind::datetime: write_string(iso(value.as_datetime())); break;
      case ValueKind::list: return write_list(value.as_list());
      case ValueKind::object: return write_object(value.as_object());
    }
    return std::nullopt;
  }

 private:
  bool may_enter() const { return depth_ < kMaxJsonNesting && out_.size() - start_ < kMaxJsonBytes; }

  std::optional<JsonRefusal> write_list(const List& list) {
    if (!may_enter()) return JsonRefusal::circular;
    open('[');
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      next(i);
      if (const auto refusal = write(list.items[i])) return refusal;
    }
    close(']', list.items.empty());
    return std::nullopt;
  }

  std::optional<JsonRefusal> write_object(const Object& object) {
    if (!may_enter()) return JsonRefusal::circular;
    std::vector<std::size_t> order(object.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (style_.sorted) {
      std::ranges::stable_sort(order, {}, [&](std::size_t i) { return object.key_at(i); });
    }
    open('{');
    for (std::size_t i = 0; i < order.size(); ++i) {
      next(i);
      write_string(object.key_at(order[i]));
      out_ += style_.spaced || style_.indent ? ": " : ":";
      if (const auto refusal = write(object.value_at(order[i]))) return refusal;
    }
    close('}', order.empty());
    return std::nullopt;
  }

  void open(char bracket) {
    out_ += bracket;
    ++depth_;
  }
  void next(std::size_t index) {
    if (index > 0) out_ += style_.spaced && !style_.indent ? ", " : ",";
    break_line();
  }
  void close(char bracket, bool empty) {
    --depth_;
    if (!empty) break_line();
    out_ += bracket;
  }
  void break_line() {
    if (!style_.indent) return;
    out_ += '\n';
    out_.append(depth_ * static_cast<std::size_t>(std::max(*style_.indent, 0)), ' ');
  }

  void write_string(std::string_view text) {
    out_ += '"';
    if (style_.ascii) {
      write_ascii(text);
    } else {
      text::append_json(out_, text, style_.in_html);
    }
    out_ += '"';
  }
  void write_ascii(std::string_view text) {
    const auto beyond = [](char c) { return static_cast<unsigned char>(c) >= 0x7F; };
    for (std::size_t i = 0; i < text.size();) {
      const auto stop = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), beyond);
      const auto end = static_cast<std::size_t>(stop - text.begin());
      text::append_json(out_, text.substr(i, end - i), style_.in_html);
      i = end;
      if (i < text.size()) write_escape(text::next(text, i));
    }
  }
  void write_escape(char32_t c) {
    if (c < 0x10000) {
      write_unit(c);
    } else {
      write_unit(0xD800 + ((c - 0x10000) >> 10));
      write_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  void write_unit(char32_t unit) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    out_ += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out_ += kDigits[(unit >> shift) & 0xF];
  }

  std::string& out_;
  std::size_t start_;
  const JsonStyle& style_;
  std::size_t depth_ = 0;
};

}  // namespace

Result<Value, JsonError> from_json(std::string_view text) {
  Builder builder(text);
  json::sax_parse(text, &builder);
  return std::move(builder).take();
}

std::optional<JsonRefusal> to_json(const Value& value, std::string& out, const JsonStyle& style) {
  return Writer(out, style).write(value);
}

}  // namespace katern
