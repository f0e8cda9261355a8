// docs/template-language.md lists what the registry holds. With KATERN_REWRITE set in the environment the lists are
// rewritten instead of compared. The error that it shows is one that the tests of the command line hold.

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/catch.h"
#include "templating/callable.h"
#include "templating/printing.h"

namespace katern::templating {
namespace {

const std::string kPath = std::string(KATERN_SOURCE_DIR) + "/docs/template-language.md";

std::string contents(const std::string& path = kPath) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string as_written(const Value& fallback) {
  if (fallback.is_none()) return "none";
  if (fallback.is_boolean()) return fallback.as_boolean() ? "true" : "false";
  std::string out;
  static_cast<void>(append_repr(out, fallback));
  return out;
}

std::string row(const Builtin& builtin) {
  std::string arguments;
  for (const Parameter& parameter : builtin.parameters) {
    if (!arguments.empty()) arguments += ", ";
    arguments += parameter.name;
    if (parameter.fallback) arguments += "=" + as_written(*parameter.fallback);
  }
  if (builtin.variadic) arguments += arguments.empty() ? "…" : ", …";
  if (!arguments.empty()) arguments = "`" + arguments + "`";
  return "| `" + std::string(builtin.name) + "` | " + arguments + " | " + std::string(builtin.summary) + " |\n";
}

std::string table(std::string_view what, std::span<const Builtin> builtins) {
  std::string out = "| " + std::string(what) + " | arguments | |\n| --- | --- | --- |\n";
  for (const Builtin& builtin : builtins) out += row(builtin);
  return out;
}

void check_part(std::string& docs, const std::string& name, const std::string& wanted) {
  const std::string begin = "<!-- " + name + ": begin -->\n";
  const std::string end = "<!-- " + name + ": end -->";
  const std::size_t from = docs.find(begin);
  const std::size_t to = docs.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const std::size_t start = from + begin.size();
  if (std::getenv("KATERN_REWRITE") == nullptr) CHECK(docs.substr(start, to - start) == wanted);
  docs.replace(start, to - start, wanted);
}

TEST_CASE("the reference lists what templates can use") {
  const Registry registry = Registry::standard();
  std::vector<Builtin> globals;
  for (const auto& [name, value] : registry.globals()) {
    REQUIRE(builtin_of(value) != nullptr);
    globals.push_back(*builtin_of(value));
  }
  std::string docs = contents();
  check_part(docs, "filters", table("filter", registry.filters()));
  check_part(docs, "tests", table("test", registry.tests()));
  check_part(docs, "globals", table("function", globals));
  if (std::getenv("KATERN_REWRITE") != nullptr) std::ofstream(kPath) << docs;
}

TEST_CASE("the reference shows an error as it is printed") {
  constexpr std::string_view kBegin = "<!-- error: begin -->\n";
  constexpr std::string_view kIndent = "    ";
  const std::string docs = contents();
  const std::size_t from = docs.find(kBegin);
  REQUIRE(from != std::string::npos);
  std::istringstream shown(docs.substr(from + kBegin.size(), docs.find("<!-- error: end -->") - from - kBegin.size()));
  std::string error;
  for (std::string line; std::getline(shown, line);) {
    REQUIRE(line.starts_with(kIndent));
    error += line.substr(kIndent.size()) + "\n";
  }
  CHECK_FALSE(error.empty());
  CHECK(contents(std::string(KATERN_SOURCE_DIR) + "/tests/cli/template.txt").find(error) != std::string::npos);
}

}  // namespace
}  // namespace katern::templating
