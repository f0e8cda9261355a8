#include <algorithm>

#include "citations/item.h"
#include "schema/kind_draft.h"
#include "schema/places.h"
#include "schema/rule_compiler.h"
#include "text/words.h"

namespace katern::schema {

using parse::Node;

void refuse_sources_in(const Field& field, std::string_view file, Report& report) {
  const auto refuse = [&](const Field& inner) {
    if (inner.type == FieldType::citations) {
      report.add(
          Diagnostic(Code::kind_citations_misplaced, Place{std::string(file), inner.at, 0}).with("field", inner.name));
    }
    refuse_sources_in(inner, file, report);
  };
  if (field.items) refuse(*field.items);
  for (const Field& inner : field.fields) refuse(inner);
}

void find_sources(KindDraft& draft) {
  Kind& kind = *draft.kind;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const Field& field = kind.fields[i];
    refuse_sources_in(field, draft.field_files[i], draft.report);
    if (field.type != FieldType::citations) continue;
    if (!kind.sources) {
      kind.sources = i;
      continue;
    }
    draft.report.add(Diagnostic(Code::kind_citations_doubled, Place{std::string(draft.field_files[i]), field.at, 0})
                         .with("other", kind.fields[*kind.sources].name));
  }
}

void compile_csl(KindDraft& draft, const std::vector<std::string>& names, const templating::Registry& registry) {
  Kind& kind = *draft.kind;
  const auto known = citations::keys();
  for (const NamedNode* part : draft.parts) {
    const Node::Member* csl = part->node.find("csl");
    if (csl == nullptr || csl->value.is_empty()) continue;
    kind.csl.clear();
    kind.csl_at = csl->key_at;
    if (csl->value.kind != Node::Kind::mapping) {
      draft.report.add(Diagnostic(Code::config_not_mapping, place_of(part->file, csl->value)));
    }
    for (const Node::Member& member : csl->value.members) {
      if (std::find(known.begin(), known.end(), member.key) == known.end()) {
        const std::vector<std::string> choices(known.begin(), known.end());
        draft.report.add(Diagnostic(Code::config_key_unknown, place_of_key(part->file, member))
                             .with("key", shown(member.key))
                             .with("choices", joined(choices))
                             .suggest(text::nearest(member.key, choices).value_or("")));
      } else if (auto value = compile_expression(member.value, part->file, names, registry, draft.report)) {
        kind.csl.push_back({member.key, *std::move(value)});
      }
    }
  }
}

}  // namespace katern::schema
