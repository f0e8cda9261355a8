#include "rendering.h"

using namespace katern;
using namespace katern::parse;

namespace {

MarkdownOptions citing() {
  MarkdownOptions options;
  options.citations = true;
  return options;
}

/// The HTML with every citation as it was understood, between braces: `{zie a|p. 12; -b}`, with an @ in the sentence.
std::string cited(std::string_view markdown) {
  const MarkdownOptions options = citing();
  const Body body = render(markdown, options).body;
  std::string html = body.html;
  for (auto hole = body.holes.rbegin(); hole != body.holes.rend(); ++hole) {
    if (hole->kind != Body::Hole::Kind::citation) continue;
    const Citation& citation = body.citations[hole->index];
    std::string shown = citation.narrative ? "{@" : "{";
    for (const Citation::Cite& cite : citation.cites) {
      if (&cite != &citation.cites.front()) shown += "; ";
      if (!cite.prefix.empty()) shown += cite.prefix + ' ';
      shown += (cite.suppress_author ? "-" : "") + cite.key;
      if (!cite.suffix.empty()) shown += '|' + cite.suffix;
    }
    html.insert(hole->offset, shown + '}');
  }
  return html;
}

std::vector<Position> places(std::string_view markdown) {
  const MarkdownOptions options = citing();
  std::vector<Position> found;
  for (const Citation& citation : render(markdown, options).body.citations) {
    for (const Citation::Cite& cite : citation.cites) found.push_back(cite.at);
  }
  return found;
}

}  // namespace

TEST_CASE("A source is cited between brackets") {
  CHECK(cited("Leren [@bos-2020].") == "<p>Leren {bos-2020}.</p>\n");
  CHECK(cited("[@a; @b]") == "<p>{a; b}</p>\n");
  CHECK(cited("[@a, p. 12]") == "<p>{a|p. 12}</p>\n");
  CHECK(cited("[@a p. 12]") == "<p>{a|p. 12}</p>\n");
  CHECK(cited("[zie @a, pp. 3--7; ook @b, hoofdstuk 3]") == "<p>{zie a|pp. 3–7; ook b|hoofdstuk 3}</p>\n");
  CHECK(cited("[-@a]") == "<p>{-a}</p>\n");
  CHECK(cited("[zie -@a]") == "<p>{zie -a}</p>\n");
  CHECK(cited("[@a;\n  @b]") == "<p>{a; b}</p>\n");
  CHECK(cited("[x] [@a] en [@b] [y]") == "<p>[x] {a} en {b} [y]</p>\n");
}

TEST_CASE("A source is cited in the sentence") {
  CHECK(cited("@a zegt het.") == "<p>{@a} zegt het.</p>\n");
  CHECK(cited("Volgens @a [p. 12] niet.") == "<p>Volgens {@a|p. 12} niet.</p>\n");
  CHECK(cited("Volgens @a [@b] niet.") == "<p>Volgens {@a} {b} niet.</p>\n");
  CHECK(cited("*@a* en **@b**") == "<p><em>{@a}</em> en <strong>{@b}</strong></p>\n");
  CHECK(cited("(@a)") == "<p>({@a})</p>\n");
}

TEST_CASE("A key is made of what Pandoc allows") {
  CHECK(cited("@a_b.c:d#1/e.") == "<p>{@a_b.c:d#1/e}.</p>\n");
  CHECK(cited("@a--b") == "<p>{@a}–b</p>\n");
  CHECK(cited("@één, @2020 en @_x") == "<p>{@één}, {@2020} en {@_x}</p>\n");
  CHECK(cited("@{a..b} [@{c}]") == "<p>{@a..b} {c}</p>\n");
  CHECK(cited("@- @. @ @{} @{a b}") == "<p>@- @. @ @{} @{a b}</p>\n");
}

TEST_CASE("What is no citation stays as it is") {
  CHECK(cited("`@a` en `[@b]`") == "<p><code>@a</code> en <code>[@b]</code></p>\n");
  CHECK(cited("\\@a en [\\@b]") == "<p>@a en [@b]</p>\n");
  CHECK(cited("a@b en a.@b") == "<p>a@b en a.@b</p>\n");
  CHECK(cited("@iemand@server.nl").find('{') == std::string::npos);
  CHECK(cited("jan@voorbeeld.nl") == "<p><a href=\"mailto:jan@voorbeeld.nl\">jan@voorbeeld.nl</a></p>\n");
  CHECK(cited("[@a](https://x.nl/@b)").find('{') == std::string::npos);
  CHECK(cited("https://x.nl/@b").find('{') == std::string::npos);
  CHECK(cited("    @a\n") == "<pre tabindex=\"0\"><code>@a\n</code></pre>\n");
  CHECK(render("![beeld van @a](x.png)", citing()).body.images.front().alt == "beeld van @a");
}

