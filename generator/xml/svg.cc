#include "xml/svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "text/utf8.h"
#include "xml/tree.h"

namespace katern::xml {
namespace {

using Kind = SvgError::Kind;

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kHtmlNamespace = "http://www.w3.org/1999/xhtml";
constexpr std::string_view kSpaces = " \t\n\r\f";

/// Elements that run scripts or hold something else than a drawing, in lower case: a browser that reads the drawing as
/// part of an HTML page does not tell the cases apart.
constexpr std::array<std::string_view, 12> kActiveElements = {"script", "foreignobject", "handler", "listener",
                                                              "iframe", "embed",         "object",  "audio",
                                                              "video",  "canvas",        "html",    "body"};

constexpr std::array<std::string_view, 5> kAnimations = {"animate", "set", "animatetransform", "animatemotion",
                                                         "animatecolor"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& choices) {
  return std::find(choices.begin(), choices.end(), text) != choices.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kSpaces);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpaces) - start + 1);
}

struct Offence {
  Kind kind;
  std::string found;
};

std::string shortened(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string out(text::prefix(text, kShown));
  if (out.size() < text.size()) out += "…";
  return out;
}

/// `value` in lower case, without spaces around it.
bool stays_inside(std::string_view value) {
  if (value.starts_with('#')) return true;
  constexpr std::array<std::string_view, 5> kPictures = {"png", "jpeg", "jpg", "gif", "webp"};
  constexpr std::string_view kData = "data:image/";
  if (!value.starts_with(kData)) return false;
  value.remove_prefix(kData.size());
  const std::size_t end = value.find_first_of(";,");
  return end != std::string_view::npos && is_one_of(value.substr(0, end), kPictures);
}

/// What a style or a presentation attribute refers to, if that is outside the file. `css` in lower case.
std::optional<std::string_view> reference_in(std::string_view css) {
  constexpr std::array<std::string_view, 6> kLoaders = {"@import", "image-set(",  "image(",
                                                        "src(",    "expression(", "-moz-binding"};
  for (const std::string_view loader : kLoaders) {
    if (const std::size_t at = css.find(loader); at != std::string_view::npos) return css.substr(at);
  }
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at + 1)) {
    const std::size_t target = css.find_first_not_of(" \t\n\r\f\"'", at + 4);
    if (target == std::string_view::npos || !stays_inside(css.substr(target))) return css.substr(at);
  }
  // An escape can spell any of these words in another way.
  const std::size_t escape = css.find('\\');
  if (escape != std::string_view::npos && css.find_first_of("(@") != std::string_view::npos) return css.substr(escape);
  return std::nullopt;
}

std::optional<Offence> check_attribute(std::string_view written_name, std::string_view written_value) {
  const std::string name = lower(local_name(written_name));
  const std::string lowered = lower(written_value);
  const std::string_view value = trimmed(lowered);
  const auto offence = [&](Kind kind) {
    return Offence{kind, shortened(std::string(written_name) + "=\"" + std::string(written_value) + "\"")};
  };
  if (name.starts_with("on")) return offence(Kind::active);
  if (written_name.starts_with("xmlns")) {
    if (value == kHtmlNamespace) return offence(Kind::active);
    return std::nullopt;
  }
  if ((name == "href" || name == "src") && !stays_inside(value)) return offence(Kind::external);
  // xml:base moves every reference of the file to another one.
  if (name == "base") return offence(Kind::external);
  const bool may_be_css = written_name.find(':') == std::string_view::npos;
  if (may_be_css && reference_in(lowered)) return offence(Kind::external);
  return std::nullopt;
}

std::optional<Offence> check_animation(pugi::xml_node element) {
  for (const pugi::xml_attribute attribute : element.attributes()) {
    if (lower(local_name(attribute.name())) != "attributename") continue;
    const std::string value = lower(attribute.value());
    const std::string_view target = local_name(trimmed(value));
    if (target == "href" || target == "src" || target.starts_with("on")) {
      return Offence{Kind::active, shortened("attributeName=\"" + std::string(attribute.value()) + "\"")};
    }
  }
  return std::nullopt;
}

/// All text of a style element at once: it is one sheet, also where comments part it.
std::optional<Offence> check_style(pugi::xml_node element) {
  std::string sheet;
  for (const pugi::xml_node child : element.children()) sheet += lower(child.value());
  if (const auto found = reference_in(sheet)) return Offence{Kind::external, shortened(*found)};
  return std::nullopt;
}

