#include "read/picture_size.h"

#include <cstddef>
#include <utility>

namespace katern::read {
namespace {

using namespace std::string_view_literals;
using Format = Picture::Format;

enum class Order { big, little };

/// Numbers in a picture's header; what lies past its end reads as zero.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes, Order order = Order::big) : bytes_(bytes), order_(order) {}

  std::uint32_t number(std::size_t at, std::size_t width) const {
    if (at > bytes_.size() || bytes_.size() - at < width) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      const std::size_t next = order_ == Order::big ? at + i : at + width - 1 - i;
      value = (value << 8) | static_cast<unsigned char>(bytes_[next]);
    }
    return value;
  }

  bool stands(std::size_t at, std::string_view token) const {
    return at <= bytes_.size() && bytes_.substr(at, token.size()) == token;
  }

  std::size_t size() const { return bytes_.size(); }
  std::string_view from(std::size_t at, std::size_t count) const {
    return at > bytes_.size() ? std::string_view() : bytes_.substr(at, count);
  }

 private:
  std::string_view bytes_;
  Order order_;
};

std::optional<Picture> sized(Format format, std::uint32_t width, std::uint32_t height) {
  constexpr std::uint32_t kMost = 0x7FFFFFFF;
  if (width == 0 || height == 0 || width > kMost || height > kMost) return std::nullopt;
  return Picture{format, width, height};
}

/// The orientation that an Exif segment gives, 1 to 8; 1 (upright) where it gives none.
std::uint32_t orientation_of(std::string_view exif) {
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::uint32_t kShort = 3;
  const bool little = exif.starts_with("II*\0"sv);
  if (!little && !exif.starts_with("MM\0*"sv)) return 1;
  const Bytes tiff(exif, little ? Order::little : Order::big);
  const std::size_t directory = tiff.number(4, 4);
  const std::uint32_t entries = tiff.number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry >= tiff.size()) break;
    if (tiff.number(entry, 2) != kOrientation || tiff.number(entry + 2, 2) != kShort) continue;
    const std::uint32_t orientation = tiff.number(entry + 8, 2);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

bool is_frame_header(unsigned marker) {
  constexpr unsigned kHuffmanTables = 0xC4;
  constexpr unsigned kReserved = 0xC8;
  constexpr unsigned kArithmeticTables = 0xCC;
  return marker >= 0xC0 && marker <= 0xCF && marker != kHuffmanTables && marker != kReserved &&
         marker != kArithmeticTables;
}

/// Markers without a segment behind them: TEM and the restart markers.
bool stands_alone(unsigned marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7); }

std::optional<Picture> identify_vp8(const Bytes& file) {
  constexpr std::uint32_t kSizeBits = 0x3FFF;
  if (!file.stands(23, "\x9D\x01\x2A"sv)) return std::nullopt;
  return sized(Format::webp, file.number(26, 2) & kSizeBits, file.number(28, 2) & kSizeBits);
}

std::optional<Picture> identify_vp8l(const Bytes& file) {
  constexpr std::uint32_t kSizeBits = 0x3FFF;
  if (!file.stands(20, "\x2F"sv) || file.size() < 25) return std::nullopt;
  const std::uint32_t bits = file.number(21, 4);
  return sized(Format::webp, (bits & kSizeBits) + 1, ((bits >> 14) & kSizeBits) + 1);
}

}  // namespace

std::optional<Picture> identify_png(std::string_view bytes) {
  const Bytes file(bytes);
  if (!file.stands(0, "\x89PNG\r\n\x1A\n"sv) || !file.stands(12, "IHDR"sv)) return std::nullopt;
  return sized(Format::png, file.number(16, 4), file.number(20, 4));
}

std::optional<Picture> identify_gif(std::string_view bytes) {
  const Bytes file(bytes, Order::little);
  if (!file.stands(0, "GIF87a"sv) && !file.stands(0, "GIF89a"sv)) return std::nullopt;
  return sized(Format::gif, file.number(6, 2), file.number(8, 2));
}

std::optional<Picture> identify_jpeg(std::string_view bytes) {
  constexpr unsigned kApp1 = 0xE1;
  constexpr unsigned kStartOfScan = 0xDA;
  constexpr unsigned kEndOfImage = 0xD9;
  constexpr std::string_view kExif = "Exif\0\0"sv;
  const Bytes file(bytes);
  if (!file.stands(0, "\xFF\xD8\xFF"sv)) return std::nullopt;
  std::uint32_t orientation = 1;
  std::size_t at = 2;
  while (file.stands(at, "\xFF"sv)) {
    const unsigned marker = file.number(at + 1, 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (stands_alone(marker)) {
      at += 2;
      continue;
    }
    const std::size_t length = file.number(at + 2, 2);
    if (length < 2 || marker == kStartOfScan || marker == kEndOfImage) return std::nullopt;
    if (is_frame_header(marker)) {
      std::uint32_t height = file.number(at + 5, 2);
      std::uint32_t width = file.number(at + 7, 2);
      constexpr std::uint32_t kFirstOnItsSide = 5;
      if (orientation >= kFirstOnItsSide) std::swap(width, height);
      return sized(Format::jpeg, width, height);
    }
    if (marker == kApp1 && file.stands(at + 4, kExif)) {
      orientation = orientation_of(file.from(at + 4 + kExif.size(), length - 2));
    }
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<Picture> identify_webp(std::string_view bytes) {
  const Bytes file(bytes, Order::little);
  if (!file.stands(0, "RIFF"sv) || !file.stands(8, "WEBP"sv)) return std::nullopt;
  if (file.stands(12, "VP8 "sv)) return identify_vp8(file);
  if (file.stands(12, "VP8L"sv)) return identify_vp8l(file);
  if (!file.stands(12, "VP8X"sv) || file.size() < 30) return std::nullopt;
  return sized(Format::webp, file.number(24, 3) + 1, file.number(27, 3) + 1);
}

}  // namespace katern::read
