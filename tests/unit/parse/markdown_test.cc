#include "parse/markdown.h"

#include <thread>
#include <vector>

#include "rendering.h"

using katern::Code;
using katern::Position;
using katern::parse::finding_of;
using katern::parse::html_of;
using katern::parse::MarkdownOptions;
using katern::parse::render;
using katern::parse::with_holes;

TEST_CASE("headings get ids that are unique and stable") {
  const auto result =
      render("## Wat is het?\n\n### Vraag & antwoord\n\n## Wat is het?\n\n## Wat is het?\n\n## Wat is het 2\n");
  CHECK(result.report.empty());
  std::vector<std::string> ids;
  for (const auto& heading : result.body.headings) ids.push_back(heading.id);
  CHECK(ids ==
        std::vector<std::string>{"wat-is-het", "vraag-en-antwoord", "wat-is-het-2", "wat-is-het-3", "wat-is-het-2-2"});
  CHECK(result.body.headings[1].level == 3);
  CHECK(result.body.headings[1].text == "Vraag & antwoord");
  CHECK(result.body.headings[1].at == Position{3, 1});
}

TEST_CASE("heading ids keep clear of the page's own and carry its prefix") {
  MarkdownOptions options;
  options.reserved_ids = {"inhoud"};
  CHECK(html_of("## Inhoud", options) == "<h2 id=\"inhoud-2\">Inhoud</h2>\n");
  options.id_prefix = "bio-";
  CHECK(html_of("## Inhoud", options) == "<h2 id=\"bio-inhoud\">Inhoud</h2>\n");
  CHECK(html_of("## Fn 1") == "<h2 id=\"kop-fn-1\">Fn 1</h2>\n");
  CHECK(html_of("## !!!") == "<h2 id=\"deel\">!!!</h2>\n");
}

TEST_CASE("a heading's text is plain while its HTML keeps the marks") {
  const auto result = render("## Een *kop* met `code` en [link](x.md)[^1]\n\n[^1]: noot\n");
  CHECK(result.body.headings.at(0).text == "Een kop met code en link");
  CHECK(with_holes(result.body)
            .starts_with("<h2 id=\"een-kop-met-code-en-link\">Een <em>kop</em> met "
                         "<code>code</code> en <a href=\"{link 0}\">link</a><sup"));
}

TEST_CASE("a heading of the first level becomes one of the second, with a warning") {
  const auto result = render("tekst\n\n# Kop\n");
  CHECK(result.body.html == "<p>tekst</p>\n<h2 id=\"kop\">Kop</h2>\n");
  REQUIRE(result.report.findings().size() == 1);
  CHECK(result.report.findings()[0].code == Code::heading_level_one);
  CHECK(result.report.findings()[0].place.at == Position{3, 1});
}

TEST_CASE("a heading without text is named and has no id") {
  CHECK(finding_of("##\n").code == Code::heading_empty);
  CHECK(render("##\n").body.headings.empty());
}

TEST_CASE("lines count from the line that the text begins at") {
  katern::Report report;
  const auto body = katern::parse::parse_markdown("\n## Kop\n", "x.md", report, 12);
  CHECK(body.headings.at(0).at == Position{13, 1});
}

