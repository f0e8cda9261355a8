#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "templating/library.h"
#include "templating/source.h"
#include "templating/token.h"

namespace katern::templating {

/// Why a template cannot be read. Thrown by the lexer and the parser, and caught where a template is compiled: after a
/// mistake in the syntax nothing that follows can be trusted.
struct SyntaxError {
  Code code{};
  Span at;
  std::vector<Diagnostic::Argument> arguments;
  std::string suggestion;
};

/// The tokens of a template, with trim_blocks, lstrip_blocks, `-` and `+`, comments and raw blocks as in Jinja 3.1.
/// The last one is `end`. Throws SyntaxError.
std::vector<Token> tokenize(const Source& source, const CompileOptions& options);

/// The tokens of an expression that stands alone.
std::vector<Token> tokenize_expression(const Source& source);

}  // namespace katern::templating
