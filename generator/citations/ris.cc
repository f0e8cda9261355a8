#include "citations/exports.h"
#include "text/words.h"

namespace katern::citations {
namespace {

using enum TextVariable;

std::string_view type_in_ris(Type type) {
  switch (type) {
    case Type::article_journal: return "JOUR";
    case Type::article_magazine: return "MGZN";
    case Type::article_newspaper: return "NEWS";
    case Type::book: return "BOOK";
    case Type::chapter: return "CHAP";
    case Type::dataset: return "DATA";
    case Type::entry:
    case Type::entry_encyclopedia: return "ENCYC";
    case Type::entry_dictionary: return "DICT";
    case Type::legislation: return "STAT";
    case Type::manuscript: return "UNPB";
    case Type::motion_picture: return "MPCT";
    case Type::broadcast: return "VIDEO";
    case Type::pamphlet: return "PAMP";
    case Type::paper_conference: return "CPAPER";
    case Type::post_weblog: return "BLOG";
    case Type::post:
    case Type::webpage: return "ELEC";
    case Type::report: return "RPRT";
    case Type::software: return "COMP";
    case Type::speech: return "CONF";
    case Type::standard: return "STAND";
    case Type::thesis: return "THES";
    default: return "GEN";
  }
}

/// The older tag for what a source stands in, of readers that take T2 for a short title; empty: there is none.
std::string_view tag_of_container(Type type) {
  switch (type) {
    case Type::article_journal:
    case Type::article_magazine:
    case Type::article_newspaper: return "JF";
    case Type::chapter: return "BT";
    default: return "";
  }
}

/// "van den Berg, Ellen, Jr."; an organisation as it is.
std::string name_in_ris(const Name& name) {
  if (!name.literal.empty()) return name.literal;
  std::string out = name.dropping_particle;
  for (const std::string& part : {name.particle, name.family}) {
    if (!out.empty() && !part.empty()) out += ' ';
    out += part;
  }
  if (!name.given.empty()) out += ", " + name.given;
  if (!name.suffix.empty()) out += ", " + name.suffix;
  return out;
}

/// YYYY/MM/DD/, with nothing for what is not known.
std::string date_in_ris(const DateParts& date) {
  const auto padded = [](unsigned number) {
    return number == 0 ? std::string() : (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(date.year) + '/' + padded(date.month) + '/' + padded(date.day) + '/';
}

class Lines {
 public:
  void add(std::string_view tag, std::string_view value) {
    const std::string line = on_one_line(value);
    if (line.empty()) return;
    out_.append(tag).append("  - ").append(line).append("\r\n");
  }
  std::string close() && { return std::move(out_) + "ER  - \r\n"; }

 private:
  /// A line end would begin a tag of the content's own.
  static std::string on_one_line(std::string_view value) {
    std::string out;
    for (const char c : text::collapse_spaces(value)) {
      if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    }
    return out;
  }

  std::string out_;
};

void add_pages(Lines& lines, std::string_view pages) {
  const std::size_t dash = pages.find_first_of("-\xE2");
  lines.add("SP", pages.substr(0, dash));
  if (dash == pages.npos) return;
  const std::size_t end = pages.find_first_of("0123456789", dash);
  if (end != pages.npos) lines.add("EP", pages.substr(end));
}

}  // namespace

std::string ris(const Item& item) {
  Lines lines;
  lines.add("TY", type_in_ris(item.type));
  lines.add("ID", item.id);
  for (const Name& name : item.people(NameVariable::author)) lines.add("AU", name_in_ris(name));
  for (const Name& name : item.people(NameVariable::editor)) lines.add("ED", name_in_ris(name));
  lines.add("TI", item.text(title));
  lines.add("T2", item.text(container_title));
  if (const auto tag = tag_of_container(item.type); !tag.empty()) lines.add(tag, item.text(container_title));
  if (const When* issued = item.when(DateVariable::issued); issued != nullptr && issued->literal.empty()) {
    lines.add("PY", std::to_string(issued->from.year));
    lines.add("DA", date_in_ris(issued->from));
  }
  if (const When* accessed = item.when(DateVariable::accessed)) lines.add("Y2", date_in_ris(accessed->from));
  lines.add("VL", item.text(volume));
  lines.add("IS", item.text(issue).empty() ? item.text(number) : item.text(issue));
  add_pages(lines, item.text(page));
  lines.add("ET", item.text(edition));
  lines.add("PB", item.text(publisher));
  lines.add("CY", item.text(publisher_place));
  lines.add("M3", item.text(genre));
  lines.add("SN", item.text(isbn).empty() ? item.text(issn) : item.text(isbn));
  lines.add("DO", item.text(doi));
  lines.add("UR", item.text(url));
  lines.add("LA", item.text(language));
  lines.add("AB", item.text(abstract));
  lines.add("KW", item.text(keyword));
  lines.add("N1", item.text(status).empty() ? item.text(note) : item.text(status));
  return std::move(lines).close();
}

}  // namespace katern::citations
