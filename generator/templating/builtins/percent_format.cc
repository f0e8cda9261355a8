#include "templating/builtins/percent_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "templating/builtins/invocation.h"
#include "templating/escaping.h"
#include "templating/html_context.h"
#include "templating/printing.h"
#include "templating/undefined.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

constexpr std::size_t kMaxWidth = 10'000;
constexpr std::size_t kMaxPrecision = 1'000;

struct Spec {
  bool left = false;
  bool zero = false;
  bool sign = false;
  bool blank = false;
  bool alternate = false;
  std::size_t width = 0;
  std::optional<std::size_t> precision;
  char conversion = 0;
};

CallError wrong(std::string_view format, std::string_view expected) {
  return {Code::call_bad_value,
          {{"callee", "format"},
           {"argument", "value"},
           {"value", std::string(format)},
           {"expected", std::string(expected)}},
          {}};
}

class Formatter {
 public:
  Formatter(const Value& format, std::span<const Value> positional, std::span<const std::pair<Name, Value>> named,
            bool none_as_empty)
      : format_(format.as_string()),
        html_(format.is_markup()),
        positional_(positional),
        named_(named),
        none_as_empty_(none_as_empty) {}

  CallResult run() {
    while (at_ < format_.size() && !error_) {
      const std::size_t percent = std::min(format_.find('%', at_), format_.size());
      out_ += format_.substr(at_, percent - at_);
      place_.advance(format_.substr(at_, percent - at_));
      at_ = percent;
      if (at_ < format_.size()) directive();
      if (out_.size() > kMaxText) fail("it would make too much");
    }
    if (!error_ && named_.empty() && used_ < positional_.size()) fail("not all arguments are used");
    if (error_) return unexpected(std::move(*error_));
    return html_ ? Value::markup(out_) : Value::string(out_);
  }

 private:
  void fail(std::string_view expected) {
    if (!error_) error_ = wrong(format_, expected);
  }

  void directive() {
    ++at_;
    const Value* by_name = take(U'(') ? named_argument() : nullptr;
    Spec spec;
    flags(spec);
    spec.width = size(kMaxWidth, &spec);
    if (take('.')) spec.precision = size(kMaxPrecision, nullptr);
    while (at_ < format_.size() && std::string_view("hlL").find(format_[at_]) != std::string_view::npos) ++at_;
    if (at_ == format_.size()) {
      fail("it ends in the middle of a % directive");
      return;
    }
    spec.conversion = format_[at_++];
    if (error_) return;
    if (spec.conversion == '%') {
      out_ += '%';
      place_.advance("%");
      return;
    }
    if (html_ && !place_.is_text()) {
      error_ = CallError{Code::template_include_place, {{"first", place_.described()}}, {}};
      return;
    }
    const Value* value = by_name != nullptr ? by_name : next();
    if (value != nullptr) convert(spec, *value);
  }

  bool take(char32_t c) {
    if (at_ == format_.size() || static_cast<char32_t>(format_[at_]) != c) return false;
    ++at_;
    return true;
  }

  const Value* named_argument() {
    const std::size_t close = format_.find(')', at_);
    if (close == std::string_view::npos) {
      fail("a name in it has no closing parenthesis");
      return nullptr;
    }
    const std::string_view name = format_.substr(at_, close - at_);
    at_ = close + 1;
    const auto found = std::ranges::find(named_, name, [](const auto& argument) { return argument.first.text; });
    if (found != named_.end()) return &found->second;
    fail("there is no argument ‘" + std::string(name) + "’");
    return nullptr;
  }

  void flags(Spec& spec) {
    for (; at_ < format_.size(); ++at_) {
      switch (format_[at_]) {
        case '-': spec.left = true; break;
        case '0': spec.zero = true; break;
        case '+': spec.sign = true; break;
        case ' ': spec.blank = true; break;
        case '#': spec.alternate = true; break;
        default: return;
      }
    }
  }

