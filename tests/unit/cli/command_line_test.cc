#include "cli/command_line.h"

#include "support/catch.h"

using namespace katern;
using namespace katern::cli;

TEST_CASE("a build takes its options in any order and form") {
  const auto line = parse_command_line({"build", "--jobs=4", "--root", "site", "--as-of", "2026-11-22", "--drafts",
                                        "--output", "web", "--base-url=https://x.nl", "--format", "github"});
  REQUIRE(line);
  CHECK(line->command == Command::build);
  CHECK(line->jobs == 4);
  CHECK(line->root == "site");
  CHECK(line->output == "web");
  CHECK(line->base_url == "https://x.nl");
  CHECK(iso(*line->today) == "2026-11-22");
  CHECK(line->drafts);
  CHECK(line->format == Format::github);
}

TEST_CASE("no words, help, -h and --help all ask for help") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{}, {"help"}, {"-h"}, {"build", "--help"}}) {
    const auto line = parse_command_line(words);
    REQUIRE(line);
    CHECK(line->command == Command::help);
  }
}

TEST_CASE("a misspelt command is answered with the nearest") {
  const auto line = parse_command_line({"biuld"});
  REQUIRE_FALSE(line);
  CHECK(line.error().message.find("‘build’") != std::string::npos);
}

TEST_CASE("what does not fit is refused in the language that was asked for") {
  struct Case {
    std::vector<std::string> words;
    const char* part;
  };
  const Case cases[] = {
      {{"build", "--as-of", "22-11-2026"}, "2026-11-22"},
      {{"build", "--as-of", "2026-02-30"}, "--as-of"},
      {{"check", "--format", "xml"}, "text, json of github"},
      {{"check", "--lang", "de"}, "nl of en"},
      {{"check", "--color", "rood"}, "auto, always of never"},
      {{"build", "--jobs", "veel"}, "--jobs"},
      {{"build", "--onbekend"}, "--onbekend"},
      {{"template"}, "katern template BESTAND"},
      {{"check", "--lang", "en", "--format", "xml"}, "text, json or github"},
  };
  for (const Case& wrong : cases) {
    const auto line = parse_command_line(wrong.words);
    INFO(wrong.part);
    REQUIRE_FALSE(line);
    CHECK(line.error().message.find(wrong.part) != std::string::npos);
  }
}

TEST_CASE("a template takes a file and its data") {
  const auto line = parse_command_line({"template", "kaart.html", "--data", "kaart.json"});
  REQUIRE(line);
  CHECK(line->command == Command::render_template);
  CHECK(line->template_file == "kaart.html");
  CHECK(line->data_file == "kaart.json");
}

TEST_CASE("help names every command in both languages") {
  for (const Language language : {Language::dutch, Language::english}) {
    for (const char* word : {"katern build", "katern check", "katern template", "--as-of", "--format", "--quiet"}) {
      CHECK(help_text(language).find(word) != std::string::npos);
    }
  }
}
