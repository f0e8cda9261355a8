#include <set>
#include <string>

#include "diagnostics/code.h"
#include "support/catch.h"

using namespace katern;

TEST_CASE("every code knows itself and has a name of its own") {
  std::set<std::string_view> names;
  for (const CodeInfo& known : all_codes()) {
    CHECK(&info(known.code) == &known);
    CHECK(names.insert(known.name).second);
    CHECK(known.name.find('_') == std::string_view::npos);
  }
}

TEST_CASE("every code says what is wrong in both languages, in a whole sentence") {
  for (const CodeInfo& known : all_codes()) {
    INFO(known.name);
    REQUIRE_FALSE(known.dutch.empty());
    REQUIRE_FALSE(known.english.empty());
    // A text that is an argument alone takes its sentence from the content: a rule's message.
    const auto is_sentence = [](std::string_view text) {
      return std::string_view(".?!}").find(text.back()) != text.npos;
    };
    CHECK(is_sentence(known.dutch));
    CHECK(is_sentence(known.english));
    CHECK(known.dutch_mend.empty() == known.english_mend.empty());
  }
}

TEST_CASE("the two languages use the same arguments") {
  const auto arguments = [](std::string_view text) {
    std::set<std::string> names;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '{') continue;
      if (at + 1 < text.size() && text[at + 1] == '{') {
        ++at;
        continue;
      }
      const std::size_t end = text.find('}', at);
      REQUIRE(end != std::string_view::npos);
      std::string name(text.substr(at + 1, end - at - 1));
      // What comes from content in two languages has an argument for each.
      if (name.ends_with("_en")) name.resize(name.size() - 3);
      names.insert(std::move(name));
    }
    return names;
  };
  for (const CodeInfo& known : all_codes()) {
    INFO(known.name);
    CHECK(arguments(known.dutch) == arguments(known.english));
  }
}
