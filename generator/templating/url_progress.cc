#include "templating/url_progress.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "templating/html_names.h"
#include "text/entities.h"

namespace katern::templating {
namespace {

constexpr std::array<std::string_view, 4> kSchemes{"http", "https", "mailto", "tel"};
constexpr std::size_t kLongestReference = 40;

bool is_slash(char c) { return c == '/' || c == '\\'; }
bool is_of_reference(char c) { return (c >= '0' && c <= '9') || is_letter(c) || c == '#'; }

}  // namespace

std::optional<Code> UrlProgress::follow(char c) {
  if (!reference_.empty()) {
    const bool goes_on = is_of_reference(c) && reference_.size() < kLongestReference;
    if (goes_on || c == ';') reference_ += c;
    if (goes_on) return std::nullopt;
    const auto problem = end_reference();
    if (problem || c == ';') return problem;
  }
  if (c == '&') {
    reference_ = c;
    return std::nullopt;
  }
  return follow_character(c);
}

std::optional<Code> UrlProgress::end_reference() {
  std::optional<Code> problem;
  for (const char c : text::decode_references(std::exchange(reference_, {}))) {
    if (const auto this_one = follow_character(c)) problem = this_one;
  }
  return problem;
}

std::optional<Code> UrlProgress::follow_character(char c) {
  if (kind_ == Kind::code) follow_host(c);
  if (kind_ == Kind::list && (is_space(c) || c == ',')) {
    scheme_ = Scheme::begin;
    word_.clear();
    return std::nullopt;
  }
  if (scheme_ == Scheme::decided || scheme_ == Scheme::refused) return std::nullopt;
  if (scheme_ == Scheme::begin && is_space(c)) return std::nullopt;
  if (c == '/' || c == '?' || c == '#') {
    scheme_ = Scheme::decided;
    word_.clear();
  } else if (c == ':') {
    // After an output, this would make a scheme of it; one that is written out is the author's own affair.
    const bool of_output = scheme_ == Scheme::undecided;
    const bool known = scheme_ == Scheme::possible && std::ranges::find(kSchemes, word_) != kSchemes.end();
    scheme_ = known ? Scheme::decided : Scheme::refused;
    word_.clear();
    if (of_output) return Code::template_url_scheme;
  } else if (scheme_ != Scheme::undecided) {
    scheme_ = Scheme::possible;
    word_ += lower(c);
  }
  return std::nullopt;
}

void UrlProgress::follow_host(char c) {
  if (static_cast<unsigned char>(c) <= ' ') return;
  switch (host_) {
    case Host::begin:
    case Host::output: host_ = is_slash(c) ? Host::slash : c == '?' || c == '#' ? Host::behind : Host::name; break;
    case Host::slash: host_ = is_slash(c) ? Host::next : Host::behind; break;
    case Host::name:
      if (is_slash(c) || c == '?' || c == '#') host_ = Host::behind;
      if (c == ':') host_ = Host::next;
      break;
    case Host::next:
      if (!is_slash(c)) host_ = Host::written;
      break;
    case Host::written:
      if (is_slash(c) || c == '?' || c == '#') host_ = Host::behind;
      break;
    case Host::behind:
    case Host::unsure: break;
  }
}

Result<Escape, Code> UrlProgress::output() {
  const bool decided = scheme_ == Scheme::decided;
  if (scheme_ == Scheme::refused) return unexpected(Code::template_url_scheme);
  // `{{ a }}&{{ b }}` could be `javascript&colon;…`.
  if (!reference_.empty() && (!decided || kind_ == Kind::list)) return unexpected(Code::template_url_scheme);
  reference_.clear();
  const bool whole = scheme_ == Scheme::begin;
  if (kind_ == Kind::code) {
    if (host_ != Host::begin && host_ != Host::name && host_ != Host::behind) {
      return unexpected(Code::template_url_scheme);
    }
    if (host_ == Host::begin) host_ = Host::output;
  }
  if (decided && kind_ != Kind::list) return Escape::quoted;
  // Of a list, the output may end with the beginning of another address.
  scheme_ = Scheme::undecided;
  word_.clear();
  if (kind_ == Kind::list) return whole ? Escape::url_list : decided ? Escape::url_list_rest : Escape::url_list_part;
  if (!whole) return Escape::url_part;
  return kind_ == Kind::single ? Escape::url : Escape::code_url;
}

UrlProgress UrlProgress::join(const UrlProgress& a, const UrlProgress& b) {
  if (a == b) return a;
  UrlProgress joined(a.kind_);
  const bool decided = a.scheme_ == Scheme::decided && b.scheme_ == Scheme::decided;
  // What a reference that is not complete belongs to would not be known.
  const bool open = !a.reference_.empty() || !b.reference_.empty();
  const bool refused =
      a.scheme_ == Scheme::refused || b.scheme_ == Scheme::refused || (open && (!decided || a.kind_ == Kind::list));
  joined.scheme_ = refused ? Scheme::refused : decided ? Scheme::decided : Scheme::undecided;
  joined.host_ = a.host_ == b.host_ ? a.host_ : Host::unsure;
  return joined;
}

UrlProgress UrlProgress::after_anything() const {
  UrlProgress after(kind_);
  const bool decided = scheme_ == Scheme::decided && kind_ != Kind::list;
  const bool refused = scheme_ == Scheme::refused || (!reference_.empty() && !decided);
  after.scheme_ = refused ? Scheme::refused : decided ? Scheme::decided : Scheme::undecided;
  after.host_ = host_ == Host::behind ? Host::behind : Host::unsure;
  return after;
}

}  // namespace katern::templating