TEST_CASE("tables scroll in a region with a name, and their heads have a scope") {
  CHECK(
      html_of("## Cijfers\n\n| a | b | |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |\n") ==
      "<h2 id=\"cijfers\">Cijfers</h2>\n"
      "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel 1: Cijfers\">\n<table>\n<thead>\n"
      "<tr>\n<th scope=\"col\" class=\"align-left\">a</th>\n<th scope=\"col\" class=\"align-right\">b</th>\n"
      "<td class=\"align-center\"></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n"
      "<td class=\"align-right\">2</td>\n<td class=\"align-center\">3</td>\n</tr>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("an empty corner makes heads of the first column") {
  CHECK(html_of("| | a |\n| --- | --- |\n| x | 1 |\n| | 2 |\n") ==
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel 1\">\n<table>\n<thead>\n"
        "<tr>\n<td></td>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n<tbody>\n"
        "<tr>\n<th scope=\"row\">x</th>\n<td>1</td>\n</tr>\n<tr>\n<td></td>\n<td>2</td>\n</tr>\n"
        "</tbody>\n</table>\n</div>\n");
}

TEST_CASE("tables as GFM has them") {
  MarkdownOptions options;
  options.table_wrappers = false;
  options.smart_punctuation = false;
  CHECK(
      html_of("| foo | bar |\n| --- | --- |\n| baz | bim |", options) ==
      "<table>\n<thead>\n<tr>\n<th>foo</th>\n<th>bar</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>baz</td>\n<td>bim</td>\n"
      "</tr>\n</tbody>\n</table>\n");
  CHECK(html_of("| a |\n|---|", options) == "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n");
  CHECK(html_of("| f\\|oo |\n| --- |\n| b `\\|` az |", options) ==
        "<table>\n<thead>\n<tr>\n<th>f|oo</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b <code>|</code> az</td>\n</tr>\n"
        "</tbody>\n</table>\n");
  CHECK(html_of("| a | b |\n| --- |\n| c |", options) == "<p>| a | b |\n| --- |\n| c |</p>\n");
  CHECK(
      html_of("> | a |\n> | - |\n> | b |\n\nc", options) ==
      "<blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n"
      "</table>\n</blockquote>\n<p>c</p>\n");
}

TEST_CASE("task lists have check boxes with names, that cannot be changed") {
  CHECK(html_of("- [x] een\n- [ ] twee [x]\n") ==
        "<ul class=\"contains-task-list\">\n"
        "<li class=\"task-list-item\"><input type=\"checkbox\" disabled checked aria-label=\"Gedaan\"> een</li>\n"
        "<li class=\"task-list-item\"><input type=\"checkbox\" disabled aria-label=\"Nog te doen\"> twee [x]</li>\n"
        "</ul>\n");
}

TEST_CASE("strikethrough as GFM has it") {
  CHECK(html_of("~~Hi~~ Hello, ~there~ world!") == "<p><del>Hi</del> Hello, <del>there</del> world!</p>\n");
  CHECK(html_of("This ~~has a\n\nnew paragraph~~.") == "<p>This ~~has a</p>\n<p>new paragraph~~.</p>\n");
}

TEST_CASE("lists, quotes, breaks and rules") {
  CHECK(html_of("3. a\n4. b\n   - c\n") ==
        "<ol start=\"3\">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n");
  CHECK(html_of("- a\n\n- b\n") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
  CHECK(html_of("> a\\\n> b\n\n***\n") == "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n<hr>\n");
}

TEST_CASE("code blocks can be reached by keyboard and name their language") {
  CHECK(html_of("```c++ extra\na < b\n```\n") ==
        "<pre tabindex=\"0\"><code class=\"language-c++\">a &lt; b\n</code></pre>\n");
  CHECK(html_of("    a\n") == "<pre tabindex=\"0\"><code>a\n</code></pre>\n");
}

TEST_CASE("footnotes link there and back") {
  CHECK(html_of("a[^x] b[^x]\n\n[^x]: noot\n") ==
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" aria-label=\"Voetnoot "
        "1\">1"
        "</a></sup> b<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\" "
        "aria-label=\"Voetnoot 1\">1</a></sup></p>\n"
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Voetnoten\">\n<ol>\n<li id=\"fn-1\">\n<p>noot "
        "<a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst bij "
        "voetnoot "
        "1\">↩</a> <a href=\"#fnref-1-2\" class=\"footnote-back\" "
        "role=\"doc-backlink\" data-time=\"2\" aria-label=\"Terug naar de tekst "
        "bij voetnoot 1 (2)\">↩</a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("a footnote that refers to an earlier one is linked back to") {
  const std::string html = html_of("a[^x] b[^y]\n\n[^x]: een\n\n[^y]: twee[^x]\n");
  CHECK(html.find("<a href=\"#fnref-1-2\"") != std::string::npos);
  CHECK(html.find("id=\"fnref-1-2\"") != std::string::npos);
}

TEST_CASE("a footnote that ends in a list has its link back in a paragraph of its own") {
  CHECK(html_of("a[^x]\n\n[^x]:\n    - b\n").find("</ul>\n<p> <a href=\"#fnref-1\"") != std::string::npos);
}

TEST_CASE("a footnote in the text of a link is no link in a link") {
  CHECK(
      html_of("[a[^x]](https://x.nl)\n\n[^x]: noot\n").find("<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a>") !=
      std::string::npos);
}

TEST_CASE("a footnote without a text is named") {
  const auto found = finding_of("een\n\ntwee *en*[^drie] vier\n");
  CHECK(found.code == Code::footnote_without_text);
  CHECK(found.place.at == Position{3, 10});
  CHECK(html_of("[^ ] `[^a]` x^2") == "<p>[^ ] <code>[^a]</code> x^2</p>\n");
}

TEST_CASE("footnote ids carry the prefix of the body") {
  MarkdownOptions options;
  options.id_prefix = "bio-";
  const std::string html = html_of("a[^x]\n\n[^x]: noot\n", options);
  for (const char* part :
       {"href=\"#bio-fn-1\"", "id=\"bio-fnref-1\"", "<li id=\"bio-fn-1\">", "href=\"#bio-fnref-1\""}) {
    CHECK(html.find(part) != std::string::npos);
  }
}

TEST_CASE("a fence that names a component is one, with its data and their places") {
  MarkdownOptions options;
  options.components = {"quote"};
  const auto result = render(
      "tekst\n\n```quote\ntekst: Leren\nbron: \"S1\"\n```\n\n- a\n\n  ~~~ quote x\n  tekst: b\n  ~~~\n", options);
  CHECK(result.report.empty());
  REQUIRE(result.body.components.size() == 2);
  CHECK(result.body.components[0].name == "quote");
  CHECK(result.body.components[0].at == Position{3, 1});
  CHECK(result.body.components[0].data.members.at(1).value.at == Position{5, 7});
  CHECK(result.body.components[1].data.members.at(0).key_at == Position{11, 3});
  CHECK(with_holes(result.body) == "<p>tekst</p>\n{component 0}<ul>\n<li>\n<p>a</p>\n{component 1}</li>\n</ul>\n");
}

TEST_CASE("a mistake in a component's YAML has its place in the file") {
  MarkdownOptions options;
  options.components = {"quote"};
  const auto found = finding_of("a\n\n```quote\ntekst: a: b\n```\n", options);
  CHECK(found.code == Code::yaml_colon_in_value);
  CHECK(found.place.at == Position{4, 9});
}

TEST_CASE("a fence that nearly names a component is code, with a hint") {
  MarkdownOptions options;
  options.components = {"oproep", "quote"};
  const auto found = finding_of("```qoute\na\n```\n", options);
  CHECK(found.code == Code::component_name_near);
  CHECK(found.suggestion == "quote");
  CHECK(html_of("```python\na\n```\n", options).find("language-python") != std::string::npos);
}

TEST_CASE("raw HTML is refused with its place and shown as text") {
  struct Case {
    std::string_view markdown;
    Code code;
    Position at;
    std::string_view html;
  };
  const std::vector<Case> cases{
      {"<div>a</div>", Code::raw_html, {1, 1}, "<p>&lt;div&gt;a&lt;/div&gt;</p>\n"},
      {"a\n\n> <script>x</script>",
       Code::raw_html,
       {3, 3},
       "<p>a</p>\n<blockquote>\n<p>&lt;script&gt;x&lt;/script&gt;</p>\n</blockquote>\n"},
      {"een <b>vet</b> woord", Code::raw_html_has_mark, {1, 5}, "<p>een &lt;b&gt;vet&lt;/b&gt; woord</p>\n"},
      {"a\nb <naam> c", Code::raw_html, {2, 3}, "<p>a\nb &lt;naam&gt; c</p>\n"},
      {"é <br/> b", Code::raw_html_break, {1, 3}, "<p>é &lt;br/&gt; b</p>\n"},
      {"a</i>", Code::raw_html_has_mark, {1, 2}, "<p>a&lt;/i&gt;</p>\n"},
      {"a <!-- weg --> b", Code::raw_html_comment, {1, 3}, "<p>a  b</p>\n"},
      {"<!-- weg\n\nook -->\n\na", Code::raw_html_comment, {1, 1}, "<p>a</p>\n"},
      {"<!-- a --> <script>", Code::raw_html, {1, 1}, "<p>&lt;!-- a --&gt; &lt;script&gt;</p>\n"},
      {"<!DOCTYPE html>", Code::raw_html, {1, 1}, "<p>&lt;!DOCTYPE html&gt;</p>\n"},
  };
  for (const Case& c : cases) {
    const auto found = finding_of(c.markdown);
    CHECK(katern::info(found.code).name == katern::info(c.code).name);
    CHECK(found.place.at == c.at);
    CHECK(render(c.markdown).body.html == c.html);
  }
}

TEST_CASE("what editors know in HTML is shown in Markdown") {
  CHECK(katern::advice(finding_of("<strong>a</strong>"), katern::Language::english) == "Write this instead: **tekst**");
}

TEST_CASE("a body that is wrong all over does not say so all over") {
  CHECK(render(katern::parse::repeated("[a](javascript:x) ", 500)).report.findings().size() == 100);
}

TEST_CASE("many threads may parse at once") {
  const std::string markdown =
      katern::parse::repeated("~~weg~~ www.x.nl en een@x.nl *ja*\n\n| a |\n| - |\n| b |\n\n", 20);
  const std::string expected = html_of(markdown);
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        katern::Report report;
        std::string html = katern::parse::parse_markdown(markdown, "x.md", report).html;
        if (i == 0 || html != expected) result = std::move(html);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

TEST_CASE("a control character in a text is refused, however it is written") {
  for (const std::string_view text :
       {std::string_view("a\0b", 3), std::string_view("a\x1b[31m"), std::string_view("a\x7F"),
        std::string_view("a\xC2\x9B"), std::string_view("a&#7;"), std::string_view("a&#x1B;b"),
        std::string_view("![&#8;](b.jpg)").substr(1)}) {
    INFO(text);
    CHECK(finding_of(text).code == Code::markdown_control_character);
    CHECK(finding_of(text).place.at == Position{1, 2});
  }
  CHECK(finding_of("![a&#8;](b.jpg)").code == Code::markdown_control_character);
  CHECK(finding_of("een\n\ntwee\x01").place.at == Position{3, 5});
}

TEST_CASE("tabs, ends of lines and code about control characters are no trouble") {
  CHECK(html_of("a\tb\r\nc") == "<p>a\tb\nc</p>\n");
  CHECK(html_of("`&#7;`") == "<p><code>&amp;#7;</code></p>\n");
}

TEST_CASE("text with control characters and odd bytes is no trouble") {
  for (const std::string_view text :
       {std::string_view("a\0b", 3), std::string_view("\x01\x02"), std::string_view("\xFF\xFE '"),
        std::string_view("a\r\nb\rc"), std::string_view("\xEF\xBB\xBF# a")}) {
    CHECK_FALSE(render(text).body.html.empty());
  }
  CHECK(render("").body.html.empty());
}
