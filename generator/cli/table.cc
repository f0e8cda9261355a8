#include "cli/table.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

#include "text/utf8.h"
#include "text/words.h"

namespace katern::cli {
namespace {

constexpr std::size_t kWidest = 60;

// Characters that a terminal would act on are not shown.
std::string shown(const std::string& cell) {
  std::string line;
  for (const char c : text::collapse_spaces(cell)) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) line += c;
  }
  if (text::length(line) <= kWidest) return line;
  return std::string(text::prefix(line, kWidest - 1)) + "…";
}

bool is_number(const std::string& cell) {
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return problem == std::errc() && end == cell.data() + cell.size();
}

// A spreadsheet would calculate what begins so, and content is not to be trusted; behind an apostrophe it is text.
// https://owasp.org/www-community/attacks/CSV_Injection
bool is_formula(const std::string& cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos && !is_number(cell);
}

std::string quoted(const std::string& value) {
  const std::string cell = is_formula(value) ? '\'' + value : value;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string text = "\"";
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + quoted(cells[i]);
  return line + "\r\n";
}

}  // namespace

std::string aligned(const Table& table) {
  std::vector<std::vector<std::string>> lines{table.columns};
  lines.insert(lines.end(), table.rows.begin(), table.rows.end());
  std::vector<std::size_t> widths(table.columns.size());
  for (std::vector<std::string>& cells : lines) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = shown(cells[i]);
      widths[i] = std::max(widths[i], text::length(cells[i]));
    }
  }
  std::string out;
  for (const std::vector<std::string>& cells : lines) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line += cells[i];
      line.append(widths[i] - text::length(cells[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

std::string csv(const Table& table) {
  std::string out = csv_line(table.columns);
  for (const std::vector<std::string>& row : table.rows) out += csv_line(row);
  return out;
}

}  // namespace katern::cli