TEST_CASE("Without the option an at sign is an at sign") { CHECK(html_of("[@a] en @b") == "<p>[@a] en @b</p>\n"); }

TEST_CASE("Brackets that hold something else than sources are brackets") {
  CHECK(cited("[zie *ook* @a]") == "<p>[zie <em>ook</em> {@a}]</p>\n");
  CHECK(cited("[@a @b]") == "<p>[{@a} {@b}]</p>\n");
  CHECK(cited("[@a") == "<p>[{@a}</p>\n");
  CHECK(cited("[@a\n\n@b]") == "<p>[{@a}</p>\n<p>{@b}]</p>\n");
}

TEST_CASE("Two sources in brackets without a semicolon between are told of, with the line as it should be") {
  const auto mended = [](std::string_view markdown) {
    const Diagnostic finding = finding_of(markdown, citing());
    CHECK(finding.code == Code::citation_without_semicolon);
    return finding.mended_line;
  };
  CHECK(mended("Leren [zie @a1, p. 2, maar ook @a2].") == "Leren [zie @a1, p. 2; maar ook @a2].");
  CHECK(mended("[@a, @b; @c]") == "[@a; @b; @c]");
  CHECK(mended("[@a @b]") == "[@a; @b]");
  CHECK(mended("[@a en @{b}]") == "[@a; @{b}]");
  CHECK(mended("é [@a & @b, @c]") == "é [@a; @b, @c]");
  CHECK(mended("[@a p. 3 en later @b]").empty());
  CHECK(mended("[@a,\n@b]").empty());
  CHECK(finding_of("x\n\nLeren [@a, @b].", citing()).place.at == Position{3, 12});
}

TEST_CASE("Sources are cited in headings, tables, lists and notes") {
  CHECK(cited("## Kop [@a]") == "<h2 id=\"kop\">Kop {a}</h2>\n");
  CHECK(cited("- [@a]\n- @b") == "<ul>\n<li>{a}</li>\n<li>{@b}</li>\n</ul>\n");
  CHECK(cited("| a |\n| - |\n| [@a] |\n").find("<td>{a}</td>") != std::string::npos);
  CHECK(cited("x[^1]\n\n[^1]: Zie @a.\n").find("Zie {@a}.") != std::string::npos);
}

TEST_CASE("A heading knows where it cites, and is named without") {
  const Body body = render("## Kop met [@a] en @b", citing()).body;
  REQUIRE(body.headings.size() == 1);
  CHECK(body.headings[0].id == "kop-met-en");
  CHECK(body.headings[0].text == "Kop met  en ");
  REQUIRE(body.headings[0].citations.size() == 2);
  CHECK(body.headings[0].citations[0].offset == 8);
  CHECK(body.headings[0].citations[1].offset == 12);
  CHECK(body.headings[0].citations[1].citation == 1);
}

TEST_CASE("A heading that only cites is no empty heading, and has the id of its key") {
  const Rendered result = render("## @bos-2020\n\n## [@bos-2020]", citing());
  CHECK(result.report.empty());
  REQUIRE(result.body.headings.size() == 2);
  CHECK(result.body.headings[0].id == "bos-2020");
  CHECK(result.body.headings[1].id == "bos-2020-2");
}

TEST_CASE("The name of a table holds what the heading above it cites") {
  const std::string html = with_holes(render("## Kop [@a] & meer\n\n| x |\n| - |\n| y |\n", citing()).body);
  CHECK(html.find("aria-label=\"Tabel 1: Kop {citation text 0} &amp; meer\"") != std::string::npos);
}

TEST_CASE("Each source is found at its place") {
  CHECK(places("Leren [@a; zie @b].") == std::vector<Position>{{1, 8}, {1, 16}});
  CHECK(places("een\ntwee @a\n\n> - x\n>   y @b") == std::vector<Position>{{2, 6}, {5, 7}});
  CHECK(places("`@a` é @a") == std::vector<Position>{{1, 8}});
  CHECK(places("| a |\n| - |\n| x @b |\n") == std::vector<Position>{{3, 5}});
}

TEST_CASE("Hostile citations take no time") {
  const MarkdownOptions options = citing();
  for (const char* piece : {"[@a;", "[", "[@a ", "@a [", "@{", "[-@", "@a@", "[@a\n", "@a.b", "[x @a; y "}) {
    const Rendered result = render(repeated(piece, 20'000), options);
    CHECK(result.body.html.size() < 2'000'000);
  }
  CHECK(render("@" + repeated("a", 100'000), options).body.citations.empty());
}
