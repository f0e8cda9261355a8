#include "parse/yaml.h"

#include <ctime>
#include <string>
#include <vector>

#include "support/catch.h"

using katern::Code;
using katern::Position;
using katern::Report;
using katern::parse::Node;
using katern::parse::parse_yaml;
using katern::parse::YamlLimits;

namespace {

Node parsed(std::string_view text) {
  Report report;
  std::optional<Node> node = parse_yaml(text, "x.yaml", report);
  REQUIRE(report.empty());
  REQUIRE(node);
  return std::move(*node);
}

const Node& value_of(const Node& mapping, std::string_view key) {
  const Node::Member* member = mapping.find(key);
  REQUIRE(member != nullptr);
  return member->value;
}

/// The only finding of a text that must be refused.
katern::Diagnostic refused(std::string_view text, const YamlLimits& limits = {}) {
  Report report;
  CHECK_FALSE(parse_yaml(text, "x.yaml", report, 1, limits).has_value());
  INFO(text);
  REQUIRE(report.findings().size() == 1);
  return report.findings().front();
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("scalars stay the text that they are") {
  const std::vector<std::string> texts{"nee", "12:30", "10.1234/5", "2026", "0777",
                                       "1e3", "Null",  "NULL",      "yes",  ".inf"};
  for (const std::string& text : texts) {
    const Node node = parsed("veld: " + text);
    CHECK(value_of(node, "veld").text == text);
    CHECK_FALSE(value_of(node, "veld").is_empty());
  }
}

TEST_CASE("a value that is left out is empty, one in quotes is not") {
  const Node node = parsed("a:\nb: ~\nc: null\nd: ''\ne: \"null\"\n");
  for (const char* key : {"a", "b", "c"}) CHECK(value_of(node, key).is_empty());
  for (const char* key : {"d", "e"}) CHECK_FALSE(value_of(node, key).is_empty());
  CHECK(value_of(node, "e").text == "null");
}

TEST_CASE("a key that reads as null is a key") { CHECK(parsed("a:\nnull: x").find("null") != nullptr); }

TEST_CASE("values know their line and their column in code points") {
  const Node node = parsed("naam: x\n\"één\": [a, \"ünï\", c]\nrij:\n  - sleutel: waarde\n");
  CHECK(value_of(node, "naam").at == Position{1, 7});
  const Node& list = value_of(node, "één");
  CHECK(list.at == Position{2, 8});
  CHECK(list.items[1].at == Position{2, 12});
  CHECK(list.items[2].at == Position{2, 19});
  CHECK(value_of(node, "rij").items[0].members[0].key_at == Position{4, 5});
  CHECK(value_of(node, "rij").items[0].members[0].value.at == Position{4, 14});
}

TEST_CASE("an empty value stands where its key or dash stands") {
  const Node node = parsed("a: 1\nleeg:\n# niets\nrij:\n- x\n-\n- y\n");
  CHECK(value_of(node, "leeg").at == Position{2, 1});
  CHECK(value_of(node, "rij").items[1].at == Position{6, 1});
}

TEST_CASE("places count from the line and column that the text begins at") {
  Report report;
  const auto node = parse_yaml("a: b\nc: d", "x.md", report, 10, {}, 5);
  REQUIRE(node);
  CHECK(node->members[1].value.at == Position{11, 8});
}

TEST_CASE("an empty text is an empty mapping") {
  for (const char* text : {"", "\n\n", "# alleen een aantekening\n", "---\n"}) {
    const Node node = parsed(text);
    CHECK(node.kind == Node::Kind::mapping);
    CHECK(node.members.empty());
  }
}

TEST_CASE("a byte order mark and Windows line ends do no harm") {
  const Node node = parsed(
      "\xEF\xBB\xBF"
      "a: b\r\nc: d\r\n");
  CHECK(value_of(node, "c").text == "d");
  CHECK(value_of(node, "c").at == Position{2, 4});
}

TEST_CASE("members keep the order of the file") {
  const Node node = parsed("z: 1\na: 2\nm: 3");
  CHECK(node.members[0].key == "z");
  CHECK(node.members[2].key == "m");
}

TEST_CASE("block texts keep their lines") {
  const Node node = parsed("tekst: |\n  een: twee\n  - drie\nna: x");
  CHECK(value_of(node, "tekst").text == "een: twee\n- drie\n");
  CHECK(value_of(node, "tekst").quoted);
}

TEST_CASE("what plain content has no need of is refused with its place") {
  struct Case {
    std::string_view text;
    Code code;
    Position at;
  };
  const std::vector<Case> cases{
      {"a: &x foo", Code::yaml_anchor, {1, 4}},
      {"a: !!str foo", Code::yaml_tag, {1, 4}},
      {"a: ! foo", Code::yaml_tag, {1, 4}},
      {"a: !foo", Code::yaml_tag, {1, 4}},
      {"b: 1\n<<: {a: b}", Code::yaml_merge_key, {2, 1}},
      {"a: 1\nb: 2\na: 3", Code::yaml_key_doubled, {3, 1}},
      {"a: 1\n\"a\": 3", Code::yaml_key_doubled, {2, 1}},
      {"a: {b: 1, b: 2}", Code::yaml_key_doubled, {1, 11}},
      {"? [a, b]\n: c", Code::yaml_key_not_text, {1, 3}},
      {"{a: b}: c", Code::yaml_key_not_text, {1, 1}},
      {": x", Code::yaml_key_empty, {1, 1}},
      {"a: b\n---\nc: d", Code::yaml_second_document, {2, 1}},
      {"a: b\n...\nc: d", Code::yaml_second_document, {3, 1}},
      {"%YAML 1.2\n---\na: b", Code::yaml_directive, {1, 1}},
      {"a: b\x01", Code::yaml_control_character, {1, 5}},
      {std::string_view("a: b\0c", 6), Code::yaml_control_character, {1, 5}},
      {"a: b\rc: d", Code::yaml_control_character, {1, 5}},
      {"a: \xC2\x85", Code::yaml_control_character, {1, 4}},
      {"a: \"Pro\\0ef\"", Code::yaml_control_code, {1, 8}},
      {"a: \"b \\t\n  c \\x1b[31m\"", Code::yaml_control_code, {2, 5}},
      {"a: [\"\\u0007\"]", Code::yaml_control_code, {1, 6}},
      {"\"a\\e\": b", Code::yaml_control_code, {1, 3}},
      {"a: \"\\N\"", Code::yaml_control_code, {1, 5}},
      {"a: \"\\_\"", Code::yaml_control_code, {1, 5}},
      {"a: \xFF", Code::file_not_utf8, {1, 4}},
      {"a:\n\tb: c", Code::yaml_tab, {2, 1}},
      {"a:\n  \tb: c", Code::yaml_tab, {2, 3}},
      {"a:\n\xC2\xA0\xC2\xA0"
       "b: c",
       Code::yaml_odd_space,
       {2, 1}},
  };
  for (const Case& c : cases) {
    const katern::Diagnostic found = refused(c.text);
    INFO(c.text);
    CHECK(katern::info(found.code).name == katern::info(c.code).name);
    CHECK(found.place.at == c.at);
  }
}

TEST_CASE("an alias to an anchor is refused along with the anchor") {
  Report report;
  CHECK_FALSE(parse_yaml("a: &x b\nc: *x", "x.yaml", report));
  REQUIRE(report.findings().size() == 2);
  CHECK(report.findings()[0].code == Code::yaml_anchor);
  CHECK(report.findings()[1].code == Code::yaml_alias);
}

TEST_CASE("a doubled key names the line of the first") {
  const katern::Diagnostic found = refused("titel: a\nb: c\ntitel: d");
  CHECK(katern::message(found, katern::Language::english) == "The field ‘titel’ is there already, on line 1.");
}

TEST_CASE("all doubled keys are found at once") {
  Report report;
  CHECK_FALSE(parse_yaml("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3", "x.yaml", report));
  CHECK(report.count(katern::Severity::error) == 3);
}

TEST_CASE("a key in flow style may be doubled in another mapping") {
  CHECK(parsed("a: {x: 1}\nb: {x: 1}\n").members.size() == 2);
}

TEST_CASE("the caps hold") {
  CHECK(refused(std::string(70'000, 'x')).code == Code::yaml_too_large);
  CHECK(refused("[" + repeated("a, ", 10'000) + "a]").code == Code::yaml_too_many_values);
  CHECK(refused(repeated("[", 17) + repeated("]", 17)).code == Code::yaml_too_deep);
  CHECK(parsed(repeated("[", 16) + repeated("]", 16)).kind == Node::Kind::sequence);
  CHECK(refused(repeated("- ", 20) + "x").code == Code::yaml_too_deep);
}

TEST_CASE("ten thousand levels are refused without growing the stack") {
  const YamlLimits generous{.bytes = 1024 * 1024, .depth = 16, .nodes = 100'000};
  std::string indented;
  for (std::size_t i = 0; i < 1'000; ++i) indented += std::string(i, ' ') + "a:\n";
  for (const std::string& text : {repeated("[", 10'000), repeated("{a: ", 10'000), repeated("- ", 10'000), indented}) {
    Report report;
    CHECK_FALSE(parse_yaml(text, "x.yaml", report, 1, generous));
    CHECK(report.findings().size() == 1);
  }
}

TEST_CASE("hostile text of 64 KB ends soon") {
  std::vector<std::string> texts;
  for (const char* piece :
       {"[",       "{",    "- ",    "? ",        "a: ", "\"",  "'",          "[a,",  "{a: b, ", " [\n",
        " \"\n",   " a\n", "- a\n", "-a\n",      "&a ", "*a ", "!a ",        "!",    "a\n",     "#",
        "# ",      "\\",   "\"\\",  ": ",        ":",   ",",   "|\n",        ">",    "a: |\n",  "a: [\n",
        "a: 'x\n", "- - ", "\n",    " ",         "é",   "%",   "@",          "`",    "--- ",    "---\n",
        "...\n",   "]",    "}",     "a: b: c\n", "{? ", "[? ", "a: \"b\n\n", "<<: ", "~\n",     "“a” "}) {
    texts.push_back(repeated(piece, 65'536 / std::string_view(piece).size()));
    texts.push_back("titel: x\n" + texts.back().substr(0, 65'000));
  }
  for (const std::string& text : texts) {
    const std::clock_t start = std::clock();
    Report report;
    parse_yaml(text, "x.yaml", report);
    const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    INFO(text.substr(0, 20) << " took " << took << " s of the processor");
    CHECK(took < 2.0);  // a fraction of it in a release build
  }
}

TEST_CASE("a text without quotes on several lines has the lines below its first") {
  const Node node =
      parsed("a:\n- een twee  \n\n   drie vier\n  vijf\n- zes\nb: \"een\n  twee\"\nc: {d: een\n twee, e: x}\n");
  const Node& text = value_of(node, "a").items[0];
  CHECK(text.text == "een twee\ndrie vier vijf");
  REQUIRE(text.items.size() == 2);
  CHECK(text.items[0].text == "drie vier");
  CHECK(text.items[0].at == Position{4, 4});
  CHECK(text.items[1].text == "vijf");
  CHECK(text.items[1].at == Position{5, 3});
  CHECK(value_of(node, "a").items[1].items.empty());
  CHECK(value_of(node, "b").items.empty());
  REQUIRE(value_of(value_of(node, "c"), "d").items.size() == 1);
  CHECK(value_of(value_of(node, "c"), "d").items[0].at == Position{10, 2});
}
