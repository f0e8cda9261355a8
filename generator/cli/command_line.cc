#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "text/words.h"

namespace katern::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Command>, 3> kCommands{
    {{"build", Command::build}, {"check", Command::check}, {"template", Command::render_template}}};

// Messages must be in a language before the command line is understood.
Language language_asked(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=en") return Language::english;
    if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en") return Language::english;
  }
  return Language::dutch;
}

std::string unknown_command(const std::string& word, Language language) {
  const bool dutch = language == Language::dutch;
  std::vector<std::string> names{"help"};
  for (const auto& [name, command] : kCommands) names.emplace_back(name);
  std::string text = dutch ? "Katern kent de opdracht ‘" + word + "’ niet." : "Katern knows no command ‘" + word + "’.";
  if (const auto near = text::nearest(word, names)) {
    text += (dutch ? " Bedoelde je ‘" : " Did you mean ‘") + *near + "’?";
  }
  return text;
}

// The words of the command line before they are checked.
struct Words {
  std::string today;
  std::string format = "text";
  std::string language;
  std::string color = "auto";
};

void add_common(CLI::App& app, CommandLine& line, Words& words) {
  app.set_help_flag();
  app.add_option("--root", line.root);
  app.add_option("--lang", words.language);
  app.add_option("--color", words.color);
  app.add_option("--format", words.format);
  app.add_flag("--quiet", line.quiet);
}

void add_site_options(CLI::App& app, CommandLine& line, Words& words) {
  app.add_option("--output", line.output);
  app.add_option("--base-url", line.base_url);
  app.add_option("--as-of", words.today);
  app.add_flag("--drafts", line.drafts);
  app.add_option("--jobs", line.jobs);
}

template <class T>
bool choose(const std::string& word, const std::map<std::string, T>& choices, T& chosen) {
  const auto found = choices.find(word);
  if (found == choices.end()) return false;
  chosen = found->second;
  return true;
}

std::string wrong_value(std::string_view option, const std::string& word, std::string_view right, Language language) {
  const std::string start(option);
  return language == Language::dutch ? "Bij " + start + " past ‘" + word + "’ niet; schrijf " + std::string(right) + "."
                                     : "‘" + word + "’ does not fit " + start + "; write " + std::string(right) + ".";
}

// The first word that does not fit, or nothing.
std::optional<std::string> interpret(const Words& words, CommandLine& line, Language language) {
  const bool dutch = language == Language::dutch;
  const std::map<std::string, Format> formats{
      {"text", Format::text}, {"json", Format::json}, {"github", Format::github}};
  if (!choose(words.format, formats, line.format)) {
    return wrong_value("--format", words.format, dutch ? "text, json of github" : "text, json or github", language);
  }
  const std::map<std::string, Color> colors{
      {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
  if (!choose(words.color, colors, line.color)) {
    return wrong_value("--color", words.color, dutch ? "auto, always of never" : "auto, always or never", language);
  }
  if (!words.language.empty()) {
    const std::map<std::string, Language> languages{{"nl", Language::dutch}, {"en", Language::english}};
    Language chosen = Language::dutch;
    if (!choose(words.language, languages, chosen)) {
      return wrong_value("--lang", words.language, dutch ? "nl of en" : "nl or en", language);
    }
    line.language = chosen;
  }
  if (!words.today.empty()) {
    line.today = parse_iso_date(words.today);
    if (!line.today) {
      return wrong_value("--as-of", words.today, dutch ? "een datum als 2026-11-22" : "a date such as 2026-11-22",
                         language);
    }
  }
  return std::nullopt;
}

// The option that CLI11 speaks of, in its own English.
std::string option_in(const std::string& text) {
  const std::size_t start = text.find("--");
  if (start == std::string::npos) return {};
  return text.substr(start, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", start) - start);
}

std::string not_expected(const std::string& word, const CLI::App& app, bool dutch) {
  if (!word.starts_with('-')) return dutch ? "‘" + word + "’ is te veel." : "‘" + word + "’ is too much.";
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) names.push_back(option->get_name());
  }
  std::string text = dutch ? "Deze opdracht kent de optie ‘" + word + "’ niet."
                           : "This command knows no option ‘" + word + "’.";
  if (const auto near = text::nearest(word, names)) {
    text += (dutch ? " Bedoelde je ‘" : " Did you mean ‘") + *near + "’?";
  }
  return text;
}

std::string explain(const CLI::ParseError& error, const CLI::App& app, Language language) {
  const bool dutch = language == Language::dutch;
  const std::string option = option_in(error.what());
  const std::vector<std::string> extras = app.remaining();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extras.empty()) {
    return not_expected(extras.front(), app, dutch);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return dutch ? "Er ontbreekt een bestand: katern template BESTAND." : "A file is missing: katern template FILE.";
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr && !option.empty()) {
    return dutch ? "Bij " + option + " hoort een getal, bijvoorbeeld " + option + " 2."
                 : option + " takes a number, such as " + option + " 2.";
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && !option.empty()) {
    return dutch ? "Achter " + option + " ontbreekt de waarde." : "The value after " + option + " is missing.";
  }
  return (dutch ? "De opdrachtregel klopt niet: " : "The command line is wrong: ") + std::string(error.what()) + ".";
}

}  // namespace

Result<CommandLine, UsageError> parse_command_line(std::vector<std::string> arguments) {
  const Language language = language_asked(arguments);
  CommandLine line;
  line.language = language == Language::english ? std::optional(language) : std::nullopt;
  const auto asked = [&](std::string_view word) {
    return std::find(arguments.begin(), arguments.end(), word) != arguments.end();
  };
  if (arguments.empty() || arguments.front() == "help" || asked("--help") || asked("-h")) return line;
  if (arguments.front() == "--version") {
    line.command = Command::version;
    return line;
  }
  const std::string word = arguments.front();
  const auto known =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& entry) { return entry.first == word; });
  if (known == kCommands.end()) return unexpected(UsageError{unknown_command(word, language), language});
  line.command = known->second;

  CLI::App app;
  Words words;
  add_common(app, line, words);
  if (line.command == Command::render_template) {
    app.add_option("FILE", line.template_file)->required();
    app.add_option("--data", line.data_file);
  } else {
    add_site_options(app, line, words);
  }
  try {
    // CLI11 takes the words from the back.
    std::vector<std::string> rest(arguments.rbegin(), arguments.rend() - 1);
    app.parse(std::move(rest));
  } catch (const CLI::ParseError& error) {
    return unexpected(UsageError{explain(error, app, language), language});
  }
  if (auto problem = interpret(words, line, language)) return unexpected(UsageError{*std::move(problem), language});
  return line;
}

}  // namespace katern::cli
