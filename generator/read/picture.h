#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/report.h"

namespace katern::read {

/// What the first bytes of a picture tell, without decoding it.
struct Picture {
  enum class Format { png, jpeg, gif, webp, svg };

  Format format = Format::png;
  std::uint32_t width = 0;  ///< px as shown (turned by EXIF where it says so); 0 for an SVG without a size
  std::uint32_t height = 0;
};

/// By magic bytes, never by the file's name. Nothing when it is none of these or its header is damaged.
/// An SVG is also checked as check_picture() does.
std::optional<Picture> identify(std::string_view bytes);

/// As identify(), for a file of the site, with findings: an SVG that is damaged, runs something or reaches outside
/// itself is an error, a name that belongs to another format a warning. A file that is no picture at all is no finding
/// here.
std::optional<Picture> check_picture(std::string_view path, std::string_view bytes, Report& report);

}  // namespace katern::read
