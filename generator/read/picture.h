#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace katern::read {

/// What the first bytes of a picture tell, without decoding it.
struct Picture {
  enum class Format { png, jpeg, gif, webp, svg };

  Format format = Format::png;
  std::uint32_t width = 0;  ///< px as shown (turned by EXIF where it says so); 0 for an SVG without a size
  std::uint32_t height = 0;
};

/// By magic bytes, never by the file's name. Nothing when it is none of these or its header is damaged.
std::optional<Picture> identify(std::string_view bytes);

}  // namespace katern::read
