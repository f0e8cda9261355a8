#include "xml/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "text/utf8.h"

namespace katern::xml {
namespace {

bool is_xml_character(std::uint32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c < 0x110000);
}

bool is_character_reference(std::string_view body) {
  const bool hex = body.starts_with("#x");
  body.remove_prefix(hex ? 2 : 1);
  std::uint32_t code_point = 0;
  const char* const end = body.data() + body.size();
  const auto [stopped, error] = std::from_chars(body.data(), end, code_point, hex ? 16 : 10);
  return error == std::errc() && stopped == end && is_xml_character(code_point);
}

/// Walks over the text and the tags of a document, without looking at how they nest.
class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Flaw> run() {
    while (!flaw_ && at_ < bytes_.size()) {
      switch (bytes_[at_]) {
        case '<': markup(); break;
        case '&': reference(); break;
        case ']': bracket(); break;
        default: at_ = std::min(bytes_.find_first_of("<&]", at_), bytes_.size());
      }
    }
    return std::move(flaw_);
  }

 private:
  bool stands(std::string_view token) const { return bytes_.substr(at_, token.size()) == token; }

  void fail(std::string reason) { flaw_ = Flaw{std::move(reason), at_}; }

  void skip_past(std::string_view token) {
    const std::size_t end = bytes_.find(token, at_);
    if (end == std::string_view::npos) return fail("the document ends too soon");
    at_ = end + token.size();
  }

  void markup() {
    if (stands("<!--")) return comment();
    if (stands("<![CDATA[")) return skip_past("]]>");
    if (stands("<?")) return skip_past("?>");
    if (stands("<!")) {
      fail("a DOCTYPE is not allowed");
      flaw_->doctype = true;
      return;
    }
    tag();
  }

  void comment() {
    at_ += 4;
    const std::size_t dashes = bytes_.find("--", at_);
    if (dashes != std::string_view::npos && bytes_.substr(dashes, 3) != "-->") {
      at_ = dashes;
      return fail("-- inside a comment");
    }
    skip_past("-->");
  }

  void tag() {
    ++at_;
    while (!flaw_) {
      at_ = bytes_.find_first_of("<>\"'", at_);
      if (at_ == std::string_view::npos) {
        at_ = bytes_.size();
        return fail("a tag is not closed");
      }
      switch (bytes_[at_]) {
        case '>': ++at_; return;
        case '<': return fail("< inside a tag");
        default: attribute_value();
      }
    }
  }

  void attribute_value() {
    const char quote = bytes_[at_++];
    const std::array<char, 3> marks = {quote, '<', '&'};
    while (!flaw_) {
      at_ = bytes_.find_first_of(std::string_view(marks.data(), marks.size()), at_);
      if (at_ == std::string_view::npos) {
        at_ = bytes_.size();
        return fail("an attribute is not closed");
      }
      if (bytes_[at_] == quote) {
        ++at_;
        return;
      }
      if (bytes_[at_] == '<') return fail("< inside an attribute");
      reference();
    }
  }

  void reference() {
    constexpr std::array<std::string_view, 5> kPredefined = {"amp", "lt", "gt", "quot", "apos"};
    constexpr std::size_t kLongest = 12;
    const std::string_view ahead = bytes_.substr(at_ + 1, kLongest);
    const std::size_t end = ahead.find(';');
    const std::string_view body = ahead.substr(0, end == std::string_view::npos ? 0 : end);
    const bool known = body.starts_with('#')
                           ? is_character_reference(body)
                           : std::find(kPredefined.begin(), kPredefined.end(), body) != kPredefined.end();
    if (!known) return fail("& that begins no known reference");
    at_ += end + 2;
  }

  void bracket() {
    if (stands("]]>")) return fail("]]> in text");
    ++at_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::optional<Flaw> flaw_;
};

std::optional<Flaw> find_forbidden_character(std::string_view bytes) {
  if (const auto invalid = text::first_invalid_utf8(bytes)) return Flaw{"bytes that are not UTF-8", *invalid};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    // The two noncharacters that XML forbids are EF BF BE and EF BF BF.
    const bool noncharacter =
        byte == 0xEF && (bytes.substr(at, 3) == "\xEF\xBF\xBE" || bytes.substr(at, 3) == "\xEF\xBF\xBF");
    if (noncharacter || (byte < 0x20 && !is_xml_character(byte))) return Flaw{"a character that XML forbids", at};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Flaw> find_flaw(std::string_view bytes) {
  if (auto forbidden = find_forbidden_character(bytes)) return forbidden;
  return Scanner(bytes).run();
}

}  // namespace katern::xml
