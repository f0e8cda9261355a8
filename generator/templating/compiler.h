#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "templating/ast.h"
#include "templating/library.h"
#include "templating/resolver.h"

namespace katern::templating {

/// What a template of that name writes: .html and .htm; .xml and .svg; .json; anything else is text. Case means
/// nothing.
Syntax syntax_of(std::string_view name);

/// How one template takes another in.
enum class Use : std::uint8_t { include, extend, import };

/// Whether a template may take in one of another kind. What is written into markup or JSON must be escaped as that is,
/// and blocks as what they are put into. The macros of a text make text, which is escaped where it is written; those of
/// HTML make HTML; those of XML are good in XML only, on whatever way they come.
bool can_use(Syntax here, Syntax other, Use use);

/// Reads a template. Mistakes in its syntax are reported, and the template is marked broken.
std::unique_ptr<Template> read_template(const TemplateSource& source, const CompileOptions& options, Report& report);

/// A text with tags, or an expression, at a place within another file; null, and an error in the report, when it cannot
/// be compiled.
std::unique_ptr<const Template> compile_text(std::string_view text, Place place, const Surroundings& surroundings,
                                             Report& report);
std::unique_ptr<const Template> compile_expression(std::string_view text, Place place, const Surroundings& surroundings,
                                                   Report& report);

/// Resolves a template's names; marks it broken when there is an error.
void compile_names(Template& target, const Surroundings& surroundings, Report& report);

}  // namespace katern::templating
