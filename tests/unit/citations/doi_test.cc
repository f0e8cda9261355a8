#include "citations/doi.h"

#include "support/catch.h"

using namespace katern::citations;

TEST_CASE("a DOI is read from whatever it was copied from") {
  for (const char* text : {"10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182", "https://doi.org/10.1000/182",
                           "http://dx.doi.org/10.1000/182", "https://DOI.org/10.1000/182"}) {
    CAPTURE(text);
    CHECK(normal_doi(text) == "10.1000/182");
  }
  CHECK(normal_doi("https://doi.org/10.1002/a%3Cb%3E") == "10.1002/a<b>");
}

TEST_CASE("what is no DOI is none") {
  for (const char* text : {"", "10.1000", "10.1000/", "10.10/182", "11.1000/182", "10.1000/a b",
                           "https://voorbeeld.nl/10.1000/1", "10.abcd/1", "10.1000./1"}) {
    CAPTURE(text);
    CHECK_FALSE(normal_doi(text).has_value());
  }
}

TEST_CASE("the address of a DOI holds nothing that a URL may not hold") {
  CHECK(doi_url("10.1000/182") == "https://doi.org/10.1000/182");
  CHECK(doi_url("10.1002/a<b>#c/d e") == "https://doi.org/10.1002/a%3Cb%3E%23c/d%20e");
}
