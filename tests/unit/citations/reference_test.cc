#include "citations/reference.h"

#include "sources.h"
#include "support/catch.h"

using namespace katern::citations;

namespace {

struct Case {
  const char* rule;  ///< section of the Publication Manual, 7th edition, and what it asks
  Item item;
  const char* expected;  ///< italics between asterisks
};

std::string marked(const Prose& prose) {
  std::string out;
  for (const Prose::Run& run : prose.runs()) {
    const bool italic = run.look == Prose::Look::italic;
    out += (italic ? "*" : "") + run.text + (italic ? "*" : "");
  }
  return out;
}

const char* const kTwentyOne =
    "A, A.; B, B.; C, C.; D, D.; E, E.; F, F.; G, G.; H, H.; I, I.; J, J.; K, K.; L, L.; M, M.; N, N.; O, O.; P, P.; "
    "Q, Q.; R, R.; S, S.; T, T.; U, U.";

const std::vector<Case> kAuthors = {
    {"9.8 one author",
     source("book", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"publisher", "Boom"}}),
     "Bos, A. (2020). *Leren*. Boom."},
    {"9.8 two authors: an ampersand with a comma before it",
     source("book", {{"author", "Bos, A.; Smit, C. D."}, {"issued", "2020"}, {"title", "Leren"}}),
     "Bos, A., & Smit, C. D. (2020). *Leren*."},
    {"9.8 a first name becomes an initial",
     source("book", {{"author", "Bos, Anna Maria"}, {"issued", "2020"}, {"title", "Leren"}}),
     "Bos, A. M. (2020). *Leren*."},
    {"9.8 a hyphen stays between initials",
     source("book", {{"author", "Bos, Jan-Willem"}, {"issued", "2020"}, {"title", "Leren"}}),
     "Bos, J.-W. (2020). *Leren*."},
    {"9.8 initials of more than one letter stay", source("book", {{"author", "Bos, Chr. IJ."}, {"title", "Leren"}}),
     "Bos, Chr. IJ. (z.d.). *Leren*."},
    {"9.8 twenty authors are all named",
     source("book", {{"author", std::string_view(kTwentyOne).substr(0, std::string_view(kTwentyOne).rfind(';'))},
                     {"issued", "2020"},
                     {"title", "Leren"}}),
     "A, A., B, B., C, C., D, D., E, E., F, F., G, G., H, H., I, I., J, J., K, K., L, L., M, M., N, N., O, O., P, P., "
     "Q, Q., R, R., S, S., & T, T. (2020). *Leren*."},
    {"9.8 of twenty-one or more: the first nineteen, an ellipsis, the last",
     source("book", {{"author", kTwentyOne}, {"issued", "2020"}, {"title", "Leren"}}),
     "A, A., B, B., C, C., D, D., E, E., F, F., G, G., H, H., I, I., J, J., K, K., L, L., M, M., N, N., O, O., P, P., "
     "Q, Q., R, R., S, S., … U, U. (2020). *Leren*."},
    {"9.9 a suffix stands last",
     source("book", {{"author", "King, M. L., Jr."}, {"issued", "1963"}, {"title", "Strength"}}),
     "King, M. L., Jr. (1963). *Strength*."},
    {"9.9 a Dutch prefix stands behind the initials, as Dutch lists are in the order of head words",
     source("book", {{"author", "van den Berg, E."}, {"issued", "2020"}, {"title", "Leren"}}),
     "Berg, E. van den. (2020). *Leren*."},
    {"9.9 a Belgian prefix is part of the name",
     source("book", {{"author", "Van den Berg, E."}, {"issued", "2020"}, {"title", "Leren"}}),
     "Van den Berg, E. (2020). *Leren*."},
    {"9.9 an apostrophe is printed",
     source("book", {{"author", "Hart, M. 't"}, {"issued", "2020"}, {"title", "Leren"}}),
     "Hart, M. ’t. (2020). *Leren*."},
    {"9.10 editors of a whole book",
     source("book",
            {{"editor", "Bos, A.; Vries, B. de"}, {"issued", "2020"}, {"title", "Leren"}, {"publisher", "Boom"}}),
     "Bos, A., & Vries, B. de (Red.). (2020). *Leren*. Boom."},
    {"9.10 the director of a film",
     source("motion_picture",
            {{"director", "Haanstra, B."}, {"issued", "1958"}, {"title", "Glas"}, {"publisher", "Forumfilm"}}),
     "Haanstra, B. (Regisseur). (1958). *Glas* [Film]. Forumfilm."},
    {"9.11 an organisation ends in a full stop, and is no publisher as well",
     source("report", {{"author", "Onderwijsraad"},
                       {"issued", "2019"},
                       {"title", "Doorgeschoten differentiatie"},
                       {"publisher", "Onderwijsraad"}}),
     "Onderwijsraad. (2019). *Doorgeschoten differentiatie*."},
    {"9.12 without an author the title moves to the front",
     source("book", {{"issued", "2020"}, {"title", "Leren"}, {"edition", "2"}, {"publisher", "Boom"}}),
     "*Leren* (2e druk). (2020). Boom."},
    {"9.12 the title of a chapter as well, with the editors of its book in their place",
     source("chapter", {{"issued", "2020"}, {"title", "Leren"}, {"editor", "Bos, A."}, {"container-title", "Werken"}}),
     "Leren. (2020). In A. Bos (Red.), *Werken*."},
};

