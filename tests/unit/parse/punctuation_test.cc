#include "parse/punctuation.h"

#include <utility>
#include <vector>

#include "rendering.h"

using katern::parse::html_of;
using katern::parse::MarkdownOptions;

namespace {

using Cases = std::vector<std::pair<std::string_view, std::string_view>>;

void check(const Cases& cases, const MarkdownOptions& options = {}) {
  for (const auto& [markdown, expected] : cases) {
    CHECK(html_of(markdown, options) == "<p>" + std::string(expected) + "</p>\n");
  }
}

}  // namespace

TEST_CASE("words that lost their beginning keep their apostrophe") {
  check({
      {"'s avonds", "’s avonds"},
      {"'s Avonds en 's ochtends", "’s Avonds en ’s ochtends"},
      {"in 't huis, 'n boek, 'k weet 'm, d'r en 'r", "in ’t huis, ’n boek, ’k weet ’m, d’r en ’r"},
      {"'t", "’t"},
      {"('t is)", "(’t is)"},
      {"'s-Hertogenbosch", "’s-Hertogenbosch"},
      {"rock-'n-roll", "rock-’n-roll"},
      {"pak 'em", "pak ’em"},
      {"'T Hart", "’T Hart"},
  });
}

TEST_CASE("apostrophes inside and behind words are apostrophes") {
  check({
      {"foto's", "foto’s"},
      {"zo'n", "zo’n"},
      {"A4'tje", "A4’tje"},
      {"d'Hondt", "d’Hondt"},
      {"Hans' boek", "Hans’ boek"},
      {"mbo'er", "mbo’er"},
      {"é'é", "é’é"},
  });
}

TEST_CASE("years that lost their century keep their apostrophe, quoted numbers get quotes") {
  check({
      {"in '80", "in ’80"},
      {"de '80er jaren", "de ’80er jaren"},
      {"'90s", "’90s"},
      {"in '80 en '90 was Jan's broer", "in ’80 en ’90 was Jan’s broer"},
      {"'80 procent' zei hij", "‘80 procent’ zei hij"},
      {"'1984' is een boek", "‘1984’ is een boek"},
  });
}

TEST_CASE("a mark behind a number is one of feet or inches, and closes no quotation that a year would open") {
  check({
      {"In '98 kregen de scholen' leerlingen les. De muur is 3' hoog.",
       "In ’98 kregen de scholen’ leerlingen les. De muur is 3′ hoog."},
      {"De '90 kregen de scholen' les van 5'.", "De ’90 kregen de scholen’ les van 5′."},
      {"Een 24\" scherm", "Een 24″ scherm"},
      {"7'30\".", "7′30″."},
      {"een A4'tje en de jaren 80's", "een A4’tje en de jaren 80’s"},
      {"Zij zei: \"in 1984\".", "Zij zei: “in 1984”."},
      {"'in 1984' en \"de 24\"", "‘in 1984’ en “de 24”"},
  });
}

TEST_CASE("what belongs to a plural or to Hans closes no quotation that a year would open") {
  check({
      {"In '98 kregen de scholen' leerlingen les.", "In ’98 kregen de scholen’ leerlingen les."},
      {"Kees' idee uit '15 was Hans' plan.", "Kees’ idee uit ’15 was Hans’ plan."},
      {"De jaren '90, '60-'70 en foto's van studenten' werk.", "De jaren ’90, ’60-’70 en foto’s van studenten’ werk."},
      {"'80 studenten', zei hij", "‘80 studenten’, zei hij"},
  });
}

TEST_CASE("a year in a quotation opens no other") {
  check({
      {"Hij zei: 'in '68 was het zo'.", "Hij zei: ‘in ’68 was het zo’."},
      {"'In '68,' zei zij, 'en niet in '69.'", "‘In ’68,’ zei zij, ‘en niet in ’69.’"},
  });
}

TEST_CASE("rock 'n' roll has two apostrophes, a letter that is spoken of has quotes") {
  check({
      {"Rock 'n' roll", "Rock ’n’ roll"},
      {"drum 'n' Bass", "drum ’n’ Bass"},
      {"de letter 'n' telt", "de letter ‘n’ telt"},
  });
}

TEST_CASE("double and single quotes open and close") {
  check({
      {"\"woord\"", "“woord”"},
      {"'woord'", "‘woord’"},
      {"zij zei: \"Kom.\" En toen", "zij zei: “Kom.” En toen"},
      {"'Kom,' zei hij.", "‘Kom,’ zei hij."},
      {"(\"woord\")", "(“woord”)"},
      {"\"een\" en \"twee\"", "“een” en “twee”"},
      {"\"een\", \"twee\"; \"drie\"", "“een”, “twee”; “drie”"},
      {"'t woord 't'", "’t woord ‘t’"},
  });
}

