#include "templating/builtins/urlize.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "templating/escaping.h"
#include "text/characters.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace katern::templating {
namespace {

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_ascii_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) { return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f'); }

/// Takes `prefix`, in any case, off the front.
bool take(std::string_view& text, std::string_view prefix) {
  const bool starts = text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                                 [](char a, char b) { return a == ascii_lower(b); });
  if (starts) text.remove_prefix(prefix.size());
  return starts;
}

/// Whether all characters are of words or in `others`, and how many there are.
std::optional<std::size_t> word_length(std::string_view text, std::string_view others) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++length) {
    const char32_t c = text::next(text, i);
    const bool other = c < 0x80 && others.find(static_cast<char>(c)) != std::string_view::npos;
    if (!other && !text::is_word(c)) return std::nullopt;
  }
  return length;
}

bool is_label(std::string_view text, std::size_t least, std::size_t most) {
  const auto length = word_length(text, "%-");
  return length && *length >= least && *length <= most;
}

/// Splits off what stands after the last dot; false when one of the labels before it does not fit.
bool labels_before(std::string_view& host, std::size_t least, std::size_t most) {
  for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
    if (!is_label(host.substr(0, dot), least, most)) return false;
    host.remove_prefix(dot + 1);
  }
  return true;
}

bool is_any_top_level(std::string_view text) {
  std::string_view rest = text;
  if (take(rest, "xn--")) {
    const auto length = word_length(rest, "%");
    if (length && *length >= 2 && *length <= 59) return true;
  }
  return text.size() >= 2 && text.size() <= 63 && std::ranges::all_of(text, is_ascii_letter);
}

bool is_basic_top_level(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBasic = {"com", "net", "int", "edu", "gov", "org", "info", "mil"};
  return std::ranges::any_of(kBasic, [&](std::string_view known) {
    std::string_view rest = text;
    return take(rest, known) && rest.empty();
  });
}

bool is_ipv4(std::string_view host) {
  for (int part = 0; part < 4; ++part) {
    if (part > 0 && !take(host, ".")) return false;
    std::size_t digits = 0;
    while (digits < host.size() && is_ascii_digit(host[digits])) ++digits;
    if (digits < 1 || digits > 3) return false;
    host.remove_prefix(digits);
  }
  return host.empty();
}

bool is_ipv6(std::string_view host) {
  if (!host.starts_with('[') || !host.ends_with(']') || host.size() < 2) return false;
  host = host.substr(1, host.size() - 2);
  std::size_t groups = 0;
  std::size_t further = 0;
  while (!host.empty()) {
    std::size_t digits = 0;
    while (digits < host.size() && is_hex_digit(host[digits])) ++digits;
    const bool colon = digits < host.size() && host[digits] == ':';
    if (digits < host.size() && !colon) return false;
    if (++groups <= 2) {
      if (digits > 4 || !colon) return false;
    } else {
      further += std::max<std::size_t>((digits + 3) / 4, 1);
    }
    host.remove_prefix(digits + (colon ? 1 : 0));
  }
  return groups >= 2 && further <= 6;
}

std::string_view without_port(std::string_view host) {
  std::size_t digits = 0;
  while (digits < host.size() && is_ascii_digit(host[host.size() - 1 - digits])) ++digits;
  const bool port = digits >= 1 && digits <= 5 && digits < host.size() && host[host.size() - 1 - digits] == ':';
  return port ? host.substr(0, host.size() - digits - 1) : host;
}

bool is_web_address(std::string_view word) {
  std::string_view host = word;
  const bool scheme = take(host, "https://") || take(host, "http://");
  const bool www = !scheme && take(host, "www.");
  host = host.substr(0, host.find_first_of("/?#"));
  const auto fits = [&](std::string_view name) {
    if (scheme && (is_ipv4(name) || is_ipv6(name))) return true;
    if (scheme || www) return labels_before(name, 1, SIZE_MAX) && is_any_top_level(name);
    return name.find('.') != std::string_view::npos && labels_before(name, 2, 63) && is_basic_top_level(name);
  };
  return fits(without_port(host)) || fits(host);
}

bool is_mail_address(std::string_view word) {
  const std::size_t at = word.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view domain = word.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain[0] == '.' || domain[0] == '-') return false;
  const auto last = word_length(domain.substr(dot + 1), "");
  return word_length(domain.substr(0, dot), ".-") && last && *last > 0;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

/// A word without the marks around it.
struct Word {
  std::string_view head;
  std::string_view middle;
  std::string_view tail;