const std::vector<Case> kDates = {
    {"9.13 a year", source("webpage", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}}),
     "Bos, A. (2020). *Leren*."},
    {"9.13 a day, in Dutch behind a comma",
     source("webpage", {{"author", "Bos, A."}, {"issued", "2020-03-03"}, {"title", "Leren"}}),
     "Bos, A. (2020, 3 maart). *Leren*."},
    {"9.13 a month", source("webpage", {{"author", "Bos, A."}, {"issued", "2020-03"}, {"title", "Leren"}}),
     "Bos, A. (2020, maart). *Leren*."},
    {"9.13 a journal has the year alone",
     source("article-journal", {{"author", "Bos, A."}, {"issued", "2020-03-03"}, {"title", "Leren"}}),
     "Bos, A. (2020). Leren."},
    {"9.13 days of a conference",
     source("speech", {{"author", "Bos, A."},
                       {"issued", "2020"},
                       {"event-date", "2020-03-03/2020-03-05"},
                       {"title", "Leren"},
                       {"event-title", "Practoratendag"},
                       {"event-place", "Amsterdam"}}),
     "Bos, A. (2020, 3–5 maart). *Leren* [Presentatie]. Practoratendag, Amsterdam."},
    {"9.13 days in two months",
     source("speech", {{"author", "Bos, A."}, {"issued", "2020-03-30/2020-04-02"}, {"title", "Leren"}}),
     "Bos, A. (2020, 30 maart–2 april). *Leren* [Presentatie]."},
    {"9.14 without a date", source("book", {{"author", "Bos, A."}, {"title", "Leren"}}), "Bos, A. (z.d.). *Leren*."},
    {"9.14 in press",
     source("article-journal",
            {{"author", "Bos, A."}, {"status", "in druk"}, {"title", "Leren"}, {"container-title", "Mbo"}}),
     "Bos, A. (in druk). Leren. *Mbo*."},
    {"9.14 in press also when the year is known already",
     source("book", {{"author", "Bos, A."}, {"issued", "2026"}, {"status", "in press"}, {"title", "Leren"}}),
     "Bos, A. (in druk). *Leren*."},
    {"9.15 about a year", source("book", {{"author", "Bos, A."}, {"issued", "1900~"}, {"title", "Leren"}}),
     "Bos, A. (ca. 1900). *Leren*."},
    {"9.15 a stretch of years", source("book", {{"author", "Bos, A."}, {"issued", "2019/2021"}, {"title", "Leren"}}),
     "Bos, A. (2019–2021). *Leren*."},
    {"9.16 a day of consulting what may change",
     source("webpage", {{"author", "Bos, A."},
                        {"title", "Leren"},
                        {"accessed", "2022-03-03"},
                        {"container-title", "Practoraten"},
                        {"URL", "https://voorbeeld.nl/leren"}}),
     "Bos, A. (z.d.). *Leren*. Practoraten. Geraadpleegd op 3 maart 2022, van https://voorbeeld.nl/leren"},
};

