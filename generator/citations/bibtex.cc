#include "citations/exports.h"
#include "text/words.h"

namespace katern::citations {
namespace {

using enum TextVariable;

std::string_view type_in_bibtex(const Item& item) {
  switch (item.type) {
    case Type::article_journal:
    case Type::article_magazine:
    case Type::article_newspaper: return "article";
    case Type::book: return "book";
    case Type::chapter:
    case Type::entry:
    case Type::entry_dictionary:
    case Type::entry_encyclopedia: return "incollection";
    case Type::paper_conference: return item.text(container_title).empty() ? "misc" : "inproceedings";
    case Type::report: return "techreport";
    case Type::thesis:
      return text::lower(item.text(genre)).find("master") == std::string::npos ? "phdthesis" : "mastersthesis";
    case Type::manuscript: return "unpublished";
    case Type::pamphlet: return "booklet";
    default: return "misc";
  }
}

/// Text between braces that TeX neither runs nor trips over.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text::collapse_spaces(text)) {
    switch (c) {
      case '\\': out += "\\textbackslash{}"; break;
      case '~': out += "\\textasciitilde{}"; break;
      case '^': out += "\\textasciicircum{}"; break;
      case '{':
      case '}':
      case '$':
      case '&':
      case '#':
      case '%':
      case '_': out += '\\'; [[fallthrough]];
      default: out += c;
    }
  }
  return out;
}

/// Addresses are taken as they are, so they may hold nothing that could end or escape their braces.
std::string verbatim(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '{': out += "%7B"; break;
      case '}': out += "%7D"; break;
      case '\\': out += "%5C"; break;
      case '\n':
      case '\r': break;
      default: out += c;
    }
  }
  return out;
}

std::string in_braces(std::string_view text) { return '{' + escaped(text) + '}'; }

std::string name_in_bibtex(const Name& name) {
  if (!name.literal.empty()) return in_braces(name.literal);
  std::string particle = name.dropping_particle;
  if (!particle.empty() && !name.particle.empty()) particle += ' ';
  particle += name.particle;
  std::string out = particle.empty() ? std::string() : escaped(particle) + ' ';
  // Braces keep a name of two words one name.
  out += name.family.find(' ') == std::string::npos ? escaped(name.family) : in_braces(name.family);
  if (!name.suffix.empty()) out += ", " + escaped(name.suffix);
  if (!name.given.empty()) out += ", " + escaped(name.given);
  return out;
}

std::string names_in_bibtex(std::span<const Name> names) {
  std::string out;
  for (const Name& name : names) out += (out.empty() ? "" : " and ") + name_in_bibtex(name);
  return out;
}

std::string pages_in_bibtex(std::string_view pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool single =
        pages[i] == '-' && (i == 0 || pages[i - 1] != '-') && (i + 1 == pages.size() || pages[i + 1] != '-');
    out += single ? "--" : std::string(1, pages[i]);
  }
  return escaped(out);
}

/// A key that every BibTeX takes.
std::string key_of(const Item& item) {
  const std::string key = text::slugify(item.id);
  return key.empty() ? "bron" : key;
}

class Entry {
 public:
  explicit Entry(const Item& item) : item_(item), out_('@' + std::string(type_in_bibtex(item)) + '{' + key_of(item)) {}

  void add(std::string_view field, const std::string& value) {
    if (value.empty()) return;
    out_.append(",\n  ").append(field).append(" = {").append(value) += '}';
  }
  void add(std::string_view field, TextVariable variable) { add(field, escaped(item_.text(variable))); }

  std::string close() && { return std::move(out_) + "\n}\n"; }

 private:
  const Item& item_;
  std::string out_;
};

std::string_view field_of_container(std::string_view type) {
  if (type == "article") return "journal";
  if (type == "incollection" || type == "inproceedings") return "booktitle";
  return "howpublished";
}

std::string_view field_of_publisher(std::string_view type) {
  if (type == "techreport") return "institution";
  return type == "phdthesis" || type == "mastersthesis" ? "school" : "publisher";
}

}  // namespace

std::string bibtex(const Item& item) {
  const std::string_view type = type_in_bibtex(item);
  Entry entry(item);
  entry.add("author", names_in_bibtex(item.people(NameVariable::author)));
  entry.add("editor", names_in_bibtex(item.people(NameVariable::editor)));
  if (!item.text(title).empty()) entry.add("title", in_braces(item.text(title)));  // a second pair keeps its capitals
  entry.add(field_of_container(type), container_title);
  entry.add(field_of_publisher(type), publisher);
  entry.add("address", publisher_place);
  if (const When* issued = item.when(DateVariable::issued); issued != nullptr && issued->literal.empty()) {
    entry.add("year", std::to_string(issued->from.year));
    if (issued->from.month > 0) entry.add("month", std::to_string(issued->from.month));
  }
  entry.add("volume", volume);
  entry.add("number", item.text(issue).empty() ? number : issue);
  entry.add("pages", pages_in_bibtex(item.text(page)));
  entry.add("edition", edition);
  entry.add("type", genre);
  entry.add("isbn", isbn);
  entry.add("issn", issn);
  entry.add("doi", verbatim(item.text(doi)));
  entry.add("url", verbatim(item.text(url)));
  entry.add("language", language);
  entry.add("keywords", keyword);
  entry.add("abstract", abstract);
  entry.add("note", item.text(status).empty() ? note : status);
  return std::move(entry).close();
}

}  // namespace katern::citations
