#include "value/number.h"

#include <cmath>
#include <limits>

#include "support/catch.h"

namespace katern {
namespace {

TEST_CASE("numbers are written as Python writes floats") {
  struct Case {
    double number;
    std::string_view text;
  };
  const auto [number, text] = GENERATE(values<Case>({{0.0, "0.0"},
                                                     {-0.0, "-0.0"},
                                                     {1.0, "1.0"},
                                                     {0.1, "0.1"},
                                                     {1e15, "1000000000000000.0"},
                                                     {1e16, "1e+16"},
                                                     {0.0001, "0.0001"},
                                                     {0.00001, "1e-05"},
                                                     {1.5e300, "1.5e+300"},
                                                     {std::numeric_limits<double>::infinity(), "inf"},
                                                     {-std::numeric_limits<double>::infinity(), "-inf"}}));
  std::string out;
  append_number(out, number);
  CHECK(out == text);
}

TEST_CASE("integers are written to the last of their 64 bits") {
  std::string out;
  append_integer(out, std::numeric_limits<std::int64_t>::min());
  CHECK(out == "-9223372036854775808");
}

}  // namespace
}  // namespace katern