const std::vector<Case> kTitles = {
    {"9.18 a question mark needs no full stop",
     source("book", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Wat is leren?"}, {"publisher", "Boom"}}),
     "Bos, A. (2020). *Wat is leren?* Boom."},
    {"9.19 an edition, in Dutch a druk",
     source("book", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"edition", "3"}}),
     "Bos, A. (2020). *Leren* (3e druk)."},
    {"9.19 an edition in words stays as it is",
     source("book", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"edition", "herz. ed."}}),
     "Bos, A. (2020). *Leren* (herz. ed.)."},
    {"9.19 an edition and a volume",
     source("book", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"edition", "2"}, {"volume", "3"}}),
     "Bos, A. (2020). *Leren* (2e druk, Deel 3)."},
    {"9.20 a translator",
     source("book", {{"author", "Piaget, J."},
                     {"issued", "1969"},
                     {"title", "Het kind"},
                     {"translator", "Bos, A."},
                     {"edition", "2"}}),
     "Piaget, J. (1969). *Het kind* (A. Bos, Vert.; 2e druk)."},
    {"9.21 what a work is stands in square brackets",
     source("dataset", {{"author", "CBS"}, {"issued", "2021"}, {"title", "Mbo-studenten"}}),
     "CBS. (2021). *Mbo-studenten* [Dataset]."},
};

