// Sites made at random, built in memory: nothing that is not visible shows anywhere, and the site changes by itself on
// the day that the build told and on no day before it.
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "files/memory.h"
#include "pipeline/build.h"
#include "support/catch.h"

using namespace katern;

namespace {

const Date kToday = *parse_iso_date("2026-11-22");

constexpr const char* kPeople = R"~(kind: mens
label: {one: Mens, many: Mensen}
folder: mensen
url: "/mensen/{{ slug }}/"
template: alles.html
roles: {title: naam, summary: over, date: dag, draft: concept, publish_on: vanaf, expires_on: tot}
visible_if: "openbaar and (not verjaart or verjaart <= today)"
fields:
  naam: {type: string, required: true}
  over: {type: string}
  dag: {type: date}
  concept: {type: bool}
  vanaf: {type: date}
  tot: {type: date}
  openbaar: {type: bool, default: ja}
  verjaart: {type: date}
  vriend: {type: ref, kind: mens, inverse: vrienden}
  foto: {type: file}
feed: true
entry_feeds: [stukken]
listings: [{url: /mensen/, template: lijst.html, per_page: 5}]
)~";

constexpr const char* kPieces = R"~(kind: stuk
label: {one: Stuk, many: Stukken}
folder: stukken
url: "/stukken/{{ slug }}/"
template: alles.html
roles: {title: titel, summary: over, date: dag, draft: concept, publish_on: vanaf, expires_on: tot, aliases: oud, authors: door}
fields:
  titel: {type: string, required: true}
  over: {type: string}
  dag: {type: date}
  concept: {type: bool}
  vanaf: {type: date}
  tot: {type: date}
  oud: {type: list, of: {type: string}}
  door: {type: list, of: {type: ref, kind: mens, or_text: true, inverse: stukken}}
  rollen:
    type: list
    of:
      type: object
      fields:
        rol: {type: string}
        wie: {type: ref, kind: [mens, stuk], inverse: {name: rollen_bij, with: [rol, sinds], sort: ["-sinds"]}}
        sinds: {type: date}
  toelichting: {type: markdown}
feed: true
listings:
  - {url: /stukken/, template: lijst.html, per_page: 4}
  - {url: /komend/, template: lijst.html, filter: "dag and dag >= today", sort: [dag]}
  - {url: /geweest/, template: lijst.html, filter: "dag and dag < today", sort: ["-dag"]}
)~";

constexpr const char* kAll = R"~(<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body>
<h1>{{ page.title }}</h1><p>{{ page.summary or '' }}</p>{{ content }}
{% macro name(entry) %}{% if entry is string %}{{ entry }}{% elif entry %}<a href="{{ entry.permalink }}">{{ entry.title }}</a>{% endif %}{% endmacro %}
{% if page.kind.name == 'mens' %}
{% for entry in page.vrienden + page.stukken + [page.vriend] %}{{ name(entry) }} {% endfor %}
{% if page.foto %}{{ page.foto.url }}{% endif %}
{% else %}
{% for entry in page.door or [] %}{{ name(entry) }} {% endfor %}
{% for role in page.rollen or [] %}{{ role.rol }} {{ name(role.wie) }} {% endfor %}
{{ page.toelichting or '' }}
{% endif %}
{% for role in page.rollen_bij %}{{ role.rol }} {{ name(role.entry) }} {% endfor %}
</body></html>
)~";

constexpr const char* kList =
    R"~(<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body><h1>{{ listing.title }}</h1>
{{ listing.total }}{% for item in listing.items %}<a href="{{ item.permalink }}">{{ item.title }}</a>{% endfor %}
</body></html>
)~";

constexpr const char* kHome =
    R"~(<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body><h1>{{ site.title }}</h1>
{% for name, kind in site.kinds | items %}{{ kind.entries | length }}{% for entry in kind.entries %}{{ entry.title }} {% endfor %}{% endfor %}
</body></html>
)~";

/// An entry with a name that occurs nowhere else, in its file's name too.
struct Entry {
  std::string token;
  std::string folder;
  std::string yaml;
  std::string body;
  bool visible = true;

  std::string path() const { return folder + "/" + token + ".md"; }
};

class RandomSite {
 public:
  explicit RandomSite(unsigned seed) : random_(seed) {
    for (std::size_t i = below(12) + 3; i > 0; --i) people_.push_back(entry("mensen"));
    for (std::size_t i = below(16) + 3; i > 0; --i) pieces_.push_back(entry("stukken"));
    for (Entry& person : people_) fill_person(person);
    for (Entry& piece : pieces_) fill_piece(piece);
  }

