#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/builtins/person.h"
#include "text/words.h"

namespace katern::templating {
namespace {

void add_name(Registry& registry, std::string_view name, std::string_view summary, std::string (*write)(const Value&)) {
  registry.add_filter(define({name, {}, summary}, [write](Invocation& call) {
    if (!call.subject().is_object() && !call.subject().is_string()) call.wrong_subject("a person or a text");
    return Value::string(write(call.subject()));
  }));
}

}  // namespace

void add_name_filters(Registry& registry) {
  registry.add_filter(
      define({"letter", {}, "The letter of the alphabet that a text stands under; # where there is none."},
             [](Invocation& call) {
               const std::string slug = text::slugify(call.string_subject());
               const bool letter = !slug.empty() && slug.front() >= 'a';
               return Value::string(letter ? text::upper(slug.substr(0, 1)) : "#");
             }));
  add_name(registry, "naam", "A person's whole name: dr. Ellen van den Berg.", full_name_of);
  add_name(registry, "achternaam", "As it stands alone: Van den Berg.", family_name_of);
  add_name(registry, "sorteernaam", "To sort on: Berg, Ellen van den; the field `sorteernaam` where it is set.",
           sort_name_of);
  add_name(registry, "citeernaam", "As APA cites it: Berg, E. van den.", cited_name_of);
}

}  // namespace katern::templating
