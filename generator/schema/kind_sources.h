#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "schema/schema.h"

namespace katern::schema {

/// A file of content/kinds/: a kind or a mix-in, known by name. Views the file.
struct KindSource {
  std::string name;
  const NamedNode* file = nullptr;
};

/// The files of content/kinds/, sorted out.
struct KindSources {
  std::vector<KindSource> kinds;                       ///< by name
  std::map<std::string, KindSource, std::less<>> mixins;

  /// Files that are neither, and names that two files have, are findings.
  static KindSources sort_out(std::span<const NamedNode> files, Report& report);

  /// The mix-ins of a kind, those that others use before the others, and at last the kind itself. Mix-ins that are not
  /// there or that use themselves are findings.
  std::vector<const NamedNode*> parts_of(const KindSource& kind, Report& report) const;

 private:
  void add_parts(const NamedNode& file, std::vector<std::string>& chain, std::vector<const NamedNode*>& parts,
                 Report& report) const;
};

}  // namespace katern::schema
