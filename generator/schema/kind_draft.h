#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "schema/data_files.h"
#include "schema/kind.h"
#include "schema/kind_sources.h"
#include "templating/callable.h"

namespace katern::schema {

/// A kind on its way. Its own file is read first; references and inverse lists follow once all kinds are there, and
/// expressions once all names are known. Views the files.
struct KindDraft {
  std::unique_ptr<Kind> kind = std::make_unique<Kind>();
  std::vector<const NamedNode*> parts;        ///< mix-ins first, the kind's own file last
  std::vector<std::string_view> field_files;  ///< by field: the file that declares it
  const parse::Node* title = nullptr;         ///< the text template that composes the title
  std::string_view title_file;
  Report report;
};

/// The first step: names, folder, fields and roles; of a mix-in what there is of these.
KindDraft draft_kind(const KindSource& source, const KindSources& sources, const DataFiles& data,
                     std::string_view zone);

/// The same of the mix-ins that none of the kinds uses, so that these are looked at too, as far as can be without a
/// kind.
void check_unused_mixins(std::span<const KindDraft> drafts, const KindSources& sources, const DataFiles& data,
                         const templating::Registry& registry, std::string_view zone, Report& report);

/// Part of the first step: which fields have which roles.
void assign_roles(KindDraft& draft);

/// Part of the first step: which field holds the sources that entries cite.
void find_sources(KindDraft& draft);
/// A field of type citations below these fields is a finding.
void refuse_sources_in(const Field& field, std::string_view file, Report& report);

/// The second step: references to kinds that are not there, inverse lists, and so the shape of each kind's entries.
void relate(std::span<KindDraft> drafts);

/// The third step: the expressions and text templates of the kind.
void compile_expressions(KindDraft& draft, const templating::Registry& registry);
/// Part of it: `csl`, how entries are cited. `names`: the variables that it may use.
void compile_csl(KindDraft& draft, const std::vector<std::string>& names, const templating::Registry& registry);

}  // namespace katern::schema
