#include "value/json.h"

#include <limits>

#include "support/catch.h"
#include "value/dict.h"

namespace katern {
namespace {

std::string written(const Value& value, const JsonStyle& style = {}) {
  std::string out;
  CHECK_FALSE(to_json(value, out, style));
  return out;
}

Value read(std::string_view text) {
  auto value = from_json(text);
  REQUIRE(value.has_value());
  return *value;
}

TEST_CASE("what is read from JSON is written as the same JSON") {
  const std::string_view text = GENERATE(as<std::string_view>{}, "null", "true", "-12", "1.5", "1e+100",
                                         "\"a\\nb\\\"\"", "[]", "{}", "[1,[2,{\"b\":1,\"a\":[]}]]", "\"é😀\"");
  CHECK(written(read(text)) == text);
}

TEST_CASE("integers beyond 64 bits are read as numbers") {
  CHECK(read("9223372036854775807").as_integer() == std::numeric_limits<std::int64_t>::max());
  CHECK(read("9223372036854775808").kind() == ValueKind::number);
}

TEST_CASE("an error in JSON has a line and a column") {
  const auto broken = from_json("{\"é\": 1,\n \"b\": }");
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().line == 2);
  CHECK(broken.error().column == 7);
  CHECK_FALSE(broken.error().message.empty());
  CHECK_FALSE(from_json("").has_value());
  CHECK_FALSE(from_json("1 2").has_value());
  CHECK_FALSE(from_json("\"\xff\"").has_value());
}

TEST_CASE("JSON that is nested too deep is refused where it becomes so") {
  const std::string deep = std::string(kMaxJsonNesting, '[') + "\n[";
  const auto refused = from_json(deep);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().line == 2);
  CHECK(from_json(std::string(kMaxJsonNesting, '[') + std::string(kMaxJsonNesting, ']')).has_value());
  CHECK_FALSE(from_json(std::string(1'000'000, '[')).has_value());
}

TEST_CASE("JSON for HTML holds nothing that ends a script or an attribute") {
  JsonStyle style;
  style.in_html = true;
  CHECK(written(Value::view("</script>&'"), style) == R"("\u003c/script\u003e\u0026\u0027")");
}

TEST_CASE("JSON can be written as Python does") {
  JsonStyle style;
  style.ascii = style.sorted = style.spaced = true;
  CHECK(written(read(R"({"b":[1,2],"a":"é😀"})"), style) == R"({"a": "\u00e9\ud83d\ude00", "b": [1, 2]})");
  style.indent = 2;
  CHECK(written(read(R"({"a":[1,{}],"b":[]})"), style) == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
}

TEST_CASE("dates are written as their ISO text") {
  CHECK(written(Value(Date{0})) == "\"1970-01-01\"");
  CHECK(written(Value(DateTime{0, 60})) == "\"1970-01-01T01:00:00+01:00\"");
}

TEST_CASE("what JSON cannot say is refused") {
  std::string out;
  CHECK(to_json(Value::undefined("x"), out) == JsonRefusal::undefined);
  CHECK(to_json(Value(std::numeric_limits<double>::infinity()), out) == JsonRefusal::not_finite);
  Dict circle;
  circle.set("self", Value::lend(circle));
  CHECK(to_json(Value::lend(circle), out) == JsonRefusal::circular);
}

}  // namespace
}  // namespace katern
