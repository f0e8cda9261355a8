#include "diagnostics/code.h"

#include <array>
#include <cstddef>

namespace katern {
namespace {

// Kebab-case names are spelled once, in the table of codes; this turns `yaml_tab` into `yaml-tab` at compile time.
template <std::size_t N>
struct KebabName {
  std::array<char, N> text{};

  constexpr explicit KebabName(const char (&name)[N]) {
    for (std::size_t i = 0; i < N; ++i) text[i] = name[i] == '_' ? '-' : name[i];
  }
  constexpr std::string_view view() const { return {text.data(), N - 1}; }
};

#define KATERN_CODE(name, severity, nl, nl_mend, en, en_mend) constexpr KebabName kName_##name{#name};
#include "diagnostics/codes/all.def"
#undef KATERN_CODE

// A plain array: clang deduces no std::array of more than 256.
constexpr CodeInfo kCodes[]{
#define KATERN_CODE(name, severity, nl, nl_mend, en, en_mend) \
  CodeInfo{Code::name, kName_##name.view(), Severity::severity, nl, nl_mend, en, en_mend},
#include "diagnostics/codes/all.def"
#undef KATERN_CODE
};

}  // namespace

std::span<const CodeInfo> all_codes() { return kCodes; }

const CodeInfo& info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

}  // namespace katern
