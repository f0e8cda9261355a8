#include "templating/expression.h"

#include <utility>

#include "templating/compiler.h"
#include "templating/renderer.h"
#include "templating/walk.h"

namespace katern::templating {
namespace {

/// A template that stands alone, without others to include.
struct Compiled {
  Compiled(std::unique_ptr<const Template> made, const Registry& registry)
      : code(std::move(made)), environment{registry, nullptr, true} {}

  std::unique_ptr<const Template> code;
  Environment environment;
};

/// Looks for names that are held against texts. The depth of recursion is that of the tree, which the parser bounds.
class ComparedTexts {
 public:
  ComparedTexts(const Source& source, std::vector<ComparedText>& found) : source_(source), found_(found) {}

  void of(Expr& expr) {
    if (expr.kind == ExprKind::compare) {
      auto& compare = static_cast<Compare&>(expr);
      const Expr* left = compare.first.get();
      for (const Compare::Link& link : compare.links) {
        pair(link.comparison, *left, *link.right);
        left = link.right.get();
      }
    }
    each_child(expr, [&](Expr& child) { of(child); });
  }

 private:
  void pair(Comparison comparison, const Expr& left, const Expr& right) {
    const bool listed = comparison == Comparison::in || comparison == Comparison::not_in;
    if (!listed && comparison != Comparison::equal && comparison != Comparison::not_equal) return;
    if (left.kind == ExprKind::name) add(static_cast<const NameExpr&>(left), right, listed);
    if (right.kind == ExprKind::name) add(static_cast<const NameExpr&>(right), left, false);
  }

  void add(const NameExpr& name, const Expr& text, bool listed) {
    if (listed && text.kind == ExprKind::list) {
      for (const ExprPtr& item : static_cast<const ListExpr&>(text).items) add(name, *item, false);
    } else if (!listed && text.kind == ExprKind::constant) {
      const Value& value = static_cast<const Constant&>(text).value;
      if (value.is_string()) found_.push_back({name.name.text, value.as_string(), source_.place(text.at)});
    }
  }

  const Source& source_;
  std::vector<ComparedText>& found_;
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

std::optional<Value> Expression::evaluate(const Scope& scope, std::string_view entry, Report& report,
                                          NoneOrder none) const {
  const Limits limits;
  Environment environment = impl_->environment;
  environment.none_is_unordered = none == NoneOrder::unordered;
  return Renderer(environment, scope, entry, limits, report).evaluate(*impl_->code);
}

std::vector<ComparedText> Expression::compared_texts() const {
  std::vector<ComparedText> found;
  ComparedTexts(impl_->code->source, found).of(*static_cast<const Output&>(*impl_->code->root.body.front()).value);
  return found;
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
