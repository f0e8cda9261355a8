#include "guide/field_words.h"

#include <string_view>

#include "schema/numbers.h"
#include "schema/typed_texts.h"
#include "text/amounts.h"
#include "text/date.h"
#include "text/words.h"

namespace katern::guide {
namespace {

using schema::Field;
using schema::FieldType;
using schema::Schema;

std::string joined(const std::vector<std::string>& words, std::string_view before_last) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? before_last : std::string_view(", ");
    all += words[i];
  }
  return all;
}

/// The phrase in one language.
class Phrase {
 public:
  Phrase(const Schema& schema, Language language) : schema_(schema), dutch_(language == Language::dutch) {}

  std::string of(const Field& field) const { return what(field) + bounds(field) + form(field); }

 private:
  std::string say(std::string_view dutch, std::string_view english) const {
    return std::string(dutch_ ? dutch : english);
  }

  // A new type needs its words here, which the compiler sees to.
  std::string what(const Field& field) const {
    switch (field.type) {
      case FieldType::string: return say("één regel tekst", "one line of text");
      case FieldType::text: return say("tekst, ook van meer regels", "text of one or more lines");
      case FieldType::markdown: return say("tekst in Markdown", "text in Markdown");
      case FieldType::boolean: return say("ja of nee", "ja (yes) or nee (no)");
      case FieldType::integer: return say("een heel getal", "a whole number");
      case FieldType::number: return say("een getal, met een punt voor de decimalen", "a number, with a decimal point");
      case FieldType::date: return say("een dag, zoals 2026-11-22", "a day, such as 2026-11-22");
      case FieldType::datetime:
        return say("een dag met een tijd, zoals 2026-11-22T09:30", "a day with a time, such as 2026-11-22T09:30");
      case FieldType::enumeration: return say("kies uit: ", "one of: ") + joined(field.values, say(" of ", " or "));
      case FieldType::url: return say("een heel webadres, met https:// ervoor", "a whole web address, with https://");
      case FieldType::email: return say("een e-mailadres", "an e-mail address");
      case FieldType::doi: return say("een DOI, zoals 10.1234/abc", "a DOI, such as 10.1234/abc");
      case FieldType::orcid:
        return say("een ORCID, zoals 0000-0002-1825-0097", "an ORCID, such as 0000-0002-1825-0097");
      case FieldType::isbn: return say("een ISBN, zoals 978-90-274-3964-2", "an ISBN, such as 978-90-274-3964-2");
      case FieldType::duration:
        return say("hoe lang iets duurt, zoals 1 uur en 30 minuten, 90 min of 1:30:00",
                   "how long something takes, such as 1 hour and 30 minutes, 90 min or 1:30:00");
      case FieldType::money: return money(field);
      case FieldType::geo:
        return say("een plek op de kaart: breedtegraad en lengtegraad, zoals 52.37, 4.89",
                   "a place on the map: latitude and longitude, such as 52.37, 4.89");
      case FieldType::reference: return reference(field);
      case FieldType::list: return list(field);
      case FieldType::object: return say("een groep velden", "a group of fields");
      case FieldType::map: return map(field);
      case FieldType::citations:
        return say("een lijst van bronnen, elk met in elk geval id, type en title",
                   "a list of sources, each with at least id, type and title");
      case FieldType::image:
        return say("het pad naar een afbeelding, gerekend vanaf dit bestand", "the path to a picture, from this file");
      case FieldType::file:
        return say("het pad naar een bestand, gerekend vanaf dit bestand", "the path to a file, from this file");
    }
    return {};
  }

  std::string reference(const Field& field) const {
    std::vector<std::string> labels;
    for (const std::string& name : field.target_kinds) {
      const schema::Kind* kind = schema_.find(name);
      labels.push_back(kind == nullptr ? name : text::lower(kind->label_one));
    }
    const std::string slug = say("de slug van een ", "the slug of a ") + joined(labels, say(" of ", " or "));
    return field.or_text ? slug + say(", of een naam in gewone tekst", ", or a name in plain text") : slug;
  }

