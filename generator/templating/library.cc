#include "templating/library.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "templating/compiler.h"
#include "templating/escaper.h"
#include "templating/renderer.h"
#include "templating/source_check.h"
#include "text/words.h"

namespace katern::templating {

namespace {

using Templates = std::map<std::string, std::unique_ptr<Template>, std::less<>>;

/// What needs to know several templates at once: the parents of each, and where their blocks stand.
class Linker {
 public:
  Linker(Templates& templates, Report& report, bool by_context)
      : templates_(templates), report_(report), by_context_(by_context) {}

  void link(const std::string& name) {
    Template& target = *templates_.at(name);
    Findings findings(target.source, report_);
    for (const FromImport* statement : target.imports) check_import(*statement, findings);
    target.broken = target.broken || findings.failed();
    places_of(name);
  }

 private:
  void check_import(const FromImport& statement, Findings& findings) const {
    const auto names = written_names(*statement.source);
    if (names.size() != 1 || statement.source->kind != ExprKind::constant) return;
    const auto found = templates_.find(names.front().name);
    // A template that extends another also has what is set there.
    if (found == templates_.end() || found->second->broken || !found->second->extends.empty()) return;
    const auto& exports = found->second->exports;
    for (const FromImport::Imported& imported : statement.names) {
      if (std::find(exports.begin(), exports.end(), imported.name.text) != exports.end()) continue;
      const std::vector<std::string> known(exports.begin(), exports.end());
      findings.commit(findings.make(Code::template_export_unknown, imported.at)
                          .with("template", names.front().name)
                          .with("name", imported.name.text)
                          .suggest(text::nearest(imported.name.text, known).value_or("")));
    }
  }

  // Parents come first, since blocks are escaped for the place that they have there.
  const BlockPlaces& places_of(const std::string& name) {
    Template& target = *templates_.at(name);
    if (!done_.insert(name).second) return target.places;
    Findings findings(target.source, report_);
    way_.push_back(name);
    const BlockPlaces inherited = places_of_parents(target, findings);
    way_.pop_back();
    if (by_context_) target.places = give_escaping(target, inherited, findings);
    target.broken = target.broken || findings.failed();
    return target.places;
  }

  BlockPlaces places_of_parents(const Template& target, Findings& findings) {
    BlockPlaces places;
    for (const Extends* statement : target.extends) {
      for (const WrittenName& parent : written_names(*statement->parent)) {
        if (!templates_.contains(parent.name)) continue;
        if (std::find(way_.begin(), way_.end(), parent.name) != way_.end()) {
          findings.add(Code::template_extends_itself, statement->parent->at, "name", parent.name);
          return {};
        }
        add_places(places, places_of(std::string(parent.name)), target, parent, findings);
      }
    }
    return places;
  }

  // The parents that a template may have must have the blocks that it fills in the same places.
  static void add_places(BlockPlaces& places, const BlockPlaces& more, const Template& target,
                         const WrittenName& parent, Findings& findings) {
    for (const auto& [name, place] : more) {
      const auto known = places.try_emplace(name, place).first;
      if (known->second == place || target.block(Name(name)) == nullptr) continue;
      findings.commit(findings.make(Code::template_block_moved, parent.at)
                          .with("name", name)
                          .with("template", parent.name)
                          .with("first", known->second.begin.described())
                          .with("second", place.begin.described()));
    }
  }

  Templates& templates_;
  Report& report_;
  bool by_context_;
  std::set<std::string, std::less<>> done_;
  std::vector<std::string> way_;  ///< the templates whose parents are being followed
};

}  // namespace

bool is_html_template(std::string_view name) { return syntax_of(name) == Syntax::html; }

struct Library::Impl final : TemplateStore {
  Impl(const Registry& known, const CompileOptions& chosen)
      : registry(known), options(chosen), environment{registry, this, chosen.none_as_empty, false, chosen.by_context} {}

  const Template* find(std::string_view name) const override {
    const auto found = templates.find(name);
    return found == templates.end() ? nullptr : found->second.get();
  }
  std::vector<std::string> names() const override {
    std::vector<std::string> all;
    for (const auto& [name, made] : templates) all.push_back(name);
    return all;
  }

  const Registry& registry;
  CompileOptions options;
  Environment environment;
  Templates templates;
};

Library::Library(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

Library Library::compile(std::vector<TemplateSource> sources, const Registry& registry, Report& report,
                         const CompileOptions& options) {
  auto impl = std::make_unique<Impl>(registry, options);
  for (const TemplateSource& source : sources) impl->templates[source.name] = read_template(source, options, report);
  const std::vector<std::string> names = impl->names();
  for (const auto& [name, made] : impl->templates) compile_names(*made, {registry, &names, nullptr}, report);
  Linker linker(impl->templates, report, options.by_context);
  for (const std::string& name : names) linker.link(name);
  return Library(std::move(impl));
}

bool Library::has(std::string_view name) const { return impl_->find(name) != nullptr; }

std::vector<std::string> Library::names() const { return impl_->names(); }

bool Library::render(std::string_view name, const Scope& scope, std::string_view entry, std::string& out,
                     Report& report, const Limits& limits) const {
  const Template* target = impl_->find(name);
  if (target == nullptr) {
    const std::string near = text::nearest(name, impl_->names()).value_or("");
    report.add(Diagnostic(Code::template_unknown, {}).with("name", name).suggest(near));
    return false;
  }
  return Renderer(impl_->environment, scope, entry, limits, report).render(*target, out);
}

}  // namespace katern::templating