std::optional<Offence> check_element(pugi::xml_node element) {
  const std::string name = lower(local_name(element.name()));
  if (is_one_of(name, kActiveElements)) return Offence{Kind::active, "<" + std::string(element.name()) + ">"};
  for (const pugi::xml_attribute attribute : element.attributes()) {
    if (auto offence = check_attribute(attribute.name(), attribute.value())) return offence;
  }
  if (is_one_of(name, kAnimations)) return check_animation(element);
  if (name == "style") return check_style(element);
  return std::nullopt;
}

std::optional<Offence> check_node(pugi::xml_node node) {
  if (node.type() == pugi::node_element) return check_element(node);
  if (node.type() == pugi::node_pi && lower(node.name()) == "xml-stylesheet") {
    return Offence{Kind::external, "<?xml-stylesheet?>"};
  }
  return std::nullopt;
}

bool is_svg(pugi::xml_node root) {
  const std::string_view name = root.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return local_name(name) == "svg" && root.attribute(declaration.c_str()).value() == kSvgNamespace;
}

/// A number at the beginning of `text`, which moves past it. The machine's locale plays no part.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  double scale = 1;
  std::size_t at = text.starts_with('+') ? 1 : 0;
  bool digits = false;
  bool fraction = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '.' && !fraction) {
      fraction = true;
    } else if (text[at] >= '0' && text[at] <= '9') {
      digits = true;
      value = value * 10 + (text[at] - '0');
      if (fraction) scale *= 10;
    } else {
      break;
    }
  }
  if (!digits || !std::isfinite(value) || !std::isfinite(scale)) return std::nullopt;
  text.remove_prefix(at);
  return value / scale;
}

/// A length in px, or 0 where it depends on where the drawing is shown (%, em) or is no length.
double pixels(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, double>, 8> kUnits = {{{"", 1},
                                                                          {"px", 1},
                                                                          {"pt", 96.0 / 72},
                                                                          {"pc", 16},
                                                                          {"in", 96},
                                                                          {"cm", 96 / 2.54},
                                                                          {"mm", 96 / 25.4},
                                                                          {"q", 96 / 101.6}}};
  const std::string lowered = lower(trimmed(text));
  std::string_view rest = lowered;
  const auto number = take_number(rest);
  const auto unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& u) { return u.first == rest; });
  return number && unit != kUnits.end() ? *number * unit->second : 0;
}

/// The last two of the four numbers of a viewBox.
SvgSize view_box(std::string_view text) {
  std::array<double, 4> numbers{};
  for (double& number : numbers) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n\r\f,"), text.size()));
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto found = take_number(text);
    if (!found) return {};
    number = negative ? -*found : *found;
  }
  if (numbers[2] <= 0 || numbers[3] <= 0) return {};
  return {numbers[2], numbers[3]};
}

SvgSize size_of(pugi::xml_node root) {
  const SvgSize box = view_box(root.attribute("viewBox").value());
  SvgSize size{pixels(root.attribute("width").value()), pixels(root.attribute("height").value())};
  if (size.width > 0 && size.height > 0) return size;
  if (box.width <= 0) return {};
  if (size.width > 0) return {size.width, size.width * box.height / box.width};
  if (size.height > 0) return {size.height * box.width / box.height, size.height};
  return box;
}

}  // namespace

bool looks_like_svg(std::string_view bytes) {
  constexpr std::size_t kLookAhead = 4096;
  const std::string_view head = bytes.substr(0, kLookAhead);
  const std::size_t start = head.find_first_not_of(" \t\n\r\xEF\xBB\xBF");
  if (start == std::string_view::npos || head[start] != '<') return false;
  return head.find("<svg") != std::string_view::npos || head.find(":svg") != std::string_view::npos;
}

Result<SvgSize, SvgError> check_svg(std::string_view bytes) {
  if (bytes.size() > kMaxSvgBytes) return unexpected(SvgError{Kind::too_large, std::to_string(bytes.size()), {}});
  const auto document = load(bytes);
  if (!document) {
    const Flaw& flaw = document.error();
    return unexpected(
        SvgError{flaw.doctype ? Kind::doctype : Kind::malformed, flaw.reason, position_at(bytes, flaw.offset)});
  }
  const pugi::xml_node root = (*document)->document_element();
  if (!is_svg(root)) {
    return unexpected(SvgError{Kind::malformed, "the root is not an svg element of " + std::string(kSvgNamespace),
                               position_at(bytes, offset_of(root))});
  }
  for (pugi::xml_node node = next_node(**document); node; node = next_node(node)) {
    if (auto offence = check_node(node)) {
      return unexpected(SvgError{offence->kind, std::move(offence->found), position_at(bytes, offset_of(node))});
    }
  }
  return size_of(root);
}

}  // namespace katern::xml