  explicit Word(std::string_view word) {
    std::size_t begin = 0;
    while (const std::size_t length = opening_at(word.substr(begin))) begin += length;
    std::size_t end = word.size();
    while (const std::size_t length = closing_before(word.substr(begin, end - begin))) end -= length;
    head = word.substr(0, begin);
    middle = word.substr(begin, end - begin);
    tail = word.substr(end);
    // An address may hold pairs of parentheses: what closes one belongs to it.
    balance("(", ")");
    balance("<", ">");
    balance("&lt;", "&gt;");
  }

 private:
  static std::size_t opening_at(std::string_view text) {
    if (text.starts_with('(') || text.starts_with('<')) return 1;
    return text.starts_with("&lt;") ? 4 : 0;
  }
  static std::size_t closing_before(std::string_view text) {
    if (!text.empty() && std::string_view(")>.,\n").find(text.back()) != std::string_view::npos) return 1;
    return text.ends_with("&gt;") ? 4 : 0;
  }
  void balance(std::string_view open, std::string_view close) {
    const std::size_t opened = count(middle, open);
    if (opened <= count(middle, close)) return;
    for (std::size_t left = std::min(opened, count(tail, close)); left > 0; --left) {
      const std::size_t end = tail.find(close) + close.size();
      middle = {middle.data(), middle.size() + end};
      tail.remove_prefix(end);
    }
  }
};

class Linker {
 public:
  explicit Linker(const LinkStyle& style) : style_(style) {
    std::set<std::string, std::less<>> relations = {"noopener"};
    if (style.nofollow) relations.insert("nofollow");
    if (style.rel) add_words(relations, *style.rel);
    attributes_ = " rel=\"";
    for (const std::string& relation : relations) {
      if (!attributes_.ends_with('"')) attributes_ += ' ';
      text::append_html(attributes_, relation);
    }
    attributes_ += '"';
    if (style.target && !style.target->empty()) {
      attributes_ += " target=\"";
      text::append_html(attributes_, *style.target);
      attributes_ += '"';
    }
  }

  void append(std::string& out, std::string_view text) const {
    const Word word(text);
    out += word.head;
    append_middle(out, word.middle);
    out += word.tail;
  }

 private:
  static void add_words(std::set<std::string, std::less<>>& words, std::string_view text) {
    constexpr std::string_view kSpaces = " \t\n\v\f\r";
    for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
      words.emplace(text.substr(at, end - at));
      at = text.find_first_not_of(kSpaces, end);
    }
  }

  void append_middle(std::string& out, std::string_view word) const {
    if (is_web_address(word)) {
      const bool whole = word.starts_with("https://") || word.starts_with("http://");
      append_opening(out, whole ? "" : "https://", word, attributes_);
      append_shown(out, word);
      out += "</a>";
    } else if (word.starts_with("mailto:") && is_mail_address(word.substr(7))) {
      append_opening(out, "", word, "");
      out.append(word.substr(7)).append("</a>");
    } else if (!word.starts_with("www.") && word.find(':') == std::string_view::npos && is_mail_address(word)) {
      append_opening(out, "mailto:", word, "");
      out.append(word).append("</a>");
    } else if (const auto scheme = std::ranges::find_if(
                   style_.schemes, [&](const auto& s) { return word != s && word.starts_with(s); });
               scheme != style_.schemes.end()) {
      append_opening(out, "", word, attributes_);
      out.append(word).append("</a>");
    } else {
      out += word;
    }
  }

  // The text of HTML may hold quotes as they are.
  static void append_opening(std::string& out, std::string_view before, std::string_view word,
                             std::string_view attributes) {
    out.append("<a href=\"").append(before);
    append_markup_as_text(out, word);
    out.append("\"").append(attributes).append(">");
  }

  void append_shown(std::string& out, std::string_view word) const {
    const std::string_view shown = style_.longest ? text::prefix(word, *style_.longest) : word;
    out += shown;
    if (shown.size() < word.size()) out += "...";
  }

  const LinkStyle& style_;
  std::string attributes_;
};

}  // namespace

bool is_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const auto length = word_length(text.substr(0, colon), ".+-");
  const std::string_view slashes = text.substr(colon + 1);
  return length && *length >= 2 && (slashes.empty() || slashes == "/" || slashes == "//");
}

std::string link_urls(std::string_view html, const LinkStyle& style) {
  const Linker linker(style);
  std::string out;
  out.reserve(html.size());
  std::size_t word = 0;
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t start = i;
    if (!text::is_space(text::next(html, i))) continue;
    linker.append(out, html.substr(word, start - word));
    out += html.substr(start, i - start);
    word = i;
  }
  linker.append(out, html.substr(word));
  return out;
}

}  // namespace katern::templating
