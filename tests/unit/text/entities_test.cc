#include "text/entities.h"

#include "support/catch.h"

namespace katern::text {
namespace {

TEST_CASE("character references become the characters that they stand for") {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  const auto [html, text] = GENERATE(values<Case>({{"a &amp; b", "a & b"},
                                                   {"&eacute;&#233;&#xE9;&#XE9", "éééé"},
                                                   {"&notin; &notit;", "∉ ¬it;"},
                                                   {"&NotEqualTilde;", "\u2242\u0338"},
                                                   {"&amp;lt;", "&lt;"},
                                                   {"&nonsense; & &# &#x; &", "&nonsense; & &# &#x; &"},
                                                   {"&#128;&#0;&#xD800;&#x110000;", "€\uFFFD\uFFFD\uFFFD"},
                                                   {"&#99999999999999999999;", "\uFFFD"},
                                                   {"a&#1;b", "ab"},
                                                   {"", ""}}));
  CHECK(decode_references(html) == text);
}

}  // namespace
}  // namespace katern::text
