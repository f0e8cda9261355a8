#include "templating/compiler.h"

#include <algorithm>
#include <array>
#include <utility>

#include "templating/findings.h"
#include "templating/parser.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::templating {
namespace {

constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;

bool is_readable(const Source& source, Findings& findings) {
  if (source.text().size() > kMaxBytes) {
    findings.add(Code::template_too_big, Span{});
    return false;
  }
  if (const auto invalid = text::first_invalid_utf8(source.text())) {
    findings.add(Code::template_not_utf8, Span{static_cast<std::uint32_t>(*invalid), 1});
    return false;
  }
  if (const std::size_t nul = source.text().find('\0'); nul != std::string_view::npos) {
    findings.add(Code::file_has_nul, Span{static_cast<std::uint32_t>(nul), 1});
    return false;
  }
  return true;
}

/// Null when it cannot be read; broken when it has mistakes. The report says why.
std::unique_ptr<Template> parsed(const Source& source, const CompileOptions& options, Report& report) {
  Findings findings(source, report);
  if (!is_readable(source, findings)) return nullptr;
  Mistakes mistakes;
  auto made = parse_template(source, options, mistakes);
  for (const SyntaxError& mistake : mistakes.all()) findings.add(mistake);
  return made;
}

std::unique_ptr<Template> parsed_expression(const Source& source, Report& report) {
  Findings findings(source, report);
  if (!is_readable(source, findings)) return nullptr;
  try {
    return parse_expression(source);
  } catch (const SyntaxError& error) {
    findings.add(error);
    return nullptr;
  }
}

std::unique_ptr<const Template> finished(std::unique_ptr<Template> made, const Surroundings& surroundings,
                                         Report& report) {
  if (made == nullptr) return nullptr;
  compile_names(*made, surroundings, report);
  if (made->broken) return nullptr;
  return made;
}

}  // namespace

Syntax syntax_of(std::string_view name) {
  const std::string ending = text::lower(name.substr(std::min(name.rfind('.'), name.size())));
  if (ending == ".html" || ending == ".htm") return Syntax::html;
  if (ending == ".xml" || ending == ".svg") return Syntax::xml;
  if (ending == ".json") return Syntax::json;
  return Syntax::text;
}

bool can_use(Syntax here, Syntax other, Use use) {
  if (here == other) return true;
  if (use != Use::import) return use == Use::include && here == Syntax::text;
  const bool markup_here = here == Syntax::html || here == Syntax::xml;
  return other != Syntax::xml && (other != Syntax::html || !markup_here);
}

std::unique_ptr<Template> read_template(const TemplateSource& source, const CompileOptions& options, Report& report) {
  const Place origin{source.file, {1, 1}, 0};
  const Source text(source.name, origin, source.text);
  auto made = parsed(text, options, report);
  if (made == nullptr) {
    made = std::make_unique<Template>(Source(source.name, origin, {}));
    made->broken = true;
  }
  made->syntax = syntax_of(source.name);
  return made;
}

std::unique_ptr<const Template> compile_text(std::string_view text, Place place, const Surroundings& surroundings,
                                             Report& report) {
  const Source source({}, std::move(place), text);
  const CompileOptions options{.trim_blocks = false, .lstrip_blocks = false};
  return finished(parsed(source, options, report), surroundings, report);
}

std::unique_ptr<const Template> compile_expression(std::string_view text, Place place, const Surroundings& surroundings,
                                                   Report& report) {
  const Source source({}, std::move(place), text);
  return finished(parsed_expression(source, report), surroundings, report);
}

void compile_names(Template& target, const Surroundings& surroundings, Report& report) {
  Findings findings(target.source, report);
  resolve(target, surroundings, findings);
  target.broken = target.broken || findings.failed();
}

}  // namespace katern::templating
