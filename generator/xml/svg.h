#pragma once

#include <string>
#include <string_view>

#include "diagnostics/place.h"
#include "diagnostics/result.h"

namespace katern::xml {

/// The size that a drawing asks for, in px; 0 where it has none.
struct SvgSize {
  double width = 0;
  double height = 0;
};

/// Why a drawing is refused.
struct SvgError {
  enum class Kind {
    malformed,  ///< no well-formed XML, or no SVG
    doctype,    ///< a DOCTYPE, which may declare entities
    active,     ///< script, or another element or attribute that can run one
    external,   ///< something that is not in the file: a link, a picture, a font, a style sheet
    too_large,  ///< more than kMaxSvgBytes
  };

  Kind kind = Kind::malformed;
  std::string found;  ///< the offending text of the drawing, shortened; for `malformed` the reason, in English
  Position at;
};

constexpr std::size_t kMaxSvgBytes = std::size_t{4} * 1024 * 1024;

/// Whether the bytes seem to be meant as SVG, right or wrong.
bool looks_like_svg(std::string_view bytes);

/// Checks a drawing from outsiders, who may send anything. What passes is well-formed SVG that runs nothing and loads
/// nothing, wherever it is shown: its references stay inside it, or are PNG, JPEG, GIF or WebP as data: URLs.
Result<SvgSize, SvgError> check_svg(std::string_view bytes);

}  // namespace katern::xml
