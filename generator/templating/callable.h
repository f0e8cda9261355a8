#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "diagnostics/result.h"
#include "value/value.h"

namespace katern::templating {

/// The arguments of a call to a filter, test or function. For a filter or test `subject` is what stands before it.
struct Arguments {
  Value subject;
  std::span<const Value> positional;
  std::span<const std::pair<Name, Value>> named;
};

/// Why a call failed: a code and what fills its text. The renderer adds place, include chain and entry.
struct CallError {
  Code code{};
  std::vector<Diagnostic::Argument> arguments;
  std::string suggestion;
};

using CallResult = Result<Value, CallError>;

class Registry;

/// Part of the renderer that filters such as `map`, `select` and `sort` need: to run another filter or test by name.
class Caller {
 public:
  virtual ~Caller() = default;
  virtual CallResult filter(std::string_view name, const Arguments& arguments) = 0;
  virtual CallResult test(std::string_view name, const Arguments& arguments) = 0;
  virtual CallResult call(const Value& callable, const Arguments& arguments) = 0;
  /// Counts what a call reads or makes: items of lists and objects, and bytes of text. An error beyond what one
  /// rendering may use.
  virtual std::optional<CallError> spend_items(std::size_t items) = 0;
  virtual std::optional<CallError> spend_bytes(std::size_t bytes) = 0;
  /// What a lookup in `object` finds where `name` is not: it knows the nearest name, and is good as long as the
  /// rendering.
  virtual Value undefined(std::string_view name, const Value& object) = 0;
  /// Whether output is being escaped here (`{% autoescape %}` and the file's ending).
  virtual bool autoescape() const = 0;
  /// Whether none as text is nothing, as where it is written (CompileOptions::none_as_empty).
  virtual bool none_as_empty() const = 0;
  /// For `'name' is filter` and `'name' is test`.
  virtual const Registry& registry() const = 0;
};

using Native = std::function<CallResult(const Arguments&, Caller&)>;

/// One parameter, for checking calls when a template is compiled, and for the reference in docs/.
struct Parameter {
  std::string_view name;
  std::optional<Value> fallback;  ///< none given: required
};

/// A filter, test or global function as a template knows it.
struct Builtin {
  std::string_view name;
  std::vector<Parameter> parameters;  ///< after the subject
  bool variadic = false;              ///< takes further positional and named arguments
  std::string_view summary;           ///< English, one line, for the reference
  Native run;                         ///< gets `positional` in the order of `parameters`, fallbacks filled in
};

/// A Builtin as a value, for globals such as `range`, `t` or `asset`.
Value make_function(Builtin builtin);

/// The Builtin that make_function wrapped; null for a macro or anything else. Lives as long as the value.
const Builtin* builtin_of(const Value& value);

/// The arguments of a call in the order that Builtin::run wants them.
struct BoundArguments {
  std::vector<Value> positional;
  std::vector<std::pair<Name, Value>> named;  ///< those that no parameter of a variadic one takes
};

/// Puts arguments in the order of the parameters and fills in the fallbacks. Fails on too many, unknown, doubled and
/// missing ones.
Result<BoundArguments, CallError> bind_arguments(const Builtin& builtin, std::span<const Value> positional,
                                                 std::span<const std::pair<Name, Value>> named);

/// The same check for a call whose values are not known yet, when a template is compiled.
std::optional<CallError> check_call(const Builtin& builtin, std::size_t positional, std::span<const Name> named);

/// Every filter, test and global function that templates can use. Immutable while it is in use.
class Registry {
 public:
  /// Jinja's own, and those of Katern that need nothing from a site.
  static Registry standard();

  /// Each replaces what has the same name.
  void add_filter(Builtin builtin);
  void add_test(Builtin builtin);
  void add_global(std::string_view name, Value value);

  /// Null where there is none.
  const Builtin* filter(std::string_view name) const;
  const Builtin* test(std::string_view name) const;
  const Value* global(std::string_view name) const;

  std::span<const Builtin> filters() const { return filters_; }
  std::span<const Builtin> tests() const { return tests_; }
  const std::vector<std::pair<std::string, Value>>& globals() const { return globals_; }

 private:
  std::vector<Builtin> filters_;                        ///< by name
  std::vector<Builtin> tests_;                          ///< by name
  std::vector<std::pair<std::string, Value>> globals_;  ///< by name
};

}  // namespace katern::templating
