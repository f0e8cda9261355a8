#include "text/xml_characters.h"

#include <string_view>

namespace katern::text {
namespace {

/// How many bytes of a forbidden character stand at the beginning.
std::size_t forbidden(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

}  // namespace

void remove_forbidden_in_xml(std::string& text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    if (const std::size_t length = forbidden(std::string_view(text).substr(at)); length > 0) {
      at += length;
    } else {
      text[end++] = text[at++];
    }
  }
  text.resize(end);
}

}  // namespace katern::text