const std::vector<Case> kSources = {
    {"9.25 a journal with volume and issue",
     source("article-journal", {{"author", "Bos, A."},
                                {"issued", "2020"},
                                {"title", "Leren"},
                                {"container-title", "Pedagogische Studiën"},
                                {"volume", "97"},
                                {"issue", "2"},
                                {"page", "101-120"}}),
     "Bos, A. (2020). Leren. *Pedagogische Studiën*, *97*(2), 101–120."},
    {"9.25 a journal without a volume",
     source(
         "article-journal",
         {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"container-title", "Mbo"}, {"issue", "2"}}),
     "Bos, A. (2020). Leren. *Mbo*, (2)."},
    {"9.27 an article number in place of pages",
     source("article-journal", {{"author", "Bos, A."},
                                {"issued", "2020"},
                                {"title", "Leren"},
                                {"container-title", "PLoS ONE"},
                                {"volume", "11"},
                                {"number", "e012"}}),
     "Bos, A. (2020). Leren. *PLoS ONE*, *11*, Artikel e012."},
    {"9.28 a chapter, with editors in the order of their names",
     source("chapter", {{"author", "Bos, A."},
                        {"issued", "2020"},
                        {"title", "Leren"},
                        {"editor", "van den Berg, E.; Smit, C."},
                        {"container-title", "Werken"},
                        {"page", "3-7"},
                        {"publisher", "Boom"}}),
     "Bos, A. (2020). Leren. In E. van den Berg & C. Smit (Red.), *Werken* (pp. 3–7). Boom."},
    {"9.28 three editors, an edition and one page",
     source("chapter", {{"author", "Bos, A."},
                        {"issued", "2020"},
                        {"title", "Leren"},
                        {"editor", "Smit, C.; Vos, D.; Mol, E."},
                        {"container-title", "Werken"},
                        {"edition", "2"},
                        {"page", "3"}}),
     "Bos, A. (2020). Leren. In C. Smit, D. Vos, & E. Mol (Red.), *Werken* (2e druk, p. 3)."},
    {"9.34 a DOI is an address, and more than a URL",
     source("article-journal", {{"author", "Bos, A."},
                                {"issued", "2020"},
                                {"title", "Leren"},
                                {"DOI", "10.1000/182"},
                                {"URL", "https://voorbeeld.nl/"},
                                {"accessed", "2022-03-03"}}),
     "Bos, A. (2020). Leren. https://doi.org/10.1000/182"},
    {"9.35 no full stop behind an address",
     source("webpage",
            {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"URL", "https://voorbeeld.nl/a"}}),
     "Bos, A. (2020). *Leren*. https://voorbeeld.nl/a"},
    {"10.1 a magazine has its day",
     source("article-magazine", {{"author", "Bos, A."},
                                 {"issued", "2020-03-03"},
                                 {"title", "Leren"},
                                 {"container-title", "Didactief"},
                                 {"volume", "50"},
                                 {"page", "12-13"}}),
     "Bos, A. (2020, 3 maart). Leren. *Didactief*, *50*, 12–13."},
    {"10.1 a newspaper",
     source("article-newspaper", {{"author", "Bos, A."},
                                  {"issued", "2020-03-03"},
                                  {"title", "Leren"},
                                  {"container-title", "de Volkskrant"},
                                  {"page", "A1"}}),
     "Bos, A. (2020, 3 maart). Leren. *de Volkskrant*, A1."},
    {"10.1 a weblog is a periodical",
     source("post-weblog", {{"author", "Bos, A."},
                            {"issued", "2020-03-03"},
                            {"title", "Leren"},
                            {"container-title", "Practoraten"},
                            {"URL", "https://voorbeeld.nl/a"}}),
     "Bos, A. (2020, 3 maart). Leren. *Practoraten*. https://voorbeeld.nl/a"},
    {"10.3 a lemma of an encyclopedia",
     source("entry-encyclopedia", {{"issued", "2020"},
                                   {"title", "Mbo"},
                                   {"container-title", "Wikipedia"},
                                   {"URL", "https://nl.wikipedia.org/wiki/Mbo"},
                                   {"accessed", "2022-03-03"}}),
     "Mbo. (2020). In *Wikipedia*. Geraadpleegd op 3 maart 2022, van https://nl.wikipedia.org/wiki/Mbo"},
    {"10.4 a report with a number",
     source("report", {{"author", "Bos, A."},
                       {"issued", "2020"},
                       {"title", "Leren"},
                       {"number", "12"},
                       {"publisher", "Kohnstamm Instituut"}}),
     "Bos, A. (2020). *Leren* (Rapportnr. 12). Kohnstamm Instituut."},
    {"10.4 a report of a series of its own name",
     source("report",
            {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"genre", "Katern"}, {"number", "4"}}),
     "Bos, A. (2020). *Leren* (Katern 4)."},
    {"10.5 a paper in proceedings is a chapter",
     source("paper-conference", {{"author", "Bos, A."},
                                 {"issued", "2020"},
                                 {"title", "Leren"},
                                 {"container-title", "Proceedings of ORD"},
                                 {"page", "1-9"}}),
     "Bos, A. (2020). Leren. In *Proceedings of ORD* (pp. 1–9)."},
    {"10.5 a paper that was only presented",
     source("paper-conference", {{"author", "Bos, A."},
                                 {"issued", "2020-07-01"},
                                 {"title", "Leren"},
                                 {"event-title", "Onderwijs Research Dagen"},
                                 {"event-place", "Utrecht"}}),
     "Bos, A. (2020, 1 juli). *Leren* [Paperpresentatie]. Onderwijs Research Dagen, Utrecht."},
    {"10.6 a dissertation names its university",
     source("thesis",
            {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Leren"}, {"publisher", "Universiteit Utrecht"}}),
     "Bos, A. (2020). *Leren* [Proefschrift, Universiteit Utrecht]."},
    {"10.6 a thesis of a master",
     source("thesis", {{"author", "Bos, A."},
                       {"issued", "2020"},
                       {"title", "Leren"},
                       {"genre", "Masterscriptie"},
                       {"publisher", "Fontys"}}),
     "Bos, A. (2020). *Leren* [Masterscriptie, Fontys]."},
    {"10.8 a manuscript in preparation",
     source("manuscript", {{"author", "Bos, A."}, {"status", "in voorbereiding"}, {"title", "Leren"}}),
     "Bos, A. (in voorbereiding). *Leren* [Manuscript in voorbereiding]."},
    {"10.10 software has a version",
     source("software", {{"author", "Bos, A."}, {"issued", "2020"}, {"title", "Meter"}, {"version", "1.2"}}),
     "Bos, A. (2020). *Meter* (Versie 1.2) [Computersoftware]."},
    {"10.12 a video on the web",
     source("motion_picture", {{"author", "Practoraat Mediawijsheid"},
                               {"issued", "2020-03-03"},
                               {"title", "Leren"},
                               {"container-title", "YouTube"},
                               {"URL", "https://www.youtube.com/watch?v=a"}}),
     "Practoraat Mediawijsheid. (2020, 3 maart). *Leren* [Video]. YouTube. https://www.youtube.com/watch?v=a"},
    {"10.16 a page of a site that is its author names the site once",
     source("webpage", {{"author", "MBO Raad"},
                        {"issued", "2020"},
                        {"title", "Feiten"},
                        {"container-title", "MBO Raad"},
                        {"URL", "https://voorbeeld.nl/"}}),
     "MBO Raad. (2020). *Feiten*. https://voorbeeld.nl/"},
};

}  // namespace

