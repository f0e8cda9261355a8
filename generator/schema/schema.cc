#include "schema/schema.h"

#include <algorithm>
#include <utility>

#include "schema/kind_draft.h"
#include "schema/kind_sources.h"

namespace katern::schema {
namespace {

constexpr std::string_view kContent = "content/";

bool stands_in(std::string_view path, std::string_view folder) {
  if (!path.starts_with(kContent)) return false;
  path.remove_prefix(kContent.size());
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

void refuse_doubled_folders(std::vector<KindDraft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Kind& kind = *drafts[i].kind;
    const auto first = std::find_if(drafts.begin(), drafts.end(),
                                    [&](const KindDraft& other) { return other.kind->folder == kind.folder; });
    if (first->kind.get() == &kind || kind.folder.empty()) continue;
    drafts[i].report.add(Diagnostic(Code::kind_folder_doubled, Place{kind.file, kind.at, 0})
                             .with("folder", kind.folder)
                             .with("other", first->kind->file));
  }
}

}  // namespace

Schema Schema::load(std::span<const NamedNode> kinds, std::span<const NamedNode> data,
                    const templating::Registry& registry, Report& report, std::string_view zone) {
  const DataFiles data_files(data);
  const KindSources sources = KindSources::sort_out(kinds, report);
  std::vector<KindDraft> drafts;
  for (const KindSource& source : sources.kinds) drafts.push_back(draft_kind(source, sources, data_files, zone));
  refuse_doubled_folders(drafts);
  check_unused_mixins(drafts, sources, data_files, registry, zone, report);
  relate(drafts);
  Schema schema;
  for (KindDraft& draft : drafts) {
    compile_expressions(draft, registry);
    if (!draft.report.has_errors()) schema.kinds_.push_back(std::move(draft.kind));
    report.merge(std::move(draft.report));
  }
  schema.whole_ = !report.has_errors_in("content/kinds");
  return schema;
}

const Kind* Schema::find(std::string_view name) const {
  const auto at = std::lower_bound(kinds_.begin(), kinds_.end(), name,
                                   [](const auto& kind, std::string_view wanted) { return kind->name < wanted; });
  return at == kinds_.end() || (*at)->name != name ? nullptr : at->get();
}

const Kind* Schema::of_path(std::string_view path) const {
  const Kind* deepest = nullptr;
  for (const auto& kind : kinds_) {
    if (!stands_in(path, kind->folder)) continue;
    if (deepest == nullptr || kind->folder.size() > deepest->folder.size()) deepest = kind.get();
  }
  return deepest;
}

std::vector<const Kind*> Schema::with_field(std::string_view field) const {
  std::vector<const Kind*> kinds;
  for (const auto& kind : kinds_) {
    const bool has =
        std::any_of(kind->fields.begin(), kind->fields.end(), [&](const Field& own) { return own.name == field; });
    if (has) kinds.push_back(kind.get());
  }
  return kinds;
}

}  // namespace katern::schema
