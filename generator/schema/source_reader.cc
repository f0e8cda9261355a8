#include "schema/source_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "citations/doi.h"
#include "citations/names.h"
#include "citations/short_forms.h"
#include "citations/style.h"
#include "schema/places.h"
#include "schema/web_names.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using citations::Item;
using citations::Name;
using citations::NameVariable;
using citations::TextVariable;
using parse::Node;

using Meant = std::pair<std::string_view, std::string_view>;

/// CSL is English, those who fill it in are not.
constexpr std::array<Meant, 20> kMeantKeys{{
    {"auteur", "author"},
    {"auteurs", "author"},
    {"titel", "title"},
    {"jaar", "issued"},
    {"year", "issued"},
    {"datum", "issued"},
    {"date", "issued"},
    {"uitgever", "publisher"},
    {"uitgeverij", "publisher"},
    {"plaats", "publisher-place"},
    {"tijdschrift", "container-title"},
    {"journal", "container-title"},
    {"boek", "container-title"},
    {"redacteur", "editor"},
    {"paginas", "page"},
    {"pages", "page"},
    {"druk", "edition"},
    {"jaargang", "volume"},
    {"nummer", "issue"},
    {"geraadpleegd", "accessed"},
}};

constexpr std::array<Meant, 12> kMeantTypes{{
    {"artikel", "article-journal"},
    {"boek", "book"},
    {"hoofdstuk", "chapter"},
    {"rapport", "report"},
    {"website", "webpage"},
    {"webpagina", "webpage"},
    {"proefschrift", "thesis"},
    {"scriptie", "thesis"},
    {"presentatie", "speech"},
    {"krant", "article-newspaper"},
    {"tijdschrift", "article-journal"},
    {"film", "motion_picture"},
}};

template <class Pairs>
std::string meant_by(std::string_view word, const Pairs& pairs, std::span<const std::string_view> known) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Meant& pair) { return pair.first == word; });
  if (found != pairs.end()) return std::string(found->second);
  const std::vector<std::string> names(known.begin(), known.end());
  return text::nearest(word, names).value_or("");
}

bool is_key_mark(char32_t c) {
  return c < 0x80 && std::string_view(":.#$%&-+?<>~/").find(static_cast<char>(c)) != std::string_view::npos;
}

class SourceReader {
 public:
  SourceReader(const Field& field, std::string_view file, Report& report)
      : field_(field), file_(file), report_(report) {}

  CitedSources read(const Node& list) {
    if (list.kind != Node::Kind::sequence) {
      const bool mapping = list.kind == Node::Kind::mapping;
      report_.add(Diagnostic(mapping ? Code::field_list_without_dash : Code::field_not_list, place_of(file_, list))
                      .with("field", field_.name)
                      .with("example", mapping ? "- id: jansen-2020" : field_.name + ": [{id: jansen-2020, …}]"));
      return {};
    }
    for (const Node& node : list.items) read_item(node);
    return std::move(sources_);
  }

 private:
  Diagnostic about(Code code, std::string_view field, const Node& node) const {
    return Diagnostic(code, place_of(file_, node)).with("field", field);
  }

  void read_item(const Node& node) {
    if (node.kind != Node::Kind::mapping) {
      report_.add(about(Code::field_not_group, field_.name, node).with("example", "- id: jansen-2020"));
      return;
    }
    Item item;
    for (const auto& [key, example] :
         {Meant{"id", "id: jansen-2020"}, Meant{"type", "type: book"}, Meant{"title", "title: …"}}) {
      const Node::Member* member = node.find(key);
      if (member != nullptr && !member->value.is_empty()) continue;
      report_.add(Diagnostic(Code::field_missing, Place{std::string(file_), node.at, 0})
                      .with("field", key)
                      .with("example", example));
    }
    for (const Node::Member& member : node.members) read_member(member, item);
    const Node::Member* id = node.find("id");
    if (id == nullptr) return;
    sources_.at.push_back(id->value.at);
    sources_.items.push_back(std::move(item));
  }

  void read_member(const Node::Member& member, Item& item) {
    const Node& value = member.value;
    if (const auto variable = citations::name_variable(member.key)) {
      if (!value.is_empty()) item.set(*variable, read_names(member.key, value));
    } else if (const auto date = citations::date_variable(member.key)) {
      if (value.is_empty()) return;
      if (auto when = read_when(member.key, value, file_, report_)) item.set(*date, *std::move(when));
    } else if (const auto text = citations::text_variable(member.key)) {
      read_text(*text, member, item);
    } else if (member.key == "id") {
      read_id(value, item);
    } else if (member.key == "type") {
      read_type(value, item);
    } else {
      report_.add(Diagnostic(Code::field_unknown, place_of_key(file_, member))
                      .with("field", shown(member.key))
                      .suggest(meant_by(member.key, kMeantKeys, citations::keys())));
    }
  }

  bool is_text(std::string_view key, const Node& value) {
    if (value.kind == Node::Kind::scalar) return true;
    report_.add(about(Code::field_not_text, key, value).with("example", std::string(key) + ": …"));
    return false;
  }

