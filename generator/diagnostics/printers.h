#pragma once

#include <string>

#include "diagnostics/printer.h"

namespace katern {

std::string_view severity_name(Severity severity, Language language);

void append_text(std::string& out, const Diagnostic& diagnostic, const SourceLine& source, const PrintOptions& options);
void append_json_line(std::string& out, const Diagnostic& diagnostic, Language language);

/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
void append_github(std::string& out, const Diagnostic& diagnostic, Language language, std::string_view root);

}  // namespace katern