  /// A number or `*`; a negative width from an argument means to the left.
  std::size_t size(std::size_t most, Spec* spec) {
    std::int64_t number = 0;
    if (take('*')) {
      const Value* value = next();
      if (value != nullptr && !value->is_integer()) fail("* takes an integer");
      if (value == nullptr || error_) return 0;
      number = value->as_integer();
      if (number < 0 && spec != nullptr) spec->left = true;
      number = number < 0 ? (spec != nullptr && number > -INT64_MAX ? -number : 0) : number;
    }
    for (; at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9'; ++at_) {
      number = std::min<std::int64_t>(number * 10 + (format_[at_] - '0'), 1'000'000'000);
    }
    if (static_cast<std::size_t>(number) > most) fail("a width or precision in it is too large");
    return error_ ? 0 : static_cast<std::size_t>(number);
  }

  const Value* next() {
    if (used_ < positional_.size()) return &positional_[used_++];
    fail("it wants more arguments");
    return nullptr;
  }

  void convert(const Spec& spec, const Value& value) {
    if (value.is_undefined()) {
      error_ = undefined_error(value);
      return;
    }
    switch (spec.conversion) {
      case 's':
      case 'r':
      case 'a': convert_text(spec, value); break;
      case 'c': convert_character(spec, value); break;
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': convert_integer(spec, value); break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': convert_number(spec, value); break;
      default: fail(std::string("it has an unknown directive %") + spec.conversion); break;
    }
  }

  void convert_text(const Spec& spec, const Value& value) {
    std::string text;
    const bool plain = spec.conversion == 's';
    const bool empty = plain && none_as_empty_ && value.is_none();
    if (!empty) error_ = plain ? append_text(text, value) : append_repr(text, value);
    // What is cut could be half a tag.
    const bool markup = value.is_markup() && plain && !spec.precision;
    if (html_ && !markup) text = escaped(text);
    if (spec.precision) text = std::string(text::prefix(text, *spec.precision));
    pad(spec, {}, text, false);
  }

  void convert_character(const Spec& spec, const Value& value) {
    std::string text;
    if (value.is_string() && text::length(value.as_string()) == 1) {
      text = value.as_string();
    } else if (value.is_integer() && value.as_integer() >= 0 && value.as_integer() <= 0x10FFFF) {
      text::append(text, static_cast<char32_t>(value.as_integer()));
    } else {
      fail("%c takes one character");
    }
    if (html_) text = escaped(text);
    pad(spec, {}, text, false);
  }

  void not_a_number(const Spec& spec) {
    std::string expected = "% takes a number";
    expected.insert(1, 1, spec.conversion);
    fail(expected);
  }

  void convert_integer(const Spec& spec, const Value& value) {
    const bool decimal = spec.conversion == 'd' || spec.conversion == 'i' || spec.conversion == 'u';
    const bool whole = value.is_integer() || value.is_boolean();
    if (!whole && !(decimal && value.kind() == ValueKind::number && std::fabs(value.as_number()) < 9.2e18)) {
      not_a_number(spec);
      return;
    }
    const std::int64_t number = whole ? value.as_integer() : static_cast<std::int64_t>(value.as_number());
    const auto size = number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    const int base = decimal ? 10 : spec.conversion == 'o' ? 8 : 16;
    std::array<char, 72> buffer{};
    std::string digits(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, base).ptr);
    if (spec.precision && digits.size() < *spec.precision) digits.insert(0, *spec.precision - digits.size(), '0');
    std::string lead = lead_of(spec, number < 0);
    if (spec.alternate && base == 8) lead += "0o";
    if (spec.alternate && base == 16) lead += "0x";
    if (spec.conversion == 'X') {
      for (std::string* part : {&lead, &digits}) std::ranges::transform(*part, part->begin(), upper);
    }
    pad(spec, lead, digits, true);
  }

  static char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

  void convert_number(const Spec& spec, const Value& value) {
    if (!value.is_number() && !value.is_boolean()) {
      not_a_number(spec);
      return;
    }
    const double number = value.is_boolean() ? (value.as_boolean() ? 1.0 : 0.0) : value.as_number();
    const bool negative = std::signbit(number) && !std::isnan(number);
    const std::array<char, 6> pattern = {'%',
                                         spec.alternate ? '#' : '.',
                                         spec.alternate ? '.' : '*',
                                         spec.alternate ? '*' : spec.conversion,
                                         spec.alternate ? spec.conversion : '\0',
                                         '\0'};
    const auto precision = static_cast<int>(spec.precision.value_or(6));
    std::string digits(static_cast<std::size_t>(precision) + 340, '\0');
    const int length = std::snprintf(digits.data(), digits.size(), pattern.data(), precision, std::fabs(number));
    digits.resize(static_cast<std::size_t>(std::max(length, 0)));
    pad(spec, lead_of(spec, negative), digits, true);
  }

  static std::string lead_of(const Spec& spec, bool negative) {
    return negative ? "-" : spec.sign ? "+" : spec.blank ? " " : "";
  }

  void pad(const Spec& spec, std::string_view lead, std::string_view body, bool number) {
    const std::size_t length = lead.size() + text::length(body);
    const std::size_t room = spec.width > length ? spec.width - length : 0;
    if (!spec.left && !(number && spec.zero)) out_.append(room, ' ');
    out_ += lead;
    if (!spec.left && number && spec.zero) out_.append(room, '0');
    out_ += body;
    if (spec.left) out_.append(room, ' ');
  }

  std::string_view format_;
  bool html_;
  HtmlContext place_{Syntax::html};  ///< in HTML, arguments may stand in its text only
  std::span<const Value> positional_;
  std::span<const std::pair<Name, Value>> named_;
  bool none_as_empty_;
  std::size_t at_ = 0;
  std::size_t used_ = 0;
  std::string out_;
  std::optional<CallError> error_;
};

}  // namespace

CallResult percent_format(const Value& format, std::span<const Value> positional,
                          std::span<const std::pair<Name, Value>> named, bool none_as_empty) {
  return Formatter(format, positional, named, none_as_empty).run();
}

}  // namespace katern::templating