  void read_id(const Node& value, Item& item) {
    if (value.is_empty() || !is_text("id", value)) return;
    item.id = value.text;
    if (!is_citation_key(item.id)) {
      report_.add(Diagnostic(Code::citation_key_invalid, place_of(file_, value)).with("value", shown(item.id)));
    }
    const auto [first, is_new] = lines_.emplace(item.id, value.at.line);
    if (is_new) return;
    report_.add(Diagnostic(Code::citation_key_doubled, place_of(file_, value))
                    .with("value", shown(item.id))
                    .with("line", first->second));
  }

  void read_type(const Node& value, Item& item) {
    if (value.is_empty() || !is_text("type", value)) return;
    if (const auto type = citations::type_of(value.text)) {
      item.type = *type;
      return;
    }
    report_.add(about(Code::field_not_choice, "type", value)
                    .with("value", shown(value.text))
                    .with("choices", joined(citations::type_names()))
                    .suggest(meant_by(value.text, kMeantTypes, citations::type_names())));
  }

  void read_text(TextVariable variable, const Node::Member& member, Item& item) {
    const Node& value = member.value;
    if (value.is_empty() || !is_text(member.key, value)) return;
    std::string text = text::collapse_spaces(value.text);
    if (variable == TextVariable::url && !is_web_url(text)) {
      report_.add(about(Code::field_not_url, member.key, value).with("value", shown(text)));
    }
    if (variable == TextVariable::status && !citations::state_of(text)) {
      report_.add(about(Code::field_not_choice, member.key, value)
                      .with("value", shown(text))
                      .with("choices", joined(citations::state_words()))
                      .suggest(meant_by(text, std::array<Meant, 0>{}, citations::state_words())));
    }
    if (variable == TextVariable::doi) {
      auto doi = citations::normal_doi(text);
      if (!doi) report_.add(about(Code::field_not_doi, member.key, value).with("value", shown(text)));
      text = std::move(doi).value_or("");
    }
    if (!text.empty()) item.set(variable, std::move(text));
  }

  std::vector<Name> read_names(std::string_view key, const Node& value) {
    std::vector<Name> names;
    const std::span<const Node> nodes =
        value.kind == Node::Kind::sequence ? std::span<const Node>(value.items) : std::span<const Node>(&value, 1);
    for (const Node& node : nodes) {
      if (auto name = read_name(key, node)) names.push_back(*std::move(name));
    }
    return names;
  }

  std::optional<Name> read_name(std::string_view key, const Node& node) {
    if (node.kind == Node::Kind::mapping) return read_name_parts(node);
    if (node.kind == Node::Kind::sequence) {
      report_.add(about(Code::field_not_text, key, node).with("example", std::string(key) + ": [\"Jansen, A. B.\"]"));
      return std::nullopt;
    }
    auto name = citations::parse_name(node.text);
    if (name && !citations::are_initials(name->literal)) return *std::move(name);
    if (name) {  // [Jansen, A. B.] without quotes is two names
      report_.add(Diagnostic(Code::citation_name_incomplete, place_of(file_, node)));
      return std::nullopt;
    }
    if (name.error() == citations::NameProblem::several) {
      report_.add(about(Code::citation_names_joined, key, node).with("value", shown(node.text)));
    } else {
      report_.add(about(Code::field_item_empty, key, node));
    }
    return std::nullopt;
  }

  std::optional<Name> read_name_parts(const Node& node) {
    static constexpr std::array<std::string_view, 6> kParts{
        "family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"};
    static constexpr std::array<Meant, 5> kMeantParts{{{"achternaam", "family"},
                                                       {"voornaam", "given"},
                                                       {"voorletters", "given"},
                                                       {"tussenvoegsel", "non-dropping-particle"},
                                                       {"naam", "literal"}}};
    Name name;
    const std::array<std::string*, 6> slots{&name.family, &name.given,  &name.particle, &name.dropping_particle,
                                            &name.suffix, &name.literal};
    bool told = false;
    for (const Node::Member& member : node.members) {
      const auto part = std::find(kParts.begin(), kParts.end(), member.key);
      if (part == kParts.end()) {
        report_.add(Diagnostic(Code::field_unknown, place_of_key(file_, member))
                        .with("field", shown(member.key))
                        .suggest(meant_by(member.key, kMeantParts, kParts)));
        told = true;
      } else if (!member.value.is_empty() && is_text(member.key, member.value)) {
        *slots[static_cast<std::size_t>(part - kParts.begin())] = text::collapse_spaces(member.value.text);
      }
    }
    if (name.family.empty() == name.literal.empty()) {
      if (told) return std::nullopt;
      report_.add(Diagnostic(Code::citation_name_incomplete, Place{std::string(file_), node.at, 0}));
      return std::nullopt;
    }
    if (!name.particle.empty()) return name;
    const std::string_view particle = citations::leading_particle(name.family);
    name.particle = particle;
    name.family.erase(0, particle.empty() ? 0 : particle.size() + 1);
    return name;
  }

  const Field& field_;
  std::string_view file_;
  Report& report_;
  CitedSources sources_;
  std::map<std::string, std::uint32_t> lines_;  ///< by id: where it stood first
};

}  // namespace

bool is_citation_key(std::string_view text) {
  bool word_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next(text, at);
    const bool word = text::is_word(c);
    if (!word && !(word_before && is_key_mark(c))) return false;
    word_before = word;
  }
  return word_before;
}

CitedSources read_sources(const Field& field, const Node& node, std::string_view file, Report& report) {
  return SourceReader(field, file, report).read(node);
}

}  // namespace katern::schema
