#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "templating/builtins/invocation.h"

namespace katern::templating {

/// What `attribute=` names: "adres.plaats", "delen.0.titel", or a number. None: the item itself.
class AttributePath {
 public:
  AttributePath() = default;
  /// A failure of the call when the argument is neither text, nor an integer, nor none.
  AttributePath(Invocation& call, std::size_t argument);
  /// The text must outlive the path.
  explicit AttributePath(std::string_view path);

  /// For arguments that no parameter names.
  static AttributePath from(Invocation& call, const Value& attribute);

  /// Undefined where the last step finds nothing; a failure where a step before it does. A `fallback` that is given
  /// stands in for what any step does not find.
  Value of(Invocation& call, Value item, const Value* fallback = nullptr) const;
  /// The same, and a failure wherever there is nothing.
  Value required_of(Invocation& call, Value item) const;

 private:
  using Step = std::variant<Name, std::int64_t>;

  void add(std::string_view path);
  static Value step(const Value& item, const Step& step);
  static void fail(Invocation& call, const Value& item, const Step& missing);

  std::vector<Step> steps_;
};

/// What can be asked of a value by `.`, for suggestions.
std::vector<std::string> attribute_names(const Value& object);

/// The paths of an argument such as "jaar,auteur.naam".
std::vector<AttributePath> attribute_paths(Invocation& call, std::size_t argument);

}  // namespace katern::templating
