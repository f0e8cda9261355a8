#include "read/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "read/file_name.h"
#include "read/picture_size.h"
#include "read/size_in_words.h"
#include "xml/svg.h"

namespace katern::read {
namespace {

using Format = Picture::Format;

std::optional<Picture> identify_raster(std::string_view bytes) {
  if (const auto png = identify_png(bytes)) return png;
  if (const auto jpeg = identify_jpeg(bytes)) return jpeg;
  if (const auto gif = identify_gif(bytes)) return gif;
  return identify_webp(bytes);
}

std::uint32_t whole_pixels(double size) {
  constexpr double kMost = 1e6;
  return static_cast<std::uint32_t>(std::lround(std::min(size, kMost)));
}

Picture picture_of(const xml::SvgSize& size) {
  return {Format::svg, whole_pixels(size.width), whole_pixels(size.height)};
}

Diagnostic refusal(const xml::SvgError& error, std::size_t bytes, std::string_view path) {
  using Kind = xml::SvgError::Kind;
  const Place place{std::string(path), error.at, 0};
  switch (error.kind) {
    case Kind::doctype: return {Code::svg_doctype, place};
    case Kind::active: return Diagnostic(Code::svg_active, place).with("value", printable(error.found));
    case Kind::external: return Diagnostic(Code::svg_external, place).with("value", printable(error.found));
    case Kind::too_large:
      return Diagnostic(Code::file_too_large, place)
          .with("size", size_in_words(bytes))
          .with("max", size_in_words(xml::kMaxSvgBytes));
    case Kind::malformed: break;
  }
  return Diagnostic(Code::svg_malformed, place).with("reason", error.found);
}

struct Naming {
  std::string_view shown;
  std::string_view ending;
};

Naming naming_of(Format format) {
  switch (format) {
    case Format::png: return {"PNG", "png"};
    case Format::jpeg: return {"JPEG", "jpg"};
    case Format::gif: return {"GIF", "gif"};
    case Format::webp: return {"WebP", "webp"};
    case Format::svg: return {"SVG", "svg"};
  }
  return {};
}

void check_name(std::string_view path, Format format, Report& report) {
  const Naming naming = naming_of(format);
  const std::string ending = extension(path);
  if (ending == naming.ending || (ending == "jpeg" && format == Format::jpeg)) return;
  const std::string_view name = file_name(path);
  std::string better(name.substr(0, name.rfind('.')));
  better.append(".").append(naming.ending);
  report.add(Diagnostic(Code::picture_mislabelled, Place{std::string(path), {}, 0})
                 .with("value", ending)
                 .with("format", naming.shown)
                 .with("better", better));
}

}  // namespace

std::optional<Picture> identify(std::string_view bytes) {
  if (const auto raster = identify_raster(bytes)) return raster;
  if (!xml::looks_like_svg(bytes)) return std::nullopt;
  const auto drawing = xml::check_svg(bytes);
  if (!drawing) return std::nullopt;
  return picture_of(*drawing);
}

std::optional<Picture> check_picture(std::string_view path, std::string_view bytes, Report& report) {
  std::optional<Picture> picture = identify_raster(bytes);
  if (!picture && (extension(path) == "svg" || xml::looks_like_svg(bytes))) {
    const auto drawing = xml::check_svg(bytes);
    if (!drawing) {
      report.add(refusal(drawing.error(), bytes.size(), path));
      return Picture{Format::svg};
    }
    picture = picture_of(*drawing);
  }
  if (picture) check_name(path, picture->format, report);
  return picture;
}

}  // namespace katern::read
