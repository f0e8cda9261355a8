#include "schema/web_names.h"

#include <algorithm>
#include <optional>

namespace katern::schema {
namespace {

constexpr std::size_t kMaxUrl = 2000;
constexpr std::size_t kMaxEmail = 254;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <class Good>
bool all_of(std::string_view text, Good good) {
  return std::all_of(text.begin(), text.end(), good);
}

// Letters beyond ASCII stand for an internationalised name.
bool is_host_label(std::string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         all_of(label, [](char c) { return is_alphanumeric(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80; });
}

bool is_host(std::string_view host, bool needs_dot) {
  bool dotted = false;
  while (true) {
    const std::size_t dot = host.find('.');
    if (!is_host_label(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return dotted || !needs_dot;
    dotted = true;
    host.remove_prefix(dot + 1);
  }
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

std::optional<std::string_view> after_scheme(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (starts_with_any_case(text, scheme)) return text.substr(scheme.size());
  }
  return std::nullopt;
}

}  // namespace

bool is_web_url(std::string_view text) {
  const auto rest = after_scheme(text);
  if (!rest || text.size() > kMaxUrl) return false;
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
           std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
  };
  if (std::any_of(rest->begin(), rest->end(), bad)) return false;
  const std::string_view authority = rest->substr(0, rest->find_first_of("/?#"));
  const std::size_t colon = authority.find(':');
  if (!is_host(authority.substr(0, colon), false)) return false;
  if (colon == std::string_view::npos) return true;
  const std::string_view port = authority.substr(colon + 1);
  return !port.empty() && port.size() <= 5 && all_of(port, is_digit);
}

std::optional<std::string> base_url_of(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  if (text.find_first_of("?#") != text.npos || !is_web_url(text)) return std::nullopt;
  return std::string(text);
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.size() > kMaxEmail) return false;
  const std::string_view local = text.substr(0, at);
  const bool dots_apart =
      !local.empty() && local.front() != '.' && local.back() != '.' && local.find("..") == std::string_view::npos;
  const auto good = [](char c) {
    return is_alphanumeric(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  };
  return dots_apart && all_of(local, good) && is_host(text.substr(at + 1), true);
}

bool is_site_path(std::string_view text) {
  if (!text.starts_with('/') || text.size() > kMaxUrl) return false;
  text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t slash = text.find('/');
    const std::string_view step = text.substr(0, slash);
    const auto good = [](char c) {
      return is_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos;
    };
    if (step.empty() || step == "." || step == ".." || !all_of(step, good)) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
  return true;
}

}  // namespace katern::schema
