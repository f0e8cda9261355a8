#include <algorithm>
#include <array>

#include "schema/kind_draft.h"

namespace katern::schema {
namespace {

// What a mix-in names may come from the kind that will use it.
constexpr std::array kUpToTheKind{Code::template_name_unknown, Code::kind_rule_field_unknown,
                                  Code::kind_role_field_unknown, Code::kind_without_title};

bool is_used(const NamedNode& mixin, std::span<const KindDraft> drafts) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const KindDraft& draft) {
    return std::find(draft.parts.begin(), draft.parts.end(), &mixin) != draft.parts.end();
  });
}

}  // namespace

void check_unused_mixins(std::span<const KindDraft> drafts, const KindSources& sources, const DataFiles& data,
                         const templating::Registry& registry, std::string_view zone, Report& report) {
  for (const auto& [name, mixin] : sources.mixins) {
    if (is_used(*mixin.file, drafts)) continue;
    KindDraft draft = draft_kind(mixin, sources, data, zone);
    compile_expressions(draft, registry);
    for (const Diagnostic& finding : draft.report.findings()) {
      const bool certain = std::find(kUpToTheKind.begin(), kUpToTheKind.end(), finding.code) == kUpToTheKind.end();
      if (certain) report.add(finding);
    }
  }
}

}  // namespace katern::schema
