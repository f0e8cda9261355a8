#pragma once

#include <cstdint>
#include <forward_list>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templating/callable.h"

namespace katern::templating {

/// Bounds on what one call may make.
inline constexpr std::size_t kMaxText = std::size_t{64} << 20;  ///< bytes
inline constexpr std::size_t kMaxItems = 1'000'000;
/// Bytes of text that count as one item where a filter reads them.
inline constexpr std::size_t kBytesPerItem = 16;

/// One call of a filter, test or function, as its code sees it. The first mistake is kept and becomes the result; what
/// reads a wrong argument gets something harmless, so that the code can go on without asking.
class Invocation {
 public:
  Invocation(std::string_view callee, std::span<const std::string_view> parameters, const Arguments& arguments,
             Caller& caller);

  std::string_view callee() const { return callee_; }
  Caller& caller() { return caller_; }
  bool autoescape() const { return caller_.autoescape(); }

  /// What stands before the filter or test.
  const Value& subject() const { return arguments_.subject; }
  /// The subject as text; anything but undefined has one.
  std::string_view text();
  /// The subject, which must be a string already; or none, where that is nothing.
  std::string_view string_subject();
  /// The subject as a number of some kind; a boolean counts as 0 or 1.
  Value number();
  /// The items of a list, the keys of an object, the characters of a text.
  std::vector<Value> items();
  /// The subject, or null when it is no object.
  const Object* object();

  std::size_t count() const { return arguments_.positional.size(); }
  const Value& argument(std::size_t index) const { return arguments_.positional[index]; }
  std::span<const std::pair<Name, Value>> named() const { return arguments_.named; }
  /// Neither none nor undefined.
  bool given(std::size_t index) const;
  bool flag(std::size_t index);
  std::int64_t integer(std::size_t index, std::int64_t least = INT64_MIN, std::int64_t most = INT64_MAX);
  std::string_view string(std::size_t index);
  /// Any argument as text.
  std::string_view text(std::size_t index);

  /// Appends a value as text; a failure of the call when it is undefined.
  void append(std::string& out, const Value& value);
  /// A value as text, for as long as the call.
  std::string_view text_of(const Value& value);
  std::vector<Value> items_of(const Value& value);

  /// Part of the subject's text as a value of its own; it borrows from what the subject borrows from.
  Value part(std::string_view text) const;
  /// Text that is HTML exactly when the subject is.
  Value like_subject(std::string_view text) const;

  bool failed() const { return error_.has_value(); }
  const CallError& error() const { return *error_; }
  /// The first failure stays.
  void fail(CallError error);
  void fail_undefined(const Value& value);
  void wrong_subject(std::string_view expected);
  void wrong_argument(std::size_t index, std::string_view expected);
  void bad_value(std::size_t index, std::string_view expected);
  void unordered(const Value& left, const Value& right);
  /// Counts what is read or made beyond what items() and text() have counted; a failure beyond the rendering's limit.
  void spend_items(std::size_t items);
  /// Whether so much may be made; a failure when not.
  bool within(std::size_t amount, std::size_t limit);

  /// The value, or the failure of running something else, which becomes that of this call.
  Value take(CallResult result);

 private:
  /// Further arguments of a variadic one have no name: they are counted, from 1.
  std::string argument_name(std::size_t index) const;
  void spend_text(std::size_t bytes);

  std::string_view callee_;
  std::span<const std::string_view> parameters_;
  const Arguments& arguments_;
  Caller& caller_;
  std::forward_list<std::string> texts_;  ///< what text_of() has made; takes no memory until then
  std::optional<CallError> error_;
};

/// What a filter, test or function is called and takes.
struct Signature {
  std::string_view name;
  std::vector<Parameter> parameters;
  std::string_view summary;
  bool variadic = false;
};

Builtin define(Signature signature, std::function<Value(Invocation&)> run);

/// Fallbacks of parameters.
Parameter required(std::string_view name);
Parameter optional(std::string_view name, Value fallback = {});
Parameter optional_text(std::string_view name, std::string_view fallback);

}  // namespace katern::templating
