#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "diagnostics/code.h"
#include "diagnostics/result.h"
#include "templating/ast_statement.h"

namespace katern::templating {

/// How far the address in an attribute is, following what a template writes of it. Character references count as what
/// they stand for. A value.
class UrlProgress {
 public:
  enum class Kind : std::uint8_t {
    single,
    list,  ///< several, with white space or commas between them
    code,  ///< what is there is run
  };

  explicit UrlProgress(Kind kind = Kind::single) : kind_(kind) {}
  bool operator==(const UrlProgress&) const = default;

  /// Moves on over a character of the template. An error when, after an output, it makes a scheme of what came before.
  std::optional<Code> follow(char c);

  /// How an output here is to be escaped, or why there can be none. Moves on over it.
  Result<Escape, Code> output();

  /// Where both can go on together.
  static UrlProgress join(const UrlProgress& a, const UrlProgress& b);

  /// Where it can go on after something that is not known, but for what a template may write at no place.
  UrlProgress after_anything() const;

 private:
  enum class Scheme : std::uint8_t {
    begin,
    possible,   ///< what is there may become one
    undecided,  ///< an output may have been part of one
    decided,    ///< none can come any more
    refused,    ///< it is none of ours
  };
  /// Of `code`: whether an output could still choose the host. Nothing but an output is asked of `unsure`.
  enum class Host : std::uint8_t {
    begin,
    output,   ///< something local, or nothing
    slash,    ///< the only one so far
    name,     ///< of a folder or a file, or a scheme
    next,     ///< comes now, after `//` or a scheme
    written,  ///< is being written
    behind,
    unsure,  ///< it depends on what was written before, and nothing that comes later decides it
  };

  std::optional<Code> follow_character(char c);
  std::optional<Code> end_reference();
  void follow_host(char c);

  Kind kind_;
  Scheme scheme_ = Scheme::begin;
  Host host_ = Host::begin;
  std::string word_;       ///< the scheme so far
  std::string reference_;  ///< the character reference so far, from its &
};

}  // namespace katern::templating
