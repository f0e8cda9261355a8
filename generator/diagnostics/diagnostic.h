#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/place.h"

namespace katern {

/// A step of the way to the place of a finding: the include, import, extends or call that led there, or the entry
/// that was being rendered. Frames run from the innermost to the outermost.
struct Frame {
  enum class Kind { included, imported, extended, called, rendering };

  Kind kind = Kind::included;
  std::string name;  ///< of the template, macro or entry
  Place place;       ///< where the step was taken; without a file where there is none
};

/// A finding: what is wrong, where, and what to write instead. Plain data; texts are made when it is printed.
struct Diagnostic {
  /// What fills in {name} in the texts. `expected` and `reason` are phrases in English, see phrase.h.
  struct Argument {
    std::string name;
    std::string value;
  };

  Code code{};
  Severity severity = Severity::error;
  Place place;
  std::vector<Argument> arguments;
  std::string suggestion;   ///< the nearest existing name, when one is close
  std::string mended_line;  ///< the line as it should be, when that is known
  std::vector<Frame> trace;

  /// Takes the severity from the registry.
  Diagnostic(Code code, Place place);

  Diagnostic&& with(std::string_view name, std::string_view value) &&;
  Diagnostic&& with(std::string_view name, long long value) &&;
  Diagnostic&& suggest(std::string_view name) &&;
  Diagnostic&& mend(std::string_view line) &&;
  Diagnostic&& as(Severity severity) &&;
};

/// What is wrong, in one sentence.
std::string message(const Diagnostic& diagnostic, Language language);

/// What to do about it; empty where the registry has no advice.
std::string advice(const Diagnostic& diagnostic, Language language);

}  // namespace katern
