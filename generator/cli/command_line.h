#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/printer.h"
#include "diagnostics/result.h"
#include "text/date.h"

namespace katern::cli {

enum class Command { build, check, render_template, schema, new_entry, list, help, version };
enum class Color { automatic, always, never };
/// The form of what a command prints as its result.
enum class Output { text, json, csv, markdown };

/// What the user asked for.
struct CommandLine {
  Command command = Command::help;
  std::string root = ".";
  std::string output;
  std::string base_url;
  std::optional<Date> today;
  bool drafts = false;
  unsigned jobs = 0;
  Format format = Format::text;  ///< of findings
  Output result = Output::text;
  std::optional<Language> language;  ///< none: the site's
  Color color = Color::automatic;
  bool quiet = false;
  std::string template_file;
  std::string data_file;
  std::string kind;               ///< of schema, new and list; empty: all
  std::string title;              ///< of the new entry
  std::string where;              ///< an expression; empty: everything
  std::vector<std::string> sort;  ///< sort keys, as kinds write them; empty: the kind's own
  std::string columns;            ///< expressions between commas; empty: those of the form
};

/// Why a command line was not understood, in the language that it asked for (Dutch otherwise).
struct UsageError {
  std::string message;
  Language language = Language::dutch;
};

/// `arguments` without the program's name.
Result<CommandLine, UsageError> parse_command_line(std::vector<std::string> arguments);

/// The page that `katern help` prints.
std::string help_text(Language language);

}  // namespace katern::cli