  std::vector<Entry> entries() const {
    std::vector<Entry> all = people_;
    all.insert(all.end(), pieces_.begin(), pieces_.end());
    return all;
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  Entry entry(const std::string& folder) {
    Entry made;
    made.token = "q";
    for (int i = 0; i < 10; ++i) made.token += static_cast<char>('a' + below(26));
    made.folder = folder;
    made.yaml = (folder == "mensen" ? "naam: " : "titel: ") + made.token + "\nover: Over " + made.token + "\n";
    if (chance(6)) made.yaml += "concept: ja\n", made.visible = false;
    if (chance(4)) add_day(made, "vanaf", [](Date day) { return day <= kToday; });
    if (chance(4)) add_day(made, "tot", [](Date day) { return day > kToday; });
    if (!chance(4)) made.yaml += "dag: " + iso(near()) + "\n";
    return made;
  }

  Date near() { return {kToday.days + static_cast<std::int32_t>(below(21)) - 10}; }

  template <class Visible>
  void add_day(Entry& made, const std::string& field, Visible visible) {
    const Date day = near();
    made.yaml += field + ": " + iso(day) + "\n";
    made.visible = made.visible && visible(day);
  }

  const std::string& some(const std::vector<Entry>& entries) { return entries[below(entries.size())].token; }

  void fill_person(Entry& person) {
    if (chance(5)) person.yaml += "openbaar: nee\n", person.visible = false;
    if (chance(5)) add_day(person, "verjaart", [](Date day) { return day <= kToday; });
    if (chance(2)) person.yaml += "vriend: " + some(people_) + "\n";
    if (chance(2)) person.yaml += "foto: " + person.token + ".pdf\n";
  }

  void fill_piece(Entry& piece) {
    const std::size_t one = below(people_.size());
    const std::size_t other = (one + 1 + below(people_.size() - 1)) % people_.size();
    piece.yaml += "oud: [/oud/" + piece.token + "/]\ndoor: [" + people_[one].token + ", Jan Bot, " +
                  people_[other].token + "]\nrollen:\n";
    for (std::size_t i = below(3) + 1; i > 0; --i) {
      piece.yaml += "  - {rol: maker, sinds: " + iso(near()) + ", wie: " + some(chance(2) ? people_ : pieces_) + "}\n";
    }
    piece.yaml += "toelichting: \"Zie [daar](" + some(pieces_) + ".md).\"\n";
    piece.body = "Lees ook [dit](../mensen/" + some(people_) + ".md) en [dat](" + some(pieces_) + ".md).\n";
  }

  std::mt19937 random_;
  std::vector<Entry> people_;
  std::vector<Entry> pieces_;
};

struct Built {
  std::map<std::string, std::string> files;
  std::optional<Date> next_change;
};

Built build(const std::vector<Entry>& entries, Date today) {
  files::MemoryFileSystem disk;
  disk.add("content/site.yaml", "title: Site\nbase_url: https://voorbeeld.nl\nlanguage: nl\ntheme: kaal\n");
  disk.add("content/kinds/mens.yaml", kPeople);
  disk.add("content/kinds/stuk.yaml", kPieces);
  disk.add("themes/kaal/theme.yaml", "name: Kaal\nversion: 1.0.0\n");
  disk.add("themes/kaal/i18n/nl.yaml", "leeg: Leeg\n");
  disk.add("themes/kaal/templates/alles.html", kAll);
  disk.add("themes/kaal/templates/lijst.html", kList);
  disk.add("themes/kaal/templates/home.html", kHome);
  disk.add("themes/kaal/templates/404.html", kHome);
  for (const Entry& entry : entries) {
    disk.add("content/" + entry.path(), "---\n" + entry.yaml + "---\n" + entry.body);
    disk.add("content/mensen/" + entry.token + ".pdf", "%PDF-1.4");
  }
  pipeline::BuildOptions options;
  options.today = today;
  options.jobs = 1;
  pipeline::BuildResult result = pipeline::build(disk, options);
  for (const Diagnostic& finding : result.report.findings()) {
    if (finding.severity != Severity::error) continue;
    FAIL(finding.place.file << ":" << finding.place.at.line << " " << message(finding, Language::english));
  }
  return {disk.files("output"), result.next_change};
}

bool shows(const Built& built, const std::string& token) {
  for (const auto& [path, bytes] : built.files) {
    if (path.find(token) != std::string::npos || bytes.find(token) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("On any site, what is not visible shows nowhere in the output") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const std::vector<Entry> entries = RandomSite(seed).entries();
    const Built built = build(entries, kToday);
    REQUIRE(built.files.size() > 5);
    for (const Entry& entry : entries) {
      INFO("seed " << seed << ": " << entry.path() << "\n" << entry.yaml);
      CHECK(shows(built, entry.token) == entry.visible);
    }
  }
}

TEST_CASE("Any site stays as it is until the day that is told, and changes on that day") {
  for (unsigned seed = 101; seed <= 130; ++seed) {
    INFO("seed " << seed);
    const std::vector<Entry> entries = RandomSite(seed).entries();
    const Built today = build(entries, kToday);
    const Date later = today.next_change.value_or(Date{kToday.days + 60});
    CHECK(later > kToday);
    CHECK(build(entries, Date{later.days - 1}).files == today.files);
    CHECK((build(entries, later).files != today.files) == today.next_change.has_value());
  }
}
