#pragma once

#include <string>
#include <vector>

namespace katern::cli {

/// Rows of texts below the names of their columns; every row has as many cells as there are columns.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// For people: columns that stand below each other, each cell on one line and cut off when it is long, two spaces
/// apart.
std::string aligned(const Table& table);

/// RFC 4180: commas, lines that end in CRLF, quotes where a cell needs them; the names of the columns come first.
std::string csv(const Table& table);

}  // namespace katern::cli
