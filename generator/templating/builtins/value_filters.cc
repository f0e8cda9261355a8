#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"

namespace katern::templating {
namespace {

Value attr(Invocation& call) {
  if (call.subject().is_undefined()) call.fail_undefined(call.subject());
  const Value& name = call.argument(0);
  Value found = call.subject().get(Name(call.string(0)));
  return found.is_undefined() && name.owned() ? Value::undefined("attribute") : found;
}

Value fallback(Invocation& call) {
  const bool missing = call.subject().is_undefined() || (call.flag(1) && !call.subject().truthy());
  return missing ? call.argument(0) : call.subject();
}

}  // namespace

void add_value_filters(Registry& registry) {
  registry.add_filter(define({"attr", {required("name")}, "An attribute by a name that is a value."}, attr));
  for (const std::string_view name : {"d", "default"}) {
    registry.add_filter(
        define({name,
                {optional_text("default_value", ""), optional("boolean", false)},
                "`default_value` where the value is undefined, or with `boolean` where it is not true."},
               fallback));
  }
}

}  // namespace katern::templating