  std::string money(const Field& field) const {
    Field plain;
    plain.type = field.type;
    plain.currency = field.currency;
    const std::string example = schema::example_quantity(plain);
    return say("een bedrag, zoals ", "an amount of money, such as ") + example;
  }

  std::string list(const Field& field) const {
    if (!field.items) return say("een lijst", "a list");
    return say("een lijst; elk onderdeel is ", "a list; each item is ") + item(*field.items);
  }

  std::string map(const Field& field) const {
    const std::string item_words = field.items ? item(*field.items) : std::string();
    if (field.keys.empty()) return say("per naam die je zelf kiest: ", "for each name that you choose: ") + item_words;
    return say("per naam ", "for each name ") + item_words + say("; de namen zijn ", "; the names are ") +
           joined(field.keys, say(" en ", " and "));
  }

  std::string item(const Field& field) const {
    if (field.type == FieldType::enumeration) {
      return say("een van: ", "one of: ") + joined(field.values, say(" of ", " or "));
    }
    return of(field);
  }

  static bool is_counted(FieldType type) {
    return type == FieldType::list || type == FieldType::map || type == FieldType::citations;
  }

  static bool is_day(FieldType type) { return type == FieldType::date || type == FieldType::datetime; }
  static bool is_quantity(FieldType type) { return type == FieldType::duration || type == FieldType::money; }

  static bool is_measured(FieldType type) {
    return type == FieldType::integer || type == FieldType::number || is_day(type) || is_quantity(type);
  }

  // From one corner to the other, where that is not the whole globe.
  std::string area(const Field& field) const {
    const Field& lat = field.fields[0];
    const Field& lon = field.fields[1];
    if (*lat.min == -90 && *lat.max == 90 && *lon.min == -180 && *lon.max == 180) return {};
    const auto corner = [](double latitude, double longitude) {
      return schema::to_text(latitude) + ", " + schema::to_text(longitude);
    };
    return say(", tussen ", ", between ") + corner(*lat.min, *lon.min) + say(" en ", " and ") +
           corner(*lat.max, *lon.max);
  }

  std::string bounds(const Field& field) const {
    if (field.type == FieldType::geo) return area(field);
    const bool measured = is_measured(field.type);
    const std::string unit = measured ? std::string() : unit_of(is_counted(field.type));
    // One of anything is what a required field has.
    const bool few = field.min && (measured || *field.min > 1 || !field.required);
    std::string text;
    if (few && is_quantity(field.type) && *field.min == 0) {
      text += say(", niet onder nul", ", not below zero");
    } else if (few) {
      text += say(", ten minste ", ", at least ") + number(field, *field.min) + unit;
    }
    if (field.max) text += say(", hooguit ", ", at most ") + number(field, *field.max) + unit;
    return text;
  }

  std::string unit_of(bool counted) const {
    return counted ? say(" in de lijst", " in the list") : say(" tekens", " characters");
  }

  std::string number(const Field& field, double bound) const {
    if (field.type == FieldType::duration) {
      return text::duration_in_words(static_cast<std::int64_t>(bound), dutch_ ? "nl" : "en");
    }
    if (is_quantity(field.type)) return schema::as_written(field, bound);
    return is_day(field.type) ? iso(Date{static_cast<std::int32_t>(bound)}) : schema::to_text(bound);
  }

  std::string form(const Field& field) const {
    if (field.pattern_help.empty()) return {};
    return say(", in deze vorm: ", ", of this form: ") + field.pattern_help;
  }

  const Schema& schema_;
  bool dutch_;
};

}  // namespace

std::string words_for(const Field& field, const Schema& schema, Language language) {
  return Phrase(schema, language).of(field);
}

}  // namespace katern::guide
