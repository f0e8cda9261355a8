#include "schema/identifiers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "citations/doi.h"

namespace katern::schema {
namespace {

constexpr std::size_t kMaxText = 2000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int number_of(char digit) { return digit - '0'; }

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Takes away one of the beginnings, whatever their letters' case.
template <std::size_t N>
bool skip_any(std::string_view& text, const std::array<std::string_view, N>& beginnings) {
  for (const std::string_view beginning : beginnings) {
    if (text.size() < beginning.size()) continue;
    const auto same = [](char a, char b) { return a == lower(b); };
    if (!std::equal(beginning.begin(), beginning.end(), text.begin(), same)) continue;
    text.remove_prefix(beginning.size());
    return true;
  }
  return false;
}

/// The text without the marks that people put between digits.
std::string without(std::string_view text, std::string_view marks) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [&](char c) { return marks.find(c) == std::string_view::npos; });
  return out;
}

/// So many digits, of which the last may be an X.
bool is_number(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end() - 1, is_digit) &&
         (is_digit(text.back()) || text.back() == 'X');
}

char orcid_check(std::string_view number) {
  int total = 0;
  for (const char digit : number.substr(0, 15)) total = (total + number_of(digit)) * 2 % 11;
  const int check = (12 - total) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

char isbn10_check(std::string_view number) {
  int total = 0;
  for (int i = 0; i < 9; ++i) total += (10 - i) * number_of(number[static_cast<std::size_t>(i)]);
  const int check = (11 - total % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

char isbn13_check(std::string_view number) {
  int total = 0;
  for (std::size_t i = 0; i < 12; ++i) total += number_of(number[i]) * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - total % 10) % 10);
}

}  // namespace

std::optional<std::string> parse_doi(std::string_view text) {
  auto doi = citations::normal_doi(trimmed(text));
  if (doi) std::transform(doi->begin(), doi->end(), doi->begin(), lower);
  return doi;
}

Identifier parse_orcid(std::string_view text) {
  constexpr std::array<std::string_view, 5> kAddresses{"https://orcid.org/", "http://orcid.org/",
                                                       "https://www.orcid.org/", "http://www.orcid.org/", "orcid.org/"};
  constexpr std::array<std::string_view, 2> kLabels{"orcid:", "orcid "};
  if (text.size() > kMaxText) return {};
  text = trimmed(text);
  if (skip_any(text, kAddresses)) {
    if (text.ends_with('/')) text.remove_suffix(1);
  } else {
    skip_any(text, kLabels);
  }
  std::string number = without(text, "- ");
  if (number.ends_with('x')) number.back() = 'X';
  if (!is_number(number, 16)) return {};
  if (number.back() != orcid_check(number)) return {Checked::wrong_digit, {}};
  for (const std::size_t at : {12U, 8U, 4U}) number.insert(at, "-");
  return {Checked::good, std::move(number)};
}

Identifier parse_isbn(std::string_view text) {
  constexpr std::array<std::string_view, 3> kLabels{"isbn-13", "isbn-10", "isbn"};
  if (text.size() > kMaxText) return {};
  text = trimmed(text);
  if (skip_any(text, kLabels) && text.starts_with(':')) text.remove_prefix(1);
  std::string number = without(text, "- ");
  if (number.ends_with('x')) number.back() = 'X';
  if (is_number(number, 10)) {
    if (number.back() != isbn10_check(number)) return {Checked::wrong_digit, {}};
    number = "978" + number;
    number.back() = isbn13_check(number);
    return {Checked::good, std::move(number)};
  }
  const bool book = number.starts_with("978") || number.starts_with("979");
  if (!is_number(number, 13) || number.back() == 'X' || !book) return {};
  if (number.back() != isbn13_check(number)) return {Checked::wrong_digit, {}};
  return {Checked::good, std::move(number)};
}

}  // namespace katern::schema
