#include "text/collate.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.h"

using namespace katern;

TEST_CASE("texts sort as in a Dutch dictionary") {
  const std::vector<std::string> sorted = {"appel", "één", "een huis", "Egmond", "ijs", "Zee", "zeeën"};
  std::vector<std::string> texts = sorted;
  std::reverse(texts.begin(), texts.end());
  const text::Collator collator;
  std::sort(texts.begin(), texts.end(),
            [&](const auto& a, const auto& b) { return collator.sort_key(a) < collator.sort_key(b); });
  CHECK(texts == sorted);
}

TEST_CASE("case and accents decide only between otherwise equal texts") {
  const text::Collator collator;
  CHECK(collator.sort_key("resumé") < collator.sort_key("resumes"));
  CHECK(collator.sort_key("Berg") < collator.sort_key("bergen"));
  CHECK(collator.sort_key("berg") != collator.sort_key("Berg"));
}

TEST_CASE("a long text has a sort key too") {
  const text::Collator collator;
  const std::string base(2000, 'a');
  CHECK(collator.sort_key(base + "a") < collator.sort_key(base + "b"));
}
