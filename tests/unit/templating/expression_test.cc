#include "templating/expression.h"

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

const Registry& registry() {
  static const Registry standard = Registry::standard();
  return standard;
}

const Place kPlace{"content/kinds/practoraat.yaml", {12, 15}, 0};
const std::vector<std::string> kNames{"leden", "status"};

TEST_CASE("An expression is compiled once and evaluated on many scopes") {
  Report report;
  const auto rule =
      Expression::compile("leden | map(attribute='o') | unique | list | length >= 3", kPlace, registry(), report);
  REQUIRE(rule);
  for (const auto& [json, expected] : {std::pair{R"({"leden": [{"o": "a"}, {"o": "b"}, {"o": "c"}]})", true},
                                       std::pair{R"({"leden": [{"o": "a"}, {"o": "a"}]})", false}}) {
    const Value data = *from_json(json);
    const Scope scope{{data.borrow()}};
    const auto value = rule->evaluate(scope, "content/x.md", report);
    REQUIRE(value);
    CHECK(value->truthy() == expected);
  }
  CHECK(report.empty());
}

TEST_CASE("Whoever asks for the order of what is not there is refused, or told that it is not so") {
  Report report;
  const auto rule = Expression::compile("jaar > 2020 or 2020 >= jaar or jaar == 1", kPlace, registry(), report);
  REQUIRE(rule);
  const Value data = *from_json(R"({"jaar": null})");
  const Scope scope{{data.borrow()}};
  const auto value = rule->evaluate(scope, "content/x.md", report, NoneOrder::unordered);
  REQUIRE(value);
  CHECK_FALSE(value->truthy());
  CHECK(report.empty());
  CHECK_FALSE(rule->evaluate(scope, "content/x.md", report));
  CHECK(report.findings().front().code == Code::operator_unfit);
}

TEST_CASE("An expression tells which variables it holds against texts") {
  Report report;
  const auto asked = Expression::compile(
      "not (status == 'a' or 'b' != leden) and status in ['c', 3] and (leden if 'd' in leden) and status > 'e'", kPlace,
      registry(), report);
  REQUIRE(asked);
  std::string all;
  for (const ComparedText& compared : asked->compared_texts()) {
    all.append(compared.name).append("=").append(compared.text) += ' ';
  }
  CHECK(all == "status=a leden=b status=c leden=d ");
  CHECK(asked->compared_texts().front().place == Place{"content/kinds/practoraat.yaml", {12, 30}, 3});
}

TEST_CASE("Who compares with one = is told to write two") {
  for (const std::string_view text : {"status = 'a'", "(status = 'a')", "not status='a'"}) {
    Report report;
    CHECK_FALSE(Expression::compile(text, kPlace, registry(), report));
    REQUIRE(report.findings().size() == 1);
    CHECK(report.findings().front().code == Code::template_equals_single);
  }
}

TEST_CASE("An expression knows the variables that it may use") {
  Report report;
  CHECK(Expression::compile("status == 'a' and leden and range(3)", kPlace, registry(), report, &kNames));
  CHECK_FALSE(Expression::compile("statsu != 'actief'", kPlace, registry(), report, &kNames));
  CHECK(listed(report) == "template-name-unknown 12:15 status");
  CHECK(report.findings().front().place.file == kPlace.file);
}

TEST_CASE("A failing evaluation names the entry") {
  Report report;
  const auto rule = Expression::compile("a.b\n + 1", kPlace, registry(), report);
  REQUIRE(rule);
  const Value data = *from_json(R"({"a": {}})");
  const Scope scope{{data.borrow()}};
  CHECK_FALSE(rule->evaluate(scope, "content/x.md", report));
  CHECK(listed(report) == "template-attribute-unknown 12:15");
  REQUIRE(report.findings().front().trace.size() == 1);
  CHECK(report.findings().front().trace.front().name == "content/x.md");
}

TEST_CASE("A text with tags is not escaped, and writes nothing for none") {
  Report report;
  const auto text = TextTemplate::compile("<{{ a }}>{{ b }}{% if c %}!{% endif %}\n", kPlace, registry(), report);
  REQUIRE(text);
  const Value data = *from_json(R"({"a": "&", "b": null, "c": true})");
  const Scope scope{{data.borrow()}};
  CHECK(text->render(scope, "", report) == "<&>!\n");
  CHECK_FALSE(TextTemplate::compile("/{{ slugg }}/", kPlace, registry(), report, &kNames));
  CHECK(listed(report) == "template-name-unknown 12:19");
}

TEST_CASE("The first layer that knows a name wins, and globals come last") {
  Report report;
  const auto text = TextTemplate::compile("{{ a }}{{ b }}{{ range is defined }}", kPlace, registry(), report);
  REQUIRE(text);
  const Value first = *from_json(R"({"a": 1})");
  const Value second = *from_json(R"({"a": 2, "b": 3})");
  const Scope scope{{first.borrow(), second.borrow()}};
  CHECK(text->render(scope, "", report) == "13True");
}

}  // namespace
}  // namespace katern::templating
