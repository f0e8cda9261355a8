#include "templating/library.h"

#include <algorithm>
#include <map>
#include <utility>

#include "templating/compiler.h"
#include "templating/renderer.h"
#include "text/words.h"

namespace katern::templating {

struct Library::Impl final : TemplateStore {
  Impl(const Registry& known, const CompileOptions& chosen)
      : registry(known), options(chosen), environment{registry, this, chosen.none_as_empty} {}

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
  std::map<std::string, std::unique_ptr<Template>, std::less<>> templates;
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
