#include "read/file_name.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::read {
namespace {

bool is_fit(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : text::lower(name.substr(dot + 1));
}

bool is_fit_name(std::string_view name) { return std::all_of(name.begin(), name.end(), is_fit); }

std::string fitting_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string out = text::slugify(name.substr(0, dot));
  if (out.empty()) out = "bestand";
  const std::string ending = dot == std::string_view::npos ? std::string() : text::slugify(name.substr(dot + 1));
  return ending.empty() ? out : out + '.' + ending;
}

std::string printable(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next(text, at);
    text::append(out, text::is_printable(c) ? c : kReplacement);
  }
  return out;
}

}  // namespace katern::read
