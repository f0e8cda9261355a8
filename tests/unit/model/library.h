#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/site.h"
#include "support/content.h"

namespace katern::test {

/// Entries of a content model, built into a site.
class Library {
 public:
  Library& kind(std::string_view yaml) {
    content.kind(yaml);
    return *this;
  }
  Library& entry(std::string_view path, std::string_view front_matter) {
    entries_.emplace_back(path, front_matter);
    return *this;
  }
  Library& media(std::string_view path, std::optional<read::Picture> picture = std::nullopt) {
    media_.push_back({std::string(path), {}, 100, picture});
    return *this;
  }

  /// Built for this day; findings go into content.report.
  const model::Site& build(std::string_view day = "2026-11-22") {
    content.load();
    std::vector<schema::Record> records;
    for (const auto& [path, front_matter] : entries_) {
      if (auto record = content.read(path, front_matter)) records.push_back(*std::move(record));
    }
    options.today = *parse_iso_date(day);
    settings.base_url = settings.base_url.empty() ? "https://voorbeeld.nl" : settings.base_url;
    settings.title = "Titel";
    site_ = model::build_site(content.schema(), settings, make_dict({}), std::move(records), media_, options,
                              content.report);
    return site_;
  }

  const model::Site& site() const { return site_; }
  std::vector<std::string> findings() const { return told(content.report); }

  /// The entry with this file, as templates see it.
  Value at(std::string_view path) const {
    const schema::Record* record = site_.at_path(path);
    return record == nullptr ? Value() : Value::lend(*record->data);
  }

  /// The titles of a list of entries, with spaces between them.
  static std::string titles(const Value& list) {
    std::string all;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) all += ' ';
      all += list.at(i).get("title").as_string();
    }
    return all;
  }
  std::string titles(const std::vector<std::size_t>& records) const {
    std::string all;
    for (const std::size_t index : records) {
      if (!all.empty()) all += ' ';
      all += Value::lend(*site_.records[index].data).get("title").as_string();
    }
    return all;
  }

  Content content;
  model::Options options;
  schema::Settings settings;

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
  std::vector<model::Media> media_;
  model::Site site_;
};

inline constexpr const char* kAuthor = R"(kind: schrijver
label: {one: Schrijver, many: Schrijvers}
folder: schrijvers
url: "/schrijvers/{{ slug }}/"
roles: {title: naam, draft: concept, slug: slug}
fields:
  naam: {type: string, required: true}
  concept: {type: bool}
  slug: {type: string}
)";

inline constexpr const char* kBook = R"(kind: boek
label: {one: Boek, many: Boeken}
folder: boeken
url: "/boeken/{{ slug }}/"
roles: {title: titel, draft: concept, slug: slug, date: datum, publish_on: vanaf, expires_on: tot, aliases: oud, summary: intro, image: omslag, authors: schrijvers}
fields:
  titel: {type: string, required: true}
  intro: {type: string}
  slug: {type: string}
  concept: {type: bool}
  datum: {type: date}
  vanaf: {type: date}
  tot: {type: datetime}
  oud: {type: list, of: {type: string}}
  schrijvers: {type: list, of: {type: ref, kind: schrijver, inverse: boeken}}
  eerste: {type: ref, kind: schrijver, required: false}
  bewerkers:
    type: list
    of: {type: object, fields: {wie: {type: ref, kind: schrijver, inverse: bewerkt, required: true}}}
  vervolg_op: {type: ref, kind: boek, inverse: vervolgd_door, acyclic: true}
  zie: {type: list, min: 1, of: {type: ref, kind: [boek, schrijver]}}
  omslag: {type: image}
  bijlage: {type: file}
)";

}  // namespace katern::test
