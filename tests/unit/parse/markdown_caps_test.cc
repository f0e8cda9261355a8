#include "parse/markdown_caps.h"

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

#include "rendering.h"

using katern::Code;
using katern::parse::finding_of;
using katern::parse::render;
using katern::parse::repeated;

TEST_CASE("what goes beyond the caps is named and gives an empty body") {
  const std::vector<std::pair<std::string, Code>> cases{
      {repeated("tekst\n\n", 90'000), Code::markdown_too_large},
      {repeated("> ", 60) + "a", Code::markdown_too_deep},
      {repeated("- ", 60) + "a", Code::markdown_too_deep},
      {repeated(" ", 300) + "- a", Code::markdown_too_deep},
      {repeated("woord ", 12'000), Code::markdown_paragraph_too_long},
      {repeated("[", 2'100), Code::markdown_too_many_brackets},
      {repeated("|\n|-|\n", 40), Code::markdown_too_many_rules},
      {repeated("|a", 200) + "\n" + repeated("|-", 200) + "\n", Code::markdown_table_too_large},
      {"|a|b|c|\n|-|-|-|\n" + repeated("|\n", 20'000), Code::markdown_table_too_large},
      {repeated("a@b\n\n", 6'000), Code::markdown_too_many_mails},
      {"[a]: /" + repeated("x", 60'000) + "\n\n" + repeated("[a]\n\n", 1'000), Code::markdown_references},
  };
  for (const auto& [text, code] : cases) {
    INFO(text.substr(0, 40));
    const auto result = render(text);
    REQUIRE(result.report.findings().size() == 1);
    CHECK(katern::info(result.report.findings()[0].code).name == katern::info(code).name);
    CHECK(result.report.has_errors());
    CHECK(result.body.html.empty());
  }
}

TEST_CASE("the place of an excess is the line where it begins") {
  CHECK(finding_of("a\n\nb\n\n" + repeated("[", 2'100)).place.at.line == 5);
}

TEST_CASE("what long articles have stays below the caps") {
  CHECK(render(repeated("> ", 20) + "a").report.empty());
  CHECK(render(repeated("- punt met [link](x.md)\n", 800)).report.empty());
  CHECK(render("| a | b |\n| - | - |\n" + repeated("| een | twee |\n", 1'000)).report.empty());
  CHECK(render(repeated("Een alinea met tekst.\n\n---\n\n", 2'000)).report.empty());
}

TEST_CASE("hostile bodies end soon") {
  std::vector<std::string> texts;
  for (const char* piece : {"[",        "![[]()",   "[a](",     "> ",        "*a _",  "~*",  "<*",
                            "a.b-c_d@", "<x\n",     "*~_",      "|\n|-|\n",  "- >",   "[^",  "``a",
                            "`[",       "\\",       "&",        "<!--",      "www.a", "://", "**x [*b**c*](d)",
                            "- \n",     "a**b_c* ", "[a]: b\n", "[^a]: b\n", "\"",    "'s "}) {
    const std::string_view text = piece;
    texts.push_back(repeated(text, 520'000 / text.size()));
    const std::size_t brackets = static_cast<std::size_t>(std::count(text.begin(), text.end(), '['));
    const std::size_t times = brackets == 0 ? 2'000 : 1'900 / brackets;
    const std::string paragraph = repeated(text, times) + "\n\n";
    texts.push_back(repeated(paragraph, 200'000 / paragraph.size()));
  }
  texts.push_back(repeated("- ", 45) + "\n" + repeated("\n", 400'000));
  texts.push_back("[^a]: b\n\n" + repeated("[^a]\n\n", 20'000));
  for (const std::string& text : texts) {
    const std::clock_t start = std::clock();
    render(text);
    const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    INFO(text.substr(0, 20) << " took " << took << " s of the processor");
    CHECK(took < 5.0);  // a fraction of it in a release build
  }
}
