#include "templating/expression.h"

#include <utility>

#include "templating/compiler.h"
#include "templating/renderer.h"

namespace katern::templating {
namespace {

/// A template that stands alone, without others to include.
struct Compiled {
  Compiled(std::unique_ptr<const Template> made, const Registry& registry)
      : code(std::move(made)), environment{registry, nullptr, true} {}

  std::unique_ptr<const Template> code;
  Environment environment;
};

}  // namespace

struct Expression::Impl : Compiled {
  Impl(std::string_view written, std::unique_ptr<const Template> made, const Registry& registry)
      : Compiled(std::move(made), registry), text(written) {}

  std::string text;
};

struct TextTemplate::Impl : Compiled {
  using Compiled::Compiled;
};

Expression::Expression(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

std::optional<Expression> Expression::compile(std::string_view text, Place place, const Registry& registry,
                                              Report& report, const std::vector<std::string>* names) {
  auto made = compile_expression(text, std::move(place), {registry, nullptr, names}, report);
  if (made == nullptr) return std::nullopt;
  return Expression(std::make_unique<Impl>(text, std::move(made), registry));
}

std::optional<Value> Expression::evaluate(const Scope& scope, std::string_view entry, Report& report) const {
  const Limits limits;
  return Renderer(impl_->environment, scope, entry, limits, report).evaluate(*impl_->code);
}

std::string_view Expression::text() const { return impl_->text; }

TextTemplate::TextTemplate(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
TextTemplate::TextTemplate(TextTemplate&&) noexcept = default;
TextTemplate& TextTemplate::operator=(TextTemplate&&) noexcept = default;
TextTemplate::~TextTemplate() = default;

std::optional<TextTemplate> TextTemplate::compile(std::string_view text, Place place, const Registry& registry,
                                                  Report& report, const std::vector<std::string>* names) {
  auto made = compile_text(text, std::move(place), {registry, nullptr, names}, report);
  if (made == nullptr) return std::nullopt;
  return TextTemplate(std::make_unique<Impl>(std::move(made), registry));
}

std::optional<std::string> TextTemplate::render(const Scope& scope, std::string_view entry, Report& report) const {
  const Limits limits;
  std::string out;
  if (!Renderer(impl_->environment, scope, entry, limits, report).render(*impl_->code, out)) return std::nullopt;
  return out;
}

}  // namespace katern::templating
