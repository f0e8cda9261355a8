#include "parse/source_lines.h"

#include "support/catch.h"

using katern::Position;
using katern::parse::SourceLines;

TEST_CASE("lines leave out their ends, of either sort") {
  const SourceLines lines("een\ntwee\r\n\nvier");
  REQUIRE(lines.size() == 4);
  CHECK(lines.line(0) == "een");
  CHECK(lines.line(1) == "twee");
  CHECK(lines.line(2).empty());
  CHECK(lines.line(3) == "vier");
  CHECK(lines.line_at(0) == 0);
  CHECK(lines.line_at(4) == 1);
  CHECK(lines.line_at(1'000) == 3);
}

TEST_CASE("positions count code points, forwards and backwards") {
  SourceLines lines("één\n€ x", 10, 3);
  CHECK(lines.position(0) == Position{10, 3});
  CHECK(lines.position(4) == Position{10, 5});
  CHECK(lines.position(6) == Position{11, 3});
  CHECK(lines.position(10) == Position{11, 5});
  CHECK(lines.position(2) == Position{10, 4});
  CHECK(lines.position(1'000) == Position{11, 6});
}
