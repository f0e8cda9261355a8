#include "templating/printing.h"

#include <algorithm>
#include <typeinfo>
#include <utility>
#include <vector>

#include "templating/loop.h"
#include "templating/undefined.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "value/number.h"

namespace katern::templating {
namespace {

constexpr std::size_t kMaxNesting = 64;

void append_hex(std::string& out, char32_t code_point, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += kDigits[(code_point >> shift) & 0xF];
}

void append_unprintable(std::string& out, char32_t c) {
  if (c < 0x100) {
    out += "\\x";
    append_hex(out, c, 2);
  } else if (c < 0x10000) {
    out += "\\u";
    append_hex(out, c, 4);
  } else {
    out += "\\U";
    append_hex(out, c, 8);
  }
}

void append_quoted(std::string& out, std::string_view text) {
  const bool double_quotes = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
  const char quote = double_quotes ? '"' : '\'';
  out += quote;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = text::next(text, i);
    switch (c) {
      case U'\n': out += "\\n"; break;
      case U'\r': out += "\\r"; break;
      case U'\t': out += "\\t"; break;
      case U'\\': out += "\\\\"; break;
      default:
        if (c == static_cast<char32_t>(quote)) {
          out += '\\';
          out += quote;
        } else if (text::is_printable(c)) {
          out += text.substr(start, i - start);
        } else {
          append_unprintable(out, c);
        }
    }
  }
  out += quote;
}

/// What is no text, with what was probably meant.
CallError not_text(std::string_view kind, std::string meant) {
  return {Code::call_wrong_subject,
          {{"callee", "{{ }}"}, {"expected", "what can be written as text"}, {"actual", std::string(kind)}},
          std::move(meant)};
}

/// Writes lists and objects, which may refer to each other in circles: entries do.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out), start_(out.size()) {}

  void print(const Value& value) {
    switch (value.kind()) {
      case ValueKind::string:
        if (value.is_markup()) out_ += "Markup(";
        append_quoted(out_, value.as_string());
        if (value.is_markup()) out_ += ')';
        break;
      case ValueKind::undefined:
        out_ += "Undefined";
        fail(undefined_error(value));
        break;
      case ValueKind::list: print_list(value.as_list()); break;
      case ValueKind::object: print_object(value.as_object()); break;
      default:
        if (auto error = append_text(out_, value)) fail(*std::move(error));
    }
  }
  /// The first mistake.
  std::optional<CallError> error() && { return std::move(error_); }

 private:
  bool enter(const void* container) {
    if (std::ranges::find(path_, container) != path_.end() || path_.size() == kMaxNesting || stops()) return false;
    path_.push_back(container);
    return true;
  }
  bool stops() {
    if (out_.size() - start_ > kMaxPrinted) {
      fail({Code::template_too_long, {{"limit", std::to_string(kMaxPrinted)}}, {}});
    }
    return error_.has_value();
  }
  void fail(CallError error) {
    if (!error_) error_ = std::move(error);
  }

  void print_list(const List& list) {
    if (!enter(&list)) {
      out_ += list.tuple ? "(...)" : "[...]";
      return;
    }
    out_ += list.tuple ? '(' : '[';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (i > 0) out_ += ", ";
      if (stops()) break;
      print(list.items[i]);
    }
    if (list.tuple && list.items.size() == 1) out_ += ',';
    out_ += list.tuple ? ')' : ']';
    path_.pop_back();
  }

  void print_object(const Object& object) {
    if (typeid(object) == typeid(LoopObject)) return fail(not_text("object", "loop.index"));
    if (!enter(&object)) {
      out_ += "{...}";
      return;
    }
    out_ += '{';
    for (std::size_t i = 0; i < object.size(); ++i) {
      if (i > 0) out_ += ", ";
      if (stops()) break;
      append_quoted(out_, object.key_at(i));
      out_ += ": ";
      print(object.value_at(i));
    }
    out_ += '}';
    path_.pop_back();
  }

  std::string& out_;
  std::size_t start_;
  std::optional<CallError> error_;
  std::vector<const void*> path_;
};

}  // namespace

std::optional<CallError> append_text(std::string& out, const Value& value) {
  switch (value.kind()) {
    case ValueKind::none: out += "None"; break;
    case ValueKind::undefined: break;
    case ValueKind::boolean: out += value.as_boolean() ? "True" : "False"; break;
    case ValueKind::integer: append_integer(out, value.as_integer()); break;
    case ValueKind::number: append_number(out, value.as_number()); break;
    case ValueKind::string: out += value.as_string(); break;
    case ValueKind::date: out += iso(value.as_date()); break;
    case ValueKind::datetime: out += iso(value.as_datetime()); break;
    case ValueKind::list:
    case ValueKind::object: return append_repr(out, value);
    case ValueKind::callable: return not_text("function", std::string(value.as_callable().name()) + "(…)");
  }
  return std::nullopt;
}

std::optional<CallError> append_repr(std::string& out, const Value& value) {
  Printer printer(out);
  printer.print(value);
  return std::move(printer).error();
}

}  // namespace katern::templating
