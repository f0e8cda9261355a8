#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "templating/library.h"
#include "templating/source.h"
#include "templating/token.h"

namespace katern::templating {

/// Why a template cannot be read. The lexer and the parser throw it to themselves, note it, and go on behind the tag
/// that is wrong.
struct SyntaxError {
  Code code{};
  Span at;
  std::vector<Diagnostic::Argument> arguments;
  std::string suggestion;
  bool noted = false;  ///< as part of another mistake, so that it is none of its own
};

/// The mistakes of one template, in the order in which they were found.
class Mistakes {
 public:
  void add(SyntaxError error) {
    if (!error.noted && all_.size() < kMost) all_.push_back(std::move(error));
  }
  /// Then reading on is of no use to anybody.
  bool too_many() const { return all_.size() >= kMost; }
  const std::vector<SyntaxError>& all() const { return all_; }

 private:
  static constexpr std::size_t kMost = 200;
  std::vector<SyntaxError> all_;
};

/// The tokens of a template, with trim_blocks, lstrip_blocks, `-` and `+`, comments and raw blocks as in Jinja 3.1.
/// The last one is `end`. A tag with a mistake ends in a token `broken` before the one that closes it.
std::vector<Token> tokenize(const Source& source, const CompileOptions& options, Mistakes& mistakes);

/// The tokens of an expression that stands alone. Throws SyntaxError.
std::vector<Token> tokenize_expression(const Source& source);

}  // namespace katern::templating
