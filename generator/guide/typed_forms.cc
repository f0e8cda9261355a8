#include "guide/typed_forms.h"

#include <cctype>
#include <initializer_list>
#include <string_view>

#include "text/amounts.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;

constexpr std::string_view kSlug = "[a-z0-9]+(?:-[a-z0-9]+)*";
constexpr std::string_view kHostLabel =
    "[^\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f](?:[^\\x00-\\x2c\\x2e\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]*"
    "[^\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f])?";
constexpr std::string_view kMonthAndDay =
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))";
constexpr std::string_view kClock = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?";
constexpr std::string_view kOffset = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?";
constexpr std::string_view kMailbox = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
constexpr std::string_view kPath = "(?![/\\\\])[^\\\\\\x00]+";

constexpr std::string_view kDegrees = " *-?[0-9]+(?:\\.[0-9]+)? *";
constexpr std::string_view kQuantity = "[0-9]{1,9}(?:[.,][0-9]{1,6})?";

/// The word in any case: JSON Schema has no flag for that.
std::string in_any_case(std::string_view word) {
  std::string form;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') {
      form.append({'[', static_cast<char>(c - 'a' + 'A'), c, ']'});
    } else if (c == '.') {
      form += "\\.";
    } else {
      form += c;
    }
  }
  return form;
}

std::string any_of(std::initializer_list<std::string_view> words) {
  std::string form;
  for (const std::string_view word : words) form += (form.empty() ? "(?:" : "|") + in_any_case(word);
  return form + ')';
}

std::string doi() {
  const std::string prefix =
      "(?:" +
      any_of({"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:"}) +
      " *)?";
  return " *" + prefix + "10\\.[0-9]{4,}(?:\\.+[0-9]+)*/[^\\x00-\\x20]+ *";
}

std::string orcid() {
  const std::string address = any_of({"https://", "http://"}) + "?(?:[Ww]{3}\\.)?" + in_any_case("orcid.org/");
  return " *(?:" + address + "|" + in_any_case("orcid") + "[: ])?[- ]*(?:[0-9][- ]*){15}[0-9Xx][- ]*/? *";
}

std::string isbn() {
  return " *(?:" + in_any_case("isbn") + "(?:-1[03])?:?)?[- ]*(?:(?:[0-9][- ]*){9}[0-9Xx]|9[- ]*7[- ]*[89][- ]*" +
         "(?:[0-9][- ]*){9}[0-9])[- ]*";
}

std::string duration() {
  const std::string number(kQuantity);
  const auto part = [&](std::string_view unit) { return "(?:" + number + in_any_case(unit) + ")?"; };
  const std::string iso =
      "(?=.*[0-9])[Pp]" + part("w") + part("d") + "(?:[Tt](?=[0-9])" + part("h") + part("m") + part("s") + ")?";
  const std::string clock = "[0-9]{1,4}:[0-5][0-9](?::[0-5][0-9])?";
  const std::string unit = any_of({"weken",   "week",    "dagen",  "dag",     "days",   "uren", "uur", "hours",
                                   "hour",    "minuten", "minuut", "minutes", "minute", "mins", "min", "seconden",
                                   "seconds", "seconde", "second", "sec",     "u",      "h",    "m",   "s"});
  const std::string words = " *" + number + " *" + unit + "\\.? *";
  return iso + "|" + clock + "|" + words + "(?:(?:,|" + in_any_case("en ") + "|" + in_any_case("and ") + ")?" + words +
         ")*";
}

std::string money(const Field& field) {
  std::string code;
  for (const char c : field.currency) code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::string names = in_any_case(code);
  if (field.currency == "EUR") names += "|" + any_of({"euro", "euro's", "euro’s"});
  if (const std::string_view sign = text::currency_sign(field.currency); !sign.empty()) {
    names += "|" + std::string(sign == "$" ? "\\$" : sign);
  }
  names = "(?:" + names + ")";
  const std::string space = "[ \\u00a0\\u202f]*";
  const std::string digits = "(?:[0-9]{1,14}(?:[.,][0-9]{2})?|[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]{2})?)";
  return space + "-?" + space + "(?:" + names + space + "-?" + space + ")?" + digits + "(?:,[-–—]|,--|\\.-)?" + space +
         "(?:" + names + ")?" + space;
}

std::string day() { return "[0-9]{4}-" + std::string(kMonthAndDay); }

std::string web_url() {
  const std::string label(kHostLabel);
  return "[Hh][Tt][Tt][Pp][Ss]?://" + label + "(?:\\." + label +
         ")*(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20\\x22\\x3c\\x3e\\x5c\\x5e\\x60\\x7b-\\x7d\\x7f]*)?";
}

std::string email() {
  const std::string label(kHostLabel);
  const std::string box(kMailbox);
  return box + "(?:\\." + box + ")*@" + label + "(?:\\." + label + ")+";
}

std::string reference(const Field& field) {
  std::string kinds;
  for (const std::string& kind : field.target_kinds) kinds += (kinds.empty() ? "" : "|") + kind;
  const std::string slug = "(?:(?:" + kinds + ")/)?(?=.{1,80}$)" + slug_form();
  if (!field.or_text) return slug;
  // Free text is one line, and neither a path nor the name of a kind with something after it.
  return slug + "|(?!(?:" + kinds + ")/)(?!\\.\\.)(?!.*\\.md$)[^\\n]+";
}

}  // namespace

std::string slug_form() { return std::string(kSlug); }

std::string citation_key_form() {
  const std::string word = "(?:[0-9A-Za-z_]|[^\\x00-\\x7f])+";
  return word + "(?:[:.#$%&+?<>~/-]" + word + ")*";
}

std::string typed_form(const Field& field) {
  switch (field.type) {
    case FieldType::date: return day();
    case FieldType::datetime: return day() + "[T ]" + std::string(kClock) + std::string(kOffset);
    case FieldType::url: return web_url();
    case FieldType::email: return email();
    case FieldType::reference: return reference(field);
    case FieldType::image:
    case FieldType::file: return std::string(kPath);
    case FieldType::doi: return doi();
    case FieldType::orcid: return orcid();
    case FieldType::isbn: return isbn();
    case FieldType::duration: return duration();
    case FieldType::money: return money(field);
    case FieldType::geo: return std::string(kDegrees) + "," + std::string(kDegrees);
    default: return {};
  }
}

}  // namespace katern::guide
