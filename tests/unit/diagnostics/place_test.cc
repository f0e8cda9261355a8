#include "diagnostics/place.h"

#include "support/catch.h"

using namespace katern;

TEST_CASE("a byte has a line and a column that counts characters") {
  struct Case {
    std::size_t offset;
    Position at;
  };
  const std::string_view text = "één\ntwee\n\ndrie";
  for (const Case& c : {Case{0, {1, 1}}, Case{2, {1, 2}}, Case{5, {1, 4}}, Case{6, {2, 1}}, Case{9, {2, 4}},
                        Case{11, {3, 1}}, Case{12, {4, 1}}, Case{99, {4, 5}}}) {
    CAPTURE(c.offset);
    CHECK(position_at(text, c.offset).line == c.at.line);
    CHECK(position_at(text, c.offset).column == c.at.column);
  }
  CHECK(position_at("", 0) == Position{1, 1});
}
