#include <cmath>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "text/amounts.h"

namespace katern::templating {
namespace {

constexpr double kMost = 1e15;

/// The subject, of a size that its unit has a meaning for.
double amount(Invocation& call) {
  const double number = call.number().as_number();
  if (std::isfinite(number) && std::fabs(number) <= kMost) return number;
  call.wrong_subject("a number below a thousand million million");
  return 0;
}

Value money(Invocation& call) { return Value::string(text::money_in_words(amount(call), call.string(0))); }

Value duration(Invocation& call) {
  const auto seconds = static_cast<std::int64_t>(std::llround(amount(call)));
  const std::string_view form = call.string(0);
  if (form == "lang") return Value::string(text::duration_in_words(seconds, call.string(1)));
  if (form == "kort") return Value::string(text::duration_on_clock(seconds));
  if (form == "iso") return Value::string(text::iso_duration(seconds));
  call.bad_value(0, "it must be lang, kort or iso");
  return {};
}

}  // namespace

void add_amount_filters(Registry& registry) {
  registry.add_filter(
      define({"bedrag", {optional_text("munt", "EUR")}, "An amount of money as Dutch writes it: € 2.000; € 1.234,50."},
             money));
  registry.add_filter(define({"duur",
                              {optional_text("vorm", "lang"), optional_text("taal", "nl")},
                              "Seconds in words: 1 uur en 30 minuten; kort: 1:30:00; iso: PT1H30M."},
                             duration));
}

}  // namespace katern::templating
