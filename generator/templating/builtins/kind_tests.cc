#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "text/words.h"

namespace katern::templating {
namespace {

using Question = bool (*)(const Value&);

void add_question(Registry& registry, std::string_view name, std::string_view summary, Question question) {
  registry.add_test(
      define({name, {}, summary}, [question](Invocation& call) { return Value(question(call.subject())); }));
}

bool is_true(const Value& value) { return value.is_boolean() && value.as_boolean(); }
bool is_false(const Value& value) { return value.is_boolean() && !value.as_boolean(); }
bool is_sequence(const Value& value) { return value.is_list() || value.is_object() || value.is_string(); }

Value iterable(Invocation& call) {
  if (call.subject().is_undefined()) call.fail_undefined(call.subject());
  return Value(is_sequence(call.subject()));
}

/// Letters are all in this case, and there is one.
bool all_in(std::string_view text, std::string (*same)(std::string_view), std::string (*other)(std::string_view)) {
  return same(text) == text && other(text) != text;
}

}  // namespace

void add_kind_tests(Registry& registry) {
  add_question(registry, "boolean", "true or false.", [](const Value& value) { return value.is_boolean(); });
  add_question(registry, "callable", "A function or macro.", [](const Value& value) { return value.is_callable(); });
  add_question(registry, "defined", "Not undefined.", [](const Value& value) { return !value.is_undefined(); });
  add_question(registry, "escaped", "HTML, which is not escaped again.",
               [](const Value& value) { return value.is_markup(); });
  add_question(registry, "false", "Exactly false.", is_false);
  add_question(registry, "float", "A number with a fraction.",
               [](const Value& value) { return value.kind() == ValueKind::number; });
  add_question(registry, "integer", "A whole number.", [](const Value& value) { return value.is_integer(); });
  add_question(registry, "mapping", "An object.", [](const Value& value) { return value.is_object(); });
  add_question(registry, "none", "Exactly none.", [](const Value& value) { return value.is_none(); });
  add_question(registry, "number", "A number, or true or false.",
               [](const Value& value) { return value.is_number() || value.is_boolean(); });
  add_question(registry, "sequence", "A list, an object or a string.", is_sequence);
  add_question(registry, "string", "A string.", [](const Value& value) { return value.is_string(); });
  add_question(registry, "true", "Exactly true.", is_true);
  add_question(registry, "undefined", "Not defined.", [](const Value& value) { return value.is_undefined(); });
  registry.add_test(define({"iterable", {}, "What `for` can go through."}, iterable));
  registry.add_test(define({"lower", {}, "A text in lower case."},
                           [](Invocation& call) { return Value(all_in(call.text(), text::lower, text::upper)); }));
  registry.add_test(define({"upper", {}, "A text in capitals."},
                           [](Invocation& call) { return Value(all_in(call.text(), text::upper, text::lower)); }));
  registry.add_test(define({"filter", {}, "The name of a filter."}, [](Invocation& call) {
    return Value(call.caller().registry().filter(call.text()) != nullptr);
  }));
  registry.add_test(define({"test", {}, "The name of a test."}, [](Invocation& call) {
    return Value(call.caller().registry().test(call.text()) != nullptr);
  }));
}

}  // namespace katern::templating
