#include "diagnostics/printer.h"

#include "support/catch.h"

using namespace katern;

namespace {

Report one_finding(Diagnostic finding) {
  Report report;
  report.add(std::move(finding));
  return report;
}

Diagnostic finding_at(Position at, std::uint32_t length) {
  return Diagnostic(Code::file_unreadable, Place{"content/a.md", at, length}).with("reason", "kapot");
}

const SourceLine kLine = [](const std::string&, std::uint32_t) { return std::optional<std::string>("naam: één twee"); };
const SourceLine kNoLine = [](const std::string&, std::uint32_t) { return std::optional<std::string>(); };

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("text shows the line and marks the place by characters, not bytes") {
  const std::string text = print(one_finding(finding_at({3, 11}, 4)), Format::text, kLine, {});
  CHECK(contains(text, "content/a.md:3:11\nfout: "));
  CHECK(contains(text, "  3 | naam: één twee\n    |           ^^^^\n"));
}

TEST_CASE("the mark ends where the line ends") {
  const std::string text = print(one_finding(finding_at({3, 11}, 400)), Format::text, kLine, {});
  CHECK(contains(text, " ^^^^\n"));
  CHECK_FALSE(contains(text, "^^^^^"));
}

TEST_CASE("a long line is shown around the place") {
  const std::string long_line = std::string(500, 'a') + "HIER" + std::string(500, 'b');
  const SourceLine source = [&](const std::string&, std::uint32_t) { return std::optional(long_line); };
  const std::string text = print(one_finding(finding_at({1, 501}, 4)), Format::text, source, {});
  CHECK(contains(text, "…aaa"));
  CHECK(contains(text, "HIER"));
  CHECK(text.size() < 600);
}

TEST_CASE("nothing in a line or a message can steer the terminal") {
  const SourceLine source = [](const std::string&, std::uint32_t) {
    return std::optional<std::string>("\x1b[2J\u202evia");
  };
  const std::string text =
      print(one_finding(finding_at({1, 1}, 1).with("reason", "\x1b]0;x\x07")), Format::text, source, {});
  CHECK_FALSE(contains(text, "\x1b"));
  CHECK_FALSE(contains(text, "\u202e"));
}

TEST_CASE("without the source the finding stands all the same") {
  CHECK(contains(print(one_finding(finding_at({3, 11}, 4)), Format::text, kNoLine, {}), "kapot"));
}

TEST_CASE("a suggestion, the mended line and the chain are shown") {
  Diagnostic finding = finding_at({1, 1}, 1).suggest("titel").mend("titel: \"Leren: hoe?\"");
  finding.trace.push_back({Frame::Kind::included, "base.html", {"themes/x/base.html", {7, 3}, 0}});
  finding.trace.push_back({Frame::Kind::rendering, "content/a.md", {}});
  const std::string dutch = print(one_finding(finding), Format::text, kLine, {});
  CHECK(contains(dutch, "Bedoelde je ‘titel’?"));
  CHECK(contains(dutch, "Zo is het goed: titel: \"Leren: hoe?\""));
  CHECK(contains(dutch, "base.html ingevoegd in themes/x/base.html:7:3"));
  CHECK(contains(dutch, "bij het maken van content/a.md"));
  const std::string english = print(one_finding(finding), Format::text, kLine, {Language::english, false});
  CHECK(contains(english, "Did you mean ‘titel’?"));
}

TEST_CASE("a word that is nearly right is put right in its line, in every format") {
  const auto printed = [](const char* line, std::uint32_t column, std::uint32_t length, const char* suggestion) {
    const SourceLine source = [=](const std::string&, std::uint32_t) { return std::optional<std::string>(line); };
    return print(one_finding(finding_at({1, column}, length).suggest(suggestion)), Format::json, source, {});
  };
  CHECK(contains(printed("één: [noor-vorbeeld, b]", 7, 13, "noor-voorbeeld"), R"("één: [noor-voorbeeld, b]")"));
  CHECK(contains(printed("a: 'noor-vorbeeld'", 4, 15, "noor-voorbeeld"), "a: 'noor-voorbeeld'"));
  CHECK(contains(printed("zie @bos-2O20.", 5, 9, "bos-2020"), "zie @bos-2020."));
  CHECK(contains(printed("a: iets heel anders", 4, 4, "noor-voorbeeld"), R"("mended_line":"")"));
}

TEST_CASE("what is wrong at the place or after it is put right in its line") {
  const auto printed = [](const char* line, std::uint32_t column, const char* wrong, const char* right,
                          Language language) {
    const SourceLine source = [=](const std::string&, std::uint32_t) { return std::optional<std::string>(line); };
    return print(one_finding(finding_at({1, column}, 0).correct(wrong, right)), Format::json, source,
                 {language, false});
  };
  CHECK(contains(printed("é {a: 1,5, b: 1,5}", 12, "1,5", "1.5", Language::dutch), "\"é {a: 1,5, b: 1.5}\""));
  CHECK(contains(printed("zie [oud](oud.md)", 5, "(oud.md", "(nieuw.md", Language::dutch), "\"zie [oud](nieuw.md)\""));
  CHECK(contains(printed("anders", 1, "1,5", "1.5", Language::dutch), R"("mended_line":"")"));
  const char* describe = "![Say here what the picture shows]";
  CHECK(contains(printed("![](a.png)", 1, "![]", describe, Language::english),
                 "![Say here what the picture shows](a.png)"));
  CHECK(contains(printed("![](a.png)", 1, "![]", describe, Language::dutch),
                 "![Beschrijf hier wat er te zien is](a.png)"));
}

TEST_CASE("several lines that belong there stand below each other") {
  const std::string text = print(one_finding(finding_at({1, 1}, 1).mend("---\nWelkom")), Format::text, kLine, {});
  CHECK(contains(text, "Zo is het goed:\n    ---\n    Welkom\n"));
}

TEST_CASE("colours only when they are asked for") {
  CHECK_FALSE(contains(print(one_finding(finding_at({1, 1}, 1)), Format::text, kLine, {}), "\x1b["));
  CHECK(contains(print(one_finding(finding_at({1, 1}, 1)), Format::text, kLine, {Language::dutch, true}),
                 "\x1b[31mfout"));
}

TEST_CASE("JSON is one object a line") {
  const std::string json =
      print(one_finding(finding_at({3, 11}, 4).with("reason", "\"x\"\n")), Format::json, kNoLine, {});
  CHECK(contains(
      json, "{\"code\":\"file-unreadable\",\"severity\":\"error\",\"file\":\"content/a.md\",\"line\":3,\"column\":11"));
  CHECK(json.find('\n') == json.size() - 1);
}

TEST_CASE("a GitHub annotation cannot be broken out of") {
  Diagnostic finding =
      Diagnostic(Code::file_unreadable, Place{"content/a,b:c.md", {3, 1}, 0}).with("reason", "1\n::error::x");
  const std::string line = print(one_finding(std::move(finding)), Format::github, kNoLine, {});
  CHECK(contains(line, "::error file=content/a%2Cb%3Ac.md,line=3,col=1,title=file-unreadable::"));
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("the summary counts in words") {
  Report report;
  CHECK(summary(report, Language::dutch) == "geen fouten");
  report.add(finding_at({1, 1}, 1));
  CHECK(summary(report, Language::dutch) == "1 fout");
  report.add(finding_at({2, 1}, 1));
  report.add(finding_at({2, 1}, 1).as(Severity::warning));
  CHECK(summary(report, Language::english) == "2 errors, 1 warning");
}