TEST_CASE("quotes nest") {
  check({
      {"\"a 'b' c\"", "“a ‘b’ c”"},
      {"'a \"b\" c'", "‘a “b” c’"},
      {"\"'Nee', zei hij\"", "“‘Nee’, zei hij”"},
      {"\"hij zei 'nee'\"", "“hij zei ‘nee’”"},
      {"\"'s avonds\"", "“’s avonds”"},
      {"'zo'n huis'", "‘zo’n huis’"},
  });
}

TEST_CASE("quotes see through emphasis, links and code") {
  check({
      {"\"*woord*\"", "“<em>woord</em>”"},
      {"*\"woord\"*", "<em>“woord”</em>"},
      {"**'woord'**", "<strong>‘woord’</strong>"},
      {"\"`code`\"", "“<code>code</code>”"},
      {"*a*'s", "<em>a</em>’s"},
      {"een \"**vet** woord\"", "een “<strong>vet</strong> woord”"},
      {"\"*a*\n*b*\"", "“<em>a</em>\n<em>b</em>”"},
      {"'*a*'", "‘<em>a</em>’"},
  });
  CHECK(html_of("\"[a](b.md)\"") == "<p>“<a href=\"\">a</a>”</p>\n");
}

TEST_CASE("dashes and ellipses") {
  check({
      {"1990--2000", "1990–2000"},
      {"zo -- dus", "zo – dus"},
      {"zo --- dus", "zo — dus"},
      {"een-twee", "een-twee"},
      {"a ---- b", "a ---- b"},
      {"wacht...", "wacht…"},
      {"wacht....", "wacht...."},
      {"a..b", "a..b"},
  });
}

TEST_CASE("code, addresses and link targets are left alone") {
  CHECK(html_of("`\"a\" 's -- ...`") == "<p><code>&#34;a&#34; &#39;s -- ...</code></p>\n");
  CHECK(html_of("```\n\"a\" --\n```") == "<pre tabindex=\"0\"><code>&#34;a&#34; --\n</code></pre>\n");
  MarkdownOptions options;
  options.mark_external = false;
  CHECK(html_of("<https://x.nl/a--b>", options) == "<p><a href=\"https://x.nl/a--b\">https://x.nl/a--b</a></p>\n");
  CHECK(html_of("www.x.nl/a--b", options) == "<p><a href=\"http://www.x.nl/a--b\">www.x.nl/a--b</a></p>\n");
  CHECK(html_of("[a -- b](https://x.nl/a--b)", options) == "<p><a href=\"https://x.nl/a--b\">a – b</a></p>\n");
}

TEST_CASE("an apostrophe that a word processor turned the wrong way round is put right") {
  check({{"‘s avonds", "’s avonds"}, {"‘woord’", "‘woord’"}, {"in ‘t huis", "in ’t huis"}});
}

TEST_CASE("a mark alone stays as it is") {
  check({{"a \" b", "a &#34; b"}, {"a ' b", "a &#39; b"}, {"5' en 6\"", "5′ en 6″"}});
}

TEST_CASE("the quotes of the site can be others") {
  MarkdownOptions options;
  options.quotes = "‘’“”";
  check({{"\"a 'b' 's avonds\"", "‘a “b” ’s avonds’"}}, options);
  options.quotes = "«»‹›";
  check({{"\"a 'b' foto's\"", "«a ‹b› foto’s»"}}, options);
}

TEST_CASE("quotes of one paragraph do not reach the next") {
  CHECK(html_of("\"a\n\n\"b\"") == "<p>“a</p>\n<p>“b”</p>\n");
}

TEST_CASE("headings, cells and alt texts have it as well") {
  CHECK(html_of("## 's \"Avonds\"") == "<h2 id=\"s-avonds\">’s “Avonds”</h2>\n");
  const auto result = katern::parse::render("![Jan's \"foto\"](a.jpg)");
  CHECK(result.body.images.at(0).alt == "Jan’s “foto”");
  const auto caption = katern::parse::render("![Jan](a.jpg \"Bij 's avonds\")");
  CHECK(caption.body.images.at(0).title == "Bij ’s avonds");
  CHECK(html_of("[a](b.md \"Jan's foto's\")") == "<p><a href=\"\" title=\"Jan’s foto’s\">a</a></p>\n");
}

TEST_CASE("it can be switched off") {
  MarkdownOptions options;
  options.smart_punctuation = false;
  check({{"'s avonds -- \"ja\"...", "&#39;s avonds -- &#34;ja&#34;..."}}, options);
}