TEST_CASE("a reference is written as APA 7 asks, in Dutch") {
  for (const auto* cases : {&kAuthors, &kDates, &kTitles, &kSources}) {
    for (const Case& c : *cases) {
      CAPTURE(c.rule);
      CHECK(marked(reference(c.item, {})) == c.expected);
    }
  }
}

TEST_CASE("a reference is written in English on an English site") {
  const Style english{"en", "“”"};
  const auto written = [&](const Item& item) { return marked(reference(item, english)); };
  CHECK(written(source("book", {{"editor", "Bos, A.; Mol, B."}, {"title", "Learning"}, {"edition", "2"}})) ==
        "Bos, A., & Mol, B. (Eds.). (n.d.). *Learning* (2nd ed.).");
  CHECK(written(source("webpage", {{"author", "Bos, A."},
                                   {"issued", "2020-03-03"},
                                   {"title", "Learning"},
                                   {"accessed", "2022-03-03"},
                                   {"URL", "https://example.org/"}})) ==
        "Bos, A. (2020, March 3). *Learning*. Retrieved March 3, 2022, from https://example.org/");
  CHECK(written(source("book", {{"author", "Bos, A."}, {"title", "Learning"}, {"edition", "11"}})) ==
        "Bos, A. (n.d.). *Learning* (11th ed.).");
}

TEST_CASE("works of one author in one year have a letter behind the year") {
  const Item dated = source("webpage", {{"author", "Bos, A."}, {"issued", "2020-03-03"}, {"title", "Leren"}});
  CHECK(reference(dated, {}, "b").plain() == "Bos, A. (2020b, 3 maart). Leren.");
  const Item undated = source("book", {{"author", "Bos, A."}, {"title", "Leren"}});
  CHECK(reference(undated, {}, "a").plain() == "Bos, A. (z.d.-a). Leren.");
}

TEST_CASE("what a source brings is escaped, and runs nowhere") {
  const Item hostile = source("book", {{"author", "<b>Bos</b>"},
                                       {"title", "<script>alert(1)</script>"},
                                       {"URL", "https://voorbeeld.nl/\"onclick=\"x"}});
  CHECK(reference(hostile, {}).html() ==
        "&lt;b&gt;Bos&lt;/b&gt;. (z.d.). <em>&lt;script&gt;alert(1)&lt;/script&gt;</em>. "
        "<a href=\"https://voorbeeld.nl/%22onclick=%22x\" rel=\"noopener external\" class=\"external\">"
        "https://voorbeeld.nl/&#34;onclick=&#34;x</a>");
}
