#pragma once

#include <span>
#include <string_view>

namespace katern {

enum class Severity { hint, warning, error };

enum class Language { dutch, english };

/// Every finding that Katern can make has one code. The tables in codes/*.def are the registry: one line per code
/// with its severity and its texts.
enum class Code {
#define KATERN_CODE(name, severity, nl, nl_mend, en, en_mend) name,
#include "diagnostics/codes/all.def"
#undef KATERN_CODE
};

/// What the registry knows of a code. In texts, `{name}` stands for the argument of that name, `{{` for a brace.
struct CodeInfo {
  Code code;
  std::string_view name;  ///< kebab-case and stable: scripts may rely on it
  Severity severity;
  std::string_view dutch;       ///< what is wrong, one sentence
  std::string_view dutch_mend;  ///< what to do or write instead; may be empty
  std::string_view english;
  std::string_view english_mend;
};

/// All codes, in the order of the enumeration.
std::span<const CodeInfo> all_codes();

const CodeInfo& info(Code code);

}  // namespace katern
