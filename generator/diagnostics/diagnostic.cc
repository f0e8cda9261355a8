#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <utility>

#include "diagnostics/phrase.h"

namespace katern {
namespace {

bool holds_phrase(std::string_view argument) { return argument == "expected" || argument == "reason"; }

std::string fill(std::string_view text, const std::vector<Diagnostic::Argument>& arguments, Language language) {
  std::string out;
  out.reserve(text.size() + 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') {
      out += text[i];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '{') {
      out += text[i++];
      continue;
    }
    const std::size_t end = text.find('}', i);
    if (end == std::string_view::npos) return out.append(text.substr(i));
    const std::string_view name = text.substr(i + 1, end - i - 1);
    const auto found = std::find_if(arguments.begin(), arguments.end(), [&](const auto& a) { return a.name == name; });
    if (found != arguments.end()) {
      out += language == Language::dutch && holds_phrase(name) ? in_dutch(found->value) : found->value;
    }
    i = end;
  }
  return out;
}

}  // namespace

Diagnostic::Diagnostic(Code c, Place p) : code(c), severity(info(c).severity), place(std::move(p)) {}

Diagnostic&& Diagnostic::with(std::string_view name, std::string_view value) && {
  arguments.push_back({std::string(name), std::string(value)});
  return std::move(*this);
}

Diagnostic&& Diagnostic::with(std::string_view name, long long value) && {
  return std::move(*this).with(name, std::to_string(value));
}

Diagnostic&& Diagnostic::suggest(std::string_view name) && {
  suggestion = name;
  return std::move(*this);
}

Diagnostic&& Diagnostic::mend(std::string_view line) && {
  mended_line = line;
  return std::move(*this);
}

Diagnostic&& Diagnostic::correct(std::string_view wrong, std::string_view right) && {
  correction = {std::string(wrong), std::string(right)};
  return std::move(*this);
}

Diagnostic&& Diagnostic::as(Severity s) && {
  severity = s;
  return std::move(*this);
}

std::string message(const Diagnostic& diagnostic, Language language) {
  const CodeInfo& known = info(diagnostic.code);
  return fill(language == Language::dutch ? known.dutch : known.english, diagnostic.arguments, language);
}

std::string advice(const Diagnostic& diagnostic, Language language) {
  const CodeInfo& known = info(diagnostic.code);
  return fill(language == Language::dutch ? known.dutch_mend : known.english_mend, diagnostic.arguments, language);
}

}  // namespace katern
