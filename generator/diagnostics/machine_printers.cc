#include "diagnostics/printers.h"
#include "text/escape.h"

namespace katern {
namespace {

void append_member(std::string& out, std::string_view key, std::string_view value) {
  out += ",\"";
  out += key;
  out += "\":\"";
  text::append_json(out, value);
  out += '"';
}

void append_member(std::string& out, std::string_view key, std::uint32_t value) {
  out += ",\"";
  out += key;
  out += "\":" + std::to_string(value);
}

void append_place(std::string& out, const Place& place) {
  append_member(out, "file", place.file);
  append_member(out, "line", place.at.line);
  append_member(out, "column", place.at.column);
}

std::string_view frame_name(Frame::Kind kind) {
  switch (kind) {
    case Frame::Kind::included: return "included";
    case Frame::Kind::imported: return "imported";
    case Frame::Kind::extended: return "extended";
    case Frame::Kind::called: return "called";
    case Frame::Kind::rendering: return "rendering";
    case Frame::Kind::referring: return "referring";
  }
  return "";
}

void append_trace(std::string& out, const std::vector<Frame>& trace) {
  out += ",\"trace\":[";
  for (const Frame& frame : trace) {
    if (out.back() != '[') out += ',';
    out += "{\"kind\":\"";
    out += frame_name(frame.kind);
    out += '"';
    append_member(out, "name", frame.name);
    append_place(out, frame.place);
    out += '}';
  }
  out += ']';
}

std::string_view github_level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: return "notice";
  }
  return "notice";
}

void append_command_text(std::string& out, std::string_view text, bool property) {
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += property ? "%3A" : ":"; break;
      case ',': out += property ? "%2C" : ","; break;
      default: out += c;
    }
  }
}

}  // namespace

void append_json_line(std::string& out, const Diagnostic& diagnostic, Language language) {
  out += "{\"code\":\"";
  out += info(diagnostic.code).name;
  out += '"';
  append_member(out, "severity", severity_name(diagnostic.severity, Language::english));
  append_place(out, diagnostic.place);
  append_member(out, "length", diagnostic.place.length);
  append_member(out, "message", message(diagnostic, language));
  append_member(out, "advice", advice(diagnostic, language));
  append_member(out, "suggestion", diagnostic.suggestion);
  append_member(out, "mended_line", diagnostic.mended_line);
  append_trace(out, diagnostic.trace);
  out += "}\n";
}

void append_github(std::string& out, const Diagnostic& diagnostic, Language language, std::string_view root) {
  out += "::";
  out += github_level(diagnostic.severity);
  out += " file=";
  if (root != "." && !diagnostic.place.file.empty()) {
    append_command_text(out, root, true);
    out += '/';
  }
  append_command_text(out, diagnostic.place.file, true);
  if (diagnostic.place.at.line > 0) out += ",line=" + std::to_string(diagnostic.place.at.line);
  if (diagnostic.place.at.column > 0) out += ",col=" + std::to_string(diagnostic.place.at.column);
  out += ",title=";
  append_command_text(out, info(diagnostic.code).name, true);
  out += "::";
  append_command_text(out, message(diagnostic, language), false);
  const bool dutch = language == Language::dutch;
  if (!diagnostic.suggestion.empty()) {
    append_command_text(out, (dutch ? " Bedoelde je ‘" : " Did you mean ‘") + diagnostic.suggestion + "’?", false);
  }
  if (const std::string what = advice(diagnostic, language); !what.empty()) append_command_text(out, " " + what, false);
  if (!diagnostic.mended_line.empty()) {
    const std::string_view lead = dutch ? "\nZo is het goed: " : "\nThis is right: ";
    append_command_text(out, std::string(lead) + diagnostic.mended_line, false);
  }
  out += '\n';
}

}  // namespace katern
