#include <algorithm>

#include "diagnostics/printers.h"
#include "text/utf8.h"

namespace katern {
namespace {

// Lines longer than this are shown as the stretch around the place.
constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kContext = 60;

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kBlue = "\x1b[34m";
constexpr std::string_view kOff = "\x1b[0m";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return kRed;
    case Severity::warning: return kYellow;
    case Severity::hint: return kBlue;
  }
  return kOff;
}

class Painter {
 public:
  Painter(std::string& out, bool color) : out_(out), color_(color) {}

  void write(std::string_view text) { out_ += text; }
  void paint(std::string_view color, std::string_view text) {
    if (color_) out_ += color;
    out_ += text;
    if (color_) out_ += kOff;
  }

 private:
  std::string& out_;
  bool color_;
};

// What a terminal would obey or show out of order is shown as a space or left out.
std::string printable(std::string_view line) {
  std::string shown;
  shown.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::next(line, at);
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool bidi = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    text::append(shown, control || bidi ? U' ' : c);
  }
  return shown;
}

struct Excerpt {
  std::string line;
  std::size_t column = 1;  ///< of the place within `line`, from 1
};

Excerpt excerpt(std::string_view whole, std::size_t column) {
  std::string shown = printable(whole);
  const std::size_t length = text::length(shown);
  if (length <= kLongestLine) return {std::move(shown), column};
  const std::size_t from = column > kContext ? column - kContext : 0;
  std::string_view rest = shown;
  rest.remove_prefix(text::prefix(rest, from).size());
  std::string cut = from > 0 ? "…" : "";
  cut += text::prefix(rest, 2 * kContext);
  if (from + 2 * kContext < length) cut += "…";
  return {std::move(cut), column - from + (from > 0 ? 1 : 0)};
}

void append_source(Painter& painter, const Place& place, std::string_view whole, std::string_view color) {
  const std::string number = std::to_string(place.at.line);
  const std::string margin(number.size() + 2, ' ');
  const auto [line, column] = excerpt(whole, std::max<std::size_t>(place.at.column, 1));
  painter.paint(kDim, margin + " |\n");
  painter.paint(kDim, "  " + number + " | ");
  painter.write(line + "\n");
  if (place.at.column == 0) return;
  painter.paint(kDim, margin + " | ");
  const std::size_t room = std::max(text::length(line) + 1, column) - column;
  const std::size_t marks = std::clamp<std::size_t>(place.length, 1, std::max<std::size_t>(room, 1));
  painter.paint(color, std::string(column - 1, ' ') + std::string(marks, '^'));
  painter.write("\n");
}

std::string where(const Place& place) {
  std::string text = place.file;
  if (place.at.line > 0) text += ':' + std::to_string(place.at.line);
  if (place.at.column > 0) text += ':' + std::to_string(place.at.column);
  return text;
}

std::string_view step_name(Frame::Kind kind, bool dutch) {
  switch (kind) {
    case Frame::Kind::included: return dutch ? "ingevoegd in" : "included in";
    case Frame::Kind::imported: return dutch ? "geïmporteerd in" : "imported in";
    case Frame::Kind::extended: return dutch ? "uitgebreid in" : "extended in";
    case Frame::Kind::called: return dutch ? "aangeroepen in" : "called in";
    case Frame::Kind::referring: return dutch ? "verwijst in" : "refers in";
    case Frame::Kind::rendering: break;
  }
  return dutch ? "bij het maken van" : "while rendering";
}

std::string frame_text(const Frame& frame, Language language) {
  std::string step(step_name(frame.kind, language == Language::dutch));
  if (frame.kind == Frame::Kind::rendering) return step + ' ' + frame.name;
  if (!frame.name.empty()) step = frame.name + ' ' + step;
  return step + ' ' + where(frame.place);
}

// One line stands beside the words; several stand below each other, as in the file.
void append_mended(Painter& painter, std::string_view lines, bool dutch) {
  if (lines.empty()) return;
  const bool several = lines.find('\n') != std::string_view::npos;
  const std::string lead = dutch ? "  → Zo is het goed:" : "  → This is right:";
  painter.paint(kGreen, several ? lead : lead + ' ');
  if (several) painter.write("\n");
  while (true) {
    const std::size_t end = lines.find('\n');
    painter.write((several ? "    " : "") + printable(lines.substr(0, end)) + "\n");
    if (end == std::string_view::npos) return;
    lines.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view severity_name(Severity severity, Language language) {
  const bool dutch = language == Language::dutch;
  switch (severity) {
    case Severity::error: return dutch ? "fout" : "error";
    case Severity::warning: return dutch ? "waarschuwing" : "warning";
    case Severity::hint: return "hint";
  }
  return "";
}

void append_text(std::string& out, const Diagnostic& diagnostic, const SourceLine& source,
                 const PrintOptions& options) {
  const bool dutch = options.language == Language::dutch;
  Painter painter(out, options.color);
  const Place& place = diagnostic.place;
  if (!place.file.empty()) painter.paint(kBold, where(place) + "\n");
  painter.paint(color_of(diagnostic.severity), severity_name(diagnostic.severity, options.language));
  painter.write(": " + printable(message(diagnostic, options.language)));
  painter.paint(kDim, " [" + std::string(info(diagnostic.code).name) + "]\n");
  if (place.at.line > 0) {
    if (const auto line = source(place.file, place.at.line)) {
      append_source(painter, place, *line, color_of(diagnostic.severity));
    }
  }
  for (const Frame& frame : diagnostic.trace) painter.paint(kDim, "  " + frame_text(frame, options.language) + "\n");
  if (!diagnostic.suggestion.empty()) {
    painter.paint(kGreen, "  → ");
    painter.write(std::string(dutch ? "Bedoelde je ‘" : "Did you mean ‘") + printable(diagnostic.suggestion) + "’?\n");
  }
  if (const std::string what = advice(diagnostic, options.language); !what.empty()) {
    painter.paint(kGreen, "  → ");
    painter.write(printable(what) + "\n");
  }
  append_mended(painter, diagnostic.mended_line, dutch);
  painter.write("\n");
}

}  // namespace katern
