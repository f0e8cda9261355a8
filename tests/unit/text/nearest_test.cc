#include <optional>
#include <string>
#include <vector>

#include "support/catch.h"
#include "text/words.h"

using namespace katern;

namespace {

const std::vector<std::string> kKeys = {"titel", "samenvatting", "status", "instellingen", "practoren", "één", "soort"};

}  // namespace

TEST_CASE("a misspelt word finds what was meant") {
  struct Case {
    const char* word;
    std::optional<std::string> meant;
  };
  const std::vector<Case> cases = {
      {"tietel", "titel"},
      {"title", "titel"},
      {"samenvating", "samenvatting"},
      {"Status", "status"},
      {"STATUS", "status"},
      {"satus", "status"},
      {"sattus", "status"},
      {"instelling", "instellingen"},
      {"een", "één"},
      {"practoraten", "practoren"},
      {"website", std::nullopt},
      {"x", std::nullopt},
      {"", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(text::nearest(c.word, kKeys) == c.meant);
  }
}

TEST_CASE("the nearest of several wins, and the first of equals") {
  const std::vector<std::string> candidates = {"naam2", "name", "naam", "naa"};
  CHECK(text::nearest("Naam", candidates) == "naam");
  CHECK(text::nearest("naamm", std::vector<std::string>{"naamb", "naamc"}) == "naamb");
}

TEST_CASE("a word that nobody types finds nothing, soon") {
  const std::string long_word(1'000'000, 'a');
  CHECK_FALSE(text::nearest(long_word, std::vector<std::string>{long_word + "b"}));
  CHECK_FALSE(text::nearest("abc", std::vector<std::string>{}));
}
