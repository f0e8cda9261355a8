#include "schema/kind_sources.h"

#include <algorithm>

#include "schema/field_loader.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;

constexpr std::string_view kArrow = " → ";

std::string chain_text(const std::vector<std::string>& chain, const std::string& again) {
  std::string text;
  for (const std::string& name : chain) text.append(name).append(kArrow);
  return text + again;
}

}  // namespace

KindSources KindSources::sort_out(std::span<const NamedNode> files, Report& report) {
  KindSources sources;
  std::map<std::string, KindSource, std::less<>> kinds;
  for (const NamedNode& file : files) {
    const Node::Member* kind = file.node.find("kind");
    const Node::Member* mixin = kind == nullptr ? file.node.find("mixin") : nullptr;
    const Node::Member* named = kind != nullptr ? kind : mixin;
    if (named == nullptr) {
      report.add(Diagnostic(Code::kind_nameless, Place{file.file, file.node.at, 0}));
      continue;
    }
    const Node& name = named->value;
    if (!is_name(name.text)) {
      report.add(Diagnostic(Code::config_name_invalid, place_of(file.file, name)).with("value", shown(name.text)));
      continue;
    }
    auto& known = mixin != nullptr ? sources.mixins : kinds;
    const auto [entry, added] = known.try_emplace(name.text, KindSource{name.text, &file});
    if (added) continue;
    report.add(Diagnostic(Code::kind_doubled, place_of(file.file, name))
                   .with("name", name.text)
                   .with("other", entry->second.file->file));
  }
  for (auto& [name, source] : kinds) sources.kinds.push_back(std::move(source));
  return sources;
}

std::vector<const NamedNode*> KindSources::parts_of(const KindSource& kind, Report& report) const {
  std::vector<const NamedNode*> parts;
  std::vector<std::string> chain;
  if (kind.file->node.find("kind") == nullptr) chain.push_back(kind.name);  // a mix-in
  add_parts(*kind.file, chain, parts, report);
  return parts;
}

// The chain is never longer than there are mix-ins.
void KindSources::add_parts(const NamedNode& file, std::vector<std::string>& chain,
                            std::vector<const NamedNode*>& parts, Report& report) const {
  if (std::find(parts.begin(), parts.end(), &file) != parts.end()) return;
  Mapping mapping(file.node, file.file, report);
  for (const Node* use : mapping.texts("uses")) {
    const auto mixin = mixins.find(use->text);
    if (mixin == mixins.end()) {
      std::vector<std::string> names;
      for (const auto& [name, source] : mixins) names.push_back(name);
      report.add(Diagnostic(Code::kind_mixin_unknown, place_of(file.file, *use))
                     .with("name", shown(use->text))
                     .suggest(text::nearest(use->text, names).value_or("")));
    } else if (std::find(chain.begin(), chain.end(), use->text) != chain.end()) {
      report.add(Diagnostic(Code::kind_mixin_circular, place_of(file.file, *use))
                     .with("name", use->text)
                     .with("chain", chain_text(chain, use->text)));
    } else {
      chain.push_back(use->text);
      add_parts(*mixin->second.file, chain, parts, report);
      chain.pop_back();
    }
  }
  parts.push_back(&file);
}

}  // namespace katern::schema
