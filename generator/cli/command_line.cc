#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "cli/usage_errors.h"
#include "pipeline/site_reader.h"
#include "schema/web_names.h"

namespace katern::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Command>, 6> kCommands{{{"build", Command::build},
                                                                         {"check", Command::check},
                                                                         {"new", Command::new_entry},
                                                                         {"list", Command::list},
                                                                         {"schema", Command::schema},
                                                                         {"template", Command::render_template}}};

// What may follow --format, and what it makes of findings and of the result. The first is the default.
struct FormatWord {
  std::string_view word;
  Format findings = Format::text;
  Output result = Output::text;
};

constexpr FormatWord kText{"text", Format::text, Output::text};
constexpr FormatWord kJson{"json", Format::json, Output::json};
constexpr std::array<FormatWord, 3> kFindings{{kText, kJson, {"github", Format::github, Output::text}}};
constexpr std::array<FormatWord, 3> kTable{{kText, kJson, {"csv", Format::text, Output::csv}}};
constexpr std::array<FormatWord, 2> kPlain{{kText, kJson}};
constexpr std::array<FormatWord, 2> kSchema{
    {{"json", Format::text, Output::json}, {"markdown", Format::text, Output::markdown}}};

std::span<const FormatWord> formats_of(Command command) {
  switch (command) {
    case Command::schema: return kSchema;
    case Command::new_entry: return kPlain;
    case Command::list: return kTable;
    case Command::build:
    case Command::check:
    case Command::render_template:
    case Command::help:
    case Command::version: break;
  }
  return kFindings;
}

// Messages must be in a language before the command line is understood.
Language language_asked(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=en") return Language::english;
    if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en") return Language::english;
  }
  return Language::dutch;
}

// The words of the command line before they are checked.
struct Words {
  std::optional<std::string> today;
  std::optional<std::string> base_url;
  std::string format;
  std::string language;
  std::string color = "auto";
};

void add_common(CLI::App& app, CommandLine& line, Words& words) {
  app.set_help_flag();
  // Said twice, the last one holds.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.add_option("--root", line.root);
  app.add_option("--lang", words.language);
  app.add_option("--color", words.color);
  app.add_option("--format", words.format);
  app.add_flag("--quiet", line.quiet);
}

void add_command(CLI::App& app, CommandLine& line, Words& words) {
  switch (line.command) {
    case Command::build:
    case Command::check:
      app.add_option("--output", line.output);
      app.add_option("--base-url", words.base_url);
      app.add_option("--as-of", words.today);
      app.add_flag("--drafts", line.drafts);
      app.add_option("--jobs", line.jobs)->check(CLI::Range(1U, pipeline::kMostJobs));
      break;
    case Command::render_template:
      app.add_option("FILE", line.template_file)->required();
      app.add_option("--data", line.data_file);
      break;
    case Command::schema: app.add_option("KIND", line.kind); break;
    case Command::new_entry:
      app.add_option("KIND", line.kind)->required();
      app.add_option("TITLE", line.title)->required();
      app.add_option("--as-of", words.today);
      break;
    case Command::list:
      app.add_option("KIND", line.kind)->required();
      app.add_option("--where", line.where);
      app.add_option("--sort", line.sort)
          ->allow_extra_args(false)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      app.add_option("--fields", line.columns);
      app.add_option("--as-of", words.today);
      app.add_flag("--drafts", line.drafts);
      app.add_option("--jobs", line.jobs)->check(CLI::Range(1U, pipeline::kMostJobs));
      break;
    case Command::help:
    case Command::version: break;
  }
}

// An expression may begin with a minus, which CLI11 would take for an option.
void join_expressions(std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word != "--sort" && word != "--where" && word != "--fields") continue;
    if (arguments[i + 1].starts_with("--")) continue;
    arguments[i] += '=' + arguments[i + 1];
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

template <class T>
bool choose(const std::string& word, const std::map<std::string, T>& choices, T& chosen) {
  const auto found = choices.find(word);
  if (found == choices.end()) return false;
  chosen = found->second;
  return true;
}

// Without a word, the first.
bool choose_format(const std::string& word, CommandLine& line) {
  for (const FormatWord& known : formats_of(line.command)) {
    if (!word.empty() && known.word != word) continue;
    line.format = known.findings;
    line.result = known.result;
    return true;
  }
  return false;
}

// "text, json of csv"
std::string listed(std::span<const FormatWord> formats, std::string_view before_last) {
  std::string words;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) words += i + 1 == formats.size() ? before_last : std::string_view(", ");
    words += formats[i].word;
  }
  return words;
}

std::string wrong_value(std::string_view option, const std::string& word, std::string_view right, Language language) {
  const std::string start(option);
  return language == Language::dutch ? "Bij " + start + " past ‘" + word + "’ niet; schrijf " + std::string(right) + "."
                                     : "‘" + word + "’ does not fit " + start + "; write " + std::string(right) + ".";
}

// The first word that does not fit, or nothing.
std::optional<std::string> interpret(const Words& words, CommandLine& line, Language language) {
  const bool dutch = language == Language::dutch;
  if (!choose_format(words.format, line)) {
    return wrong_value("--format", words.format, listed(formats_of(line.command), dutch ? " of " : " or "), language);
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
  if (words.base_url) {
    auto base = schema::base_url_of(*words.base_url);
    if (!base)
      return wrong_value("--base-url", *words.base_url,
                         dutch ? "een adres als https://practoraten.nl" : "an address such as https://practoraten.nl",
                         language);
    line.base_url = *std::move(base);
  }
  if (words.today) {
    line.today = parse_iso_date(*words.today);
    if (!line.today) {
      return wrong_value("--as-of", *words.today, dutch ? "een datum als 2026-11-22" : "a date such as 2026-11-22",
                         language);
    }
  }
  return std::nullopt;
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
  if (known == kCommands.end()) {
    std::vector<std::string> names{"help"};
    for (const auto& [name, command] : kCommands) names.emplace_back(name);
    return unexpected(UsageError{unknown_command(word, names, language), language});
  }
  line.command = known->second;

  CLI::App app;
  Words words;
  add_common(app, line, words);
  add_command(app, line, words);
  join_expressions(arguments);
  try {
    // CLI11 takes the words from the back.
    std::vector<std::string> rest(arguments.rbegin(), arguments.rend() - 1);
    app.parse(std::move(rest));
  } catch (const CLI::ParseError& error) {
    return unexpected(UsageError{explain(error, app, line.command, language), language});
  }
  if (auto problem = interpret(words, line, language)) return unexpected(UsageError{*std::move(problem), language});
  return line;
}

}  // namespace katern::cli
