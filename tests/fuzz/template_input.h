#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templating/library.h"

namespace katern::fuzz {

/// What the harnesses for templates make of their bytes. The first byte chooses how, the
/// rest is text, in which `%%%` begins another template, so that includes and inheritance are reached too. The
/// templates are called a, b, c and d, with the ending that the first byte gives, or with each its own.
struct TemplateInput {
  std::vector<templating::TemplateSource> sources;
  templating::CompileOptions options;
  std::string_view text;  ///< all of it, to try as an expression
};

/// Bits 0 and 1: the ending. Bit 2: escape as Jinja does, not by context. Bit 3: each template its own ending. Bits 4,
/// 5 and 6: the opposite of what a build has for trim_blocks, lstrip_blocks and keep_trailing_newline.
inline TemplateInput template_input(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::string_view kEndings[] = {".html", ".txt", ".xml", ".json"};
  const unsigned how = bytes[0];
  TemplateInput input;
  input.text = {reinterpret_cast<const char*>(bytes) + 1, size - 1};
  input.options.by_context = (how & 4U) == 0;
  input.options.trim_blocks = (how & 16U) == 0;
  input.options.lstrip_blocks = (how & 32U) == 0;
  input.options.keep_trailing_newline = (how & 64U) == 0;
  std::string_view rest = input.text;
  while (true) {
    const std::size_t index = input.sources.size();
    const std::size_t end = rest.find("%%%");
    const std::string_view ending = kEndings[(how + ((how & 8U) != 0 ? index : 0)) & 3U];
    const std::string name = std::string(1, static_cast<char>('a' + index)) + std::string(ending);
    input.sources.push_back({name, name, std::string(rest.substr(0, end))});
    if (end == std::string_view::npos || input.sources.size() == 4) return input;
    rest.remove_prefix(end + 3);
  }
}

}  // namespace katern::fuzz
