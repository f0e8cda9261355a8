#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"

namespace katern::templating {
namespace {

Value attr(Invocation& call) {
  if (call.subject().is_undefined()) call.fail_undefined(call.subject());
  const Name name(call.string(0));
  Value found = call.subject().get(name);
  const bool fresh = found.is_undefined() && found.undefined_name().data() == name.text.data();
  return fresh ? call.caller().undefined(name.text, call.subject()) : found;
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
