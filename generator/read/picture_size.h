#pragma once

#include <optional>
#include <string_view>

#include "read/picture.h"

namespace katern::read {

/// PNG, third edition, 11.2.1; nothing where the bytes are no PNG or its header is damaged. So the others.
std::optional<Picture> identify_png(std::string_view bytes);
/// GIF89a, section 18.
std::optional<Picture> identify_gif(std::string_view bytes);
/// ITU-T T.81, annex B; Exif 2.32, 4.6.4.A (Orientation).
std::optional<Picture> identify_jpeg(std::string_view bytes);
/// RFC 9649.
std::optional<Picture> identify_webp(std::string_view bytes);

}  // namespace katern::read
