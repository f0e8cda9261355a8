#include "citations/exports.h"

#include "citations/csl.h"
#include "sources.h"
#include "support/catch.h"
#include "value/json.h"

using namespace katern;
using namespace katern::citations;

namespace {

Item article() {
  return source("article-journal", {{"id", "bos-2020"},
                                    {"author", "van den Berg, Ellen; MBO Raad"},
                                    {"issued", "2020-03"},
                                    {"title", "Leren & werken: 50% praktijk"},
                                    {"container-title", "Pedagogische Studiën"},
                                    {"volume", "97"},
                                    {"issue", "2"},
                                    {"page", "101-120"},
                                    {"DOI", "10.1000/a_b"}});
}

}  // namespace

TEST_CASE("a source is exported as BibTeX, with what TeX would run escaped") {
  CHECK(bibtex(article()) ==
        "@article{bos-2020,\n"
        "  author = {van den Berg, Ellen and {MBO Raad}},\n"
        "  title = {{Leren \\& werken: 50\\% praktijk}},\n"
        "  journal = {Pedagogische Studiën},\n"
        "  year = {2020},\n"
        "  month = {3},\n"
        "  volume = {97},\n"
        "  number = {2},\n"
        "  pages = {101--120},\n"
        "  doi = {10.1000/a_b}\n"
        "}\n");
}

TEST_CASE("braces and backslashes of the content do not end a BibTeX entry") {
  const Item hostile = source("book", {{"id", "}, x = {"},
                                       {"author", "}{\\input{x}"},
                                       {"title", "a } b \\write18{rm} ~^$#_"},
                                       {"URL", "https://voorbeeld.nl/}{"}});
  CHECK(bibtex(hostile) ==
        "@book{x,\n"
        "  author = {{\\}\\{\\textbackslash{}input\\{x\\}}},\n"
        "  title = {{a \\} b \\textbackslash{}write18\\{rm\\} \\textasciitilde{}\\textasciicircum{}\\$\\#\\_}},\n"
        "  url = {https://voorbeeld.nl/%7D%7B}\n"
        "}\n");
}

TEST_CASE("each sort of source is what BibTeX and RIS call it") {
  struct Case {
    const char* type;
    const char* bib;
    const char* ris;
  };
  for (const Case& c : {Case{"book", "@book{", "TY  - BOOK"}, Case{"chapter", "@incollection{", "TY  - CHAP"},
                        Case{"report", "@techreport{", "TY  - RPRT"}, Case{"thesis", "@phdthesis{", "TY  - THES"},
                        Case{"webpage", "@misc{", "TY  - ELEC"}, Case{"speech", "@misc{", "TY  - CONF"}}) {
    CAPTURE(c.type);
    const Item item = source(c.type, {{"id", "a"}, {"title", "Leren"}});
    CHECK(bibtex(item).starts_with(c.bib));
    CHECK(ris(item).starts_with(c.ris));
  }
}

TEST_CASE("a source is exported as RIS") {
  CHECK(ris(article()) ==
        "TY  - JOUR\r\nID  - bos-2020\r\nAU  - van den Berg, Ellen\r\nAU  - MBO Raad\r\n"
        "TI  - Leren & werken: 50% praktijk\r\nT2  - Pedagogische Studiën\r\nJF  - Pedagogische Studiën\r\nPY  - "
        "2020\r\nDA  - 2020/03//\r\n"
        "VL  - 97\r\nIS  - 2\r\nSP  - 101\r\nEP  - 120\r\nDO  - 10.1000/a_b\r\nER  - \r\n");
}

TEST_CASE("no text of the content begins a line of RIS") {
  const Item hostile = source("book", {{"id", "a"}, {"title", "een\r\nER  - \r\nTY  - BOOK"}});
  CHECK(ris(hostile) == "TY  - BOOK\r\nID  - a\r\nTI  - een ER - TY - BOOK\r\nER  - \r\n");
}

TEST_CASE("a source is exported as CSL-JSON, and is well-formed whatever it holds") {
  const auto read = from_json(csl_json(article()));
  REQUIRE(read.has_value());
  const Value item = read->at(0);
  CHECK(item.get("type").as_string() == "article-journal");
  CHECK(item.get("author").at(0).get("non-dropping-particle").as_string() == "van den");
  CHECK(item.get("author").at(1).get("literal").as_string() == "MBO Raad");
  CHECK(item.get("issued").get("date-parts").at(0).at(1).as_integer() == 3);
  CHECK(item.get("DOI").as_string() == "10.1000/a_b");
  const Item hostile = source("book", {{"id", "\"]"}, {"title", "\"}\\ \n </script>"}});
  CHECK(from_json(csl_json(hostile)).has_value());
}
