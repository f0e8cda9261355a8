#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/report.h"
#include "templating/library.h"
#include "value/json.h"

namespace katern::templating {

/// What came of compiling and rendering: the text, and the findings one a line, as "code line:column".
struct Rendered {
  std::string text;
  std::string findings;
  Report report;
};

inline std::string listed(const Report& report) {
  std::string all;
  for (const Diagnostic& d : report.findings()) {
    if (!all.empty()) all += '\n';
    all += std::string(info(d.code).name) + " " + std::to_string(d.place.at.line) + ":" +
           std::to_string(d.place.at.column);
    if (!d.suggestion.empty()) all += " " + d.suggestion;
  }
  return all;
}

/// Templates by name; the first one is rendered, with data from a JSON object.
class Theme {
 public:
  explicit Theme(std::vector<std::pair<std::string, std::string>> templates, const char* data)
      : templates_(std::move(templates)), data_(*from_json(data)) {}

  Theme&& with(CompileOptions options) && {
    options_ = options;
    return std::move(*this);
  }
  Theme&& with(Limits limits) && {
    limits_ = limits;
    return std::move(*this);
  }

  Rendered render() const {
    static const Registry registry = Registry::standard();
    Rendered result;
    std::vector<TemplateSource> sources;
    for (const auto& [name, text] : templates_) sources.push_back({name, "themes/t/templates/" + name, text});
    const Library library = Library::compile(std::move(sources), registry, result.report, options_);
    if (!result.report.has_errors()) {
      const Scope scope{{data_.borrow()}};
      library.render(templates_.front().first, scope, "content/entry.md", result.text, result.report, limits_);
    }
    result.report.sort();
    result.findings = listed(result.report);
    return result;
  }

 private:
  std::vector<std::pair<std::string, std::string>> templates_;
  Value data_;
  CompileOptions options_;
  Limits limits_;
};

/// One template as plain text, with Jinja's own writing of none.
inline Rendered render(std::string_view text, const char* data = "{}") {
  CompileOptions options;
  options.none_as_empty = false;
  return Theme({{"page.txt", std::string(text)}}, data).with(options).render();
}

}  // namespace katern::templating
