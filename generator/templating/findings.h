#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "diagnostics/report.h"
#include "templating/lexer.h"
#include "templating/source.h"

namespace katern::templating {

/// What is wrong with one template, on its way to the report.
class Findings {
 public:
  Findings(const Source& source, Report& report) : source_(source), report_(report) {}

  /// Not yet in the report, so that it can be filled in; commit() puts it there.
  Diagnostic make(Code code, Span at) const { return Diagnostic(code, source_.place(at)); }
  void commit(Diagnostic diagnostic) {
    failed_ = failed_ || diagnostic.severity == Severity::error;
    if (++count_ <= kMost) report_.add(std::move(diagnostic));
  }

  void add(Code code, Span at) { commit(make(code, at)); }
  void add(Code code, Span at, std::string_view argument, std::string_view value, std::string_view suggestion = {}) {
    commit(make(code, at).with(argument, value).suggest(suggestion));
  }
  void add(const SyntaxError& error) {
    Diagnostic diagnostic = make(error.code, error.at);
    diagnostic.arguments = error.arguments;
    diagnostic.suggestion = error.suggestion;
    commit(std::move(diagnostic));
  }
  void add(const CallError& error, Span at) {
    Diagnostic diagnostic = make(error.code, at);
    diagnostic.arguments = error.arguments;
    diagnostic.suggestion = error.suggestion;
    commit(std::move(diagnostic));
  }

  bool failed() const { return failed_; }
  /// Of the template.
  std::string_view text() const { return source_.text(); }

 private:
  static constexpr std::size_t kMost = 200;  ///< of one template; who has more does not read them

  const Source& source_;
  Report& report_;
  bool failed_ = false;
  std::size_t count_ = 0;
};

}  // namespace katern::templating
