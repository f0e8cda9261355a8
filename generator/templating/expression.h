#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "templating/callable.h"
#include "templating/library.h"

namespace katern::templating {

/// What `<` and its like make of a value that is not there.
enum class NoneOrder : std::uint8_t {
  refused,    ///< an error: whoever writes a rule or a template says what is meant
  unordered,  ///< false, as for whoever asks a question and wants those of which it is true
};

/// A variable of an expression that is held against a text: `status == 'actief'`, `'a' in labels`.
struct ComparedText {
  std::string_view name;
  std::string_view text;
  Place place;  ///< of the text, with its quotes
};

/// An expression of the template language on its own: a rule, a listing's filter, a sort key. Immutable, and good for
/// many threads at once.
class Expression {
 public:
  /// Nothing, and an error in the report, when it cannot be compiled. `place` is where its text begins.
  /// `names`: when given, the variables that may be used; another one is an error with the nearest of them.
  static std::optional<Expression> compile(std::string_view text, Place place, const Registry& registry, Report& report,
                                           const std::vector<std::string>* names = nullptr);

  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;
  ~Expression();

  /// Nothing, and an error in the report that names `entry`, when evaluation failed. The result may borrow from the
  /// scope, the registry and this expression.
  std::optional<Value> evaluate(const Scope& scope, std::string_view entry, Report& report,
                                NoneOrder none = NoneOrder::refused) const;

  /// In the order in which they are written. Views this expression.
  std::vector<ComparedText> compared_texts() const;

  /// As it was written.
  std::string_view text() const;

 private:
  struct Impl;
  explicit Expression(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

/// A text with `{{ … }}` in it, not escaped: a rule's message, a URL pattern, a listing's title.
class TextTemplate {
 public:
  static std::optional<TextTemplate> compile(std::string_view text, Place place, const Registry& registry,
                                             Report& report, const std::vector<std::string>* names = nullptr);

  TextTemplate(TextTemplate&&) noexcept;
  TextTemplate& operator=(TextTemplate&&) noexcept;
  ~TextTemplate();

  std::optional<std::string> render(const Scope& scope, std::string_view entry, Report& report) const;

 private:
  struct Impl;
  explicit TextTemplate(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace katern::templating
