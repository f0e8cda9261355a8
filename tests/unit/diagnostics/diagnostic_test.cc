#include "diagnostics/diagnostic.h"

#include "diagnostics/report.h"
#include "support/catch.h"

using namespace katern;

namespace {

Diagnostic unreadable(const char* file, Position at = {}) {
  return Diagnostic(Code::file_unreadable, Place{file, at, 0}).with("reason", "geen toegang");
}

}  // namespace

TEST_CASE("a message has its arguments filled in, in both languages") {
  const Diagnostic finding = unreadable("content/a.md");
  CHECK(message(finding, Language::dutch).find("geen toegang") != std::string::npos);
  CHECK(message(finding, Language::english).find("geen toegang") != std::string::npos);
  CHECK(message(finding, Language::dutch).find('{') == std::string::npos);
}

TEST_CASE("the reason that the system gives is told in the reader's language") {
  const Diagnostic full = Diagnostic(Code::file_unreadable, {}).with("reason", "No space left on device");
  CHECK(message(full, Language::dutch) == "Dit bestand kan niet worden gelezen: de schijf is vol.");
  CHECK(message(full, Language::english) == "This file cannot be read: No space left on device.");
}

TEST_CASE("a phrase keeps what stands in its gap") {
  const auto dutch = [](const char* phrase) {
    return message(Diagnostic(Code::call_bad_value, {}).with("value", "-1").with("expected", phrase), Language::dutch);
  };
  CHECK(dutch("it must be at least 3").find("het moet minstens 3 zijn") != std::string::npos);
  CHECK(dutch("what nobody foresaw").find("what nobody foresaw") != std::string::npos);
}

TEST_CASE("a report sorts by file and place and keeps a finding once") {
  Report report;
  report.add(unreadable("b.md"));
  report.add(unreadable("a.md", {10, 1}));
  report.add(unreadable("a.md", {2, 5}));
  Report other;
  other.add(unreadable("b.md"));
  report.merge(std::move(other));
  report.sort();
  REQUIRE(report.findings().size() == 3);
  CHECK(report.findings()[0].place.at.line == 2);
  CHECK(report.findings()[1].place.at.line == 10);
  CHECK(report.findings()[2].place.file == "b.md");
}

TEST_CASE("a report knows the files and folders with errors") {
  Report report;
  report.add(unreadable("content/kinds/pagina.yaml"));
  report.add(unreadable("themes/kaal/theme.yaml").as(Severity::warning));
  CHECK(report.has_errors_in("content/kinds/pagina.yaml"));
  CHECK(report.has_errors_in("content/kinds"));
  CHECK_FALSE(report.has_errors_in("content/kin"));
  CHECK_FALSE(report.has_errors_in("content/kinds/pagina.yaml/x"));
  CHECK_FALSE(report.has_errors_in("themes"));
}

TEST_CASE("warnings and hints are no errors") {
  Report report;
  report.add(unreadable("a.md").as(Severity::warning));
  report.add(unreadable("a.md").as(Severity::hint));
  CHECK_FALSE(report.has_errors());
  report.add(unreadable("a.md"));
  CHECK(report.has_errors());
  CHECK(report.count(Severity::warning) == 1);
}
