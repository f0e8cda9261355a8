#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace katern::cli {

// Why a command line was not understood, as one or two sentences in a language.

std::string unknown_command(const std::string& word, const std::vector<std::string>& names, Language language);

/// " Bedoelde je ‘build’?", or nothing when no name is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& names, Language language);

/// What CLI11 found wrong with the words of a command, of which `app` knows the options.
std::string explain(const CLI::ParseError& error, const CLI::App& app, Command command, Language language);

}  // namespace katern::cli
