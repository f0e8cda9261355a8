#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/percent_format.h"

namespace katern::templating {
namespace {

Value format(Invocation& call) {
  const Value subject = call.subject().is_string() ? call.subject() : Value::string(call.text());
  if (call.failed()) return {};
  std::vector<Value> positional;
  for (std::size_t i = 0; i < call.count(); ++i) positional.push_back(call.argument(i));
  if (!positional.empty() && !call.named().empty()) {
    call.fail({Code::call_unknown_argument,
               {{"callee", "format"}, {"argument", std::string(call.named().front().first.text)}},
               {}});
    return {};
  }
  return call.take(percent_format(subject, positional, call.named(), call.caller().none_as_empty()));
}

}  // namespace

void add_format_filter(Registry& registry) {
  registry.add_filter(define(
      {"format", {}, "A text in which %s, %d, %.2f or %(name)s stand for the arguments, as in Python.", true}, format));
}

}  // namespace katern::templating
