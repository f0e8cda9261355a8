#include "cli/usage_errors.h"

#include "pipeline/site_reader.h"
#include "text/words.h"

namespace katern::cli {
namespace {

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
  return (dutch ? "Deze opdracht kent de optie ‘" + word + "’ niet." : "This command knows no option ‘" + word + "’.") +
         did_you_mean(word, names, dutch ? Language::dutch : Language::english);
}

std::string incomplete(Command command, bool dutch) {
  switch (command) {
    case Command::new_entry:
      return dutch ? "Er ontbreekt iets: katern new SOORT \"Titel\"."
                   : "Something is missing: katern new KIND \"Title\".";
    case Command::list:
      return dutch ? "Er ontbreekt een soort: katern list SOORT." : "A kind is missing: katern list KIND.";
    case Command::render_template:
    case Command::build:
    case Command::check:
    case Command::schema:
    case Command::help:
    case Command::version: break;
  }
  return dutch ? "Er ontbreekt een bestand: katern template BESTAND." : "A file is missing: katern template FILE.";
}

}  // namespace

std::string did_you_mean(const std::string& word, const std::vector<std::string>& names, Language language) {
  const auto near = text::nearest(word, names);
  if (!near) return {};
  return (language == Language::dutch ? " Bedoelde je ‘" : " Did you mean ‘") + *near + "’?";
}

std::string unknown_command(const std::string& word, const std::vector<std::string>& names, Language language) {
  const bool dutch = language == Language::dutch;
  return (dutch ? "Katern kent de opdracht ‘" + word + "’ niet." : "Katern knows no command ‘" + word + "’.") +
         did_you_mean(word, names, language);
}

std::string explain(const CLI::ParseError& error, const CLI::App& app, Command command, Language language) {
  const bool dutch = language == Language::dutch;
  const std::string option = option_in(error.what());
  const std::vector<std::string> extras = app.remaining();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !extras.empty()) {
    return not_expected(extras.front(), app, dutch);
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return incomplete(command, dutch);
  }
  const CLI::Option* known = option.empty() ? nullptr : app.get_option_no_throw(option);
  if (known != nullptr && known->get_items_expected_max() == 0) {
    return dutch ? "Achter " + option + " hoort geen waarde." : option + " takes no value.";
  }
  const bool unfit = dynamic_cast<const CLI::ConversionError*>(&error) != nullptr ||
                     dynamic_cast<const CLI::ValidationError*>(&error) != nullptr;
  if (unfit && !option.empty()) {
    const std::string most = std::to_string(pipeline::kMostJobs);
    return dutch ? "Bij " + option + " hoort een heel getal van 1 tot en met " + most + "."
                 : option + " takes a whole number from 1 to " + most + ".";
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && !option.empty()) {
    return dutch ? "Achter " + option + " ontbreekt de waarde." : "The value after " + option + " is missing.";
  }
  return (dutch ? "De opdrachtregel klopt niet: " : "The command line is wrong: ") + std::string(error.what()) + ".";
}

}  // namespace katern::cli
