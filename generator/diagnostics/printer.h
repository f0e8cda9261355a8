#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/report.h"

namespace katern {

enum class Format { text, json, github };

/// A line of a file of the site, without its line end; nothing when it cannot be had. Lines count from 1.
using SourceLine = std::function<std::optional<std::string>(const std::string& file, std::uint32_t line)>;

struct PrintOptions {
  Language language = Language::dutch;
  bool color = false;     ///< ANSI colours, in the text format alone
  std::string root = ".";  ///< of the site, seen from the repository's; for the GitHub format alone
};

/// All findings of a sorted report, in their order, as text that ends in a line end.
/// text: for people, with the line of the source and a caret under the place.
/// json: one object a line (https://jsonlines.org).
/// github: workflow commands, which GitHub shows as annotations beside the lines of a pull request.
std::string print(const Report& report, Format format, const SourceLine& source, const PrintOptions& options);

/// "2 fouten, 1 waarschuwing" — or that there are none.
std::string summary(const Report& report, Language language);

}  // namespace katern
