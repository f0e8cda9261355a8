#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/place.h"

namespace katern {

/// A step of the way to the place of a finding: the include, import, extends or call that led there, the entry that was
/// being rendered, or a reference that the finding is about as well. Frames run from the innermost to the outermost;
/// references in the order in which they lead on.
struct Frame {
  enum class Kind { included, imported, extended, called, rendering, referring };

  Kind kind = Kind::included;
  std::string name;  ///< of the template, macro or entry
  Place place;       ///< where the step was taken; without a file where there is none
};

/// What to change on the line of a finding: the first `wrong` at its place or after it.
struct Correction {
  std::string wrong;  ///< empty: nothing is known
  std::string right;  ///< may be a phrase in English, see phrase.h
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
  std::string mended_line;  ///< the line as it should be, or the lines that belong there, when that is known
  Correction correction;    ///< from which a printer makes the mended line, where whoever found it has no line
  std::vector<Frame> trace;

  /// Takes the severity from the registry.
  Diagnostic(Code code, Place place);

  Diagnostic&& with(std::string_view name, std::string_view value) &&;
  Diagnostic&& with(std::string_view name, long long value) &&;
  Diagnostic&& suggest(std::string_view name) &&;
  Diagnostic&& mend(std::string_view line) &&;
  Diagnostic&& correct(std::string_view wrong, std::string_view right) &&;
  Diagnostic&& as(Severity severity) &&;
};

/// What is wrong, in one sentence.
std::string message(const Diagnostic& diagnostic, Language language);

/// What to do about it; empty where the registry has no advice.
std::string advice(const Diagnostic& diagnostic, Language language);

}  // namespace katern
