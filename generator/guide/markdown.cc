#include "guide/markdown.h"

#include <string_view>

#include "text/words.h"

namespace katern::guide {
namespace {

// A text in a cell of a table: what Markdown and HTML would read as theirs is told to be text.
std::string cell(std::string_view text) {
  std::string written;
  for (const char c : text::collapse_spaces(text)) {
    if (std::string_view("\\`*_[]<>|").find(c) != std::string_view::npos) written += '\\';
    written += c;
  }
  return written;
}

class Page {
 public:
  explicit Page(Language language) : dutch_(language == Language::dutch) {}

  std::string of(const Value& kinds) && {
    out_ += say(
        "# Alle soorten en velden\n\nWat je in welk bestand kunt invullen. Deze pagina is gemaakt van `content/kinds/` "
        "met\n`katern schema --format markdown`; verander haar niet met de hand.\n\n",
        "# All kinds and fields\n\nWhat can be filled in in which file. This page is made of `content/kinds/` "
        "by\n`katern schema --format markdown`; do not change it by hand.\n\n");
    for (std::size_t i = 0; i < kinds.size(); ++i) add_link(kinds.at(i));
    for (std::size_t i = 0; i < kinds.size(); ++i) add_kind(kinds.at(i));
    return std::move(out_);
  }

 private:
  std::string_view say(std::string_view dutch, std::string_view english) const { return dutch_ ? dutch : english; }

  void add_link(const Value& kind) {
    const std::string anchor = text::slugify(kind.get("name").as_string());
    out_ += "- [" + cell(kind.get("label_one").as_string()) + "](#" + anchor + ")\n";
  }

  void add_kind(const Value& kind) {
    const std::string anchor = text::slugify(kind.get("name").as_string());
    out_ += "\n<a id=\"" + anchor + "\"></a>\n\n## " + cell(kind.get("label_one").as_string()) + "\n\n";
    out_ += std::string(say("Map: `", "Folder: `")) + std::string(kind.get("folder").as_string()) + "/`";
    if (const Value url = kind.get("url"); url.is_string()) {
      out_ += std::string(say(" · op de site: `", " · on the site: `")) + std::string(url.as_string()) + "`";
    }
    out_ += say("\n\n| Veld | Verplicht | Wat je invult | Uitleg |\n| --- | --- | --- | --- |\n",
                "\n\n| Field | Required | What it takes | What it is for |\n| --- | --- | --- | --- |\n");
    add_fields(kind.get("fields"));
  }

  void add_fields(const Value& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Value field = fields.at(i);
      const std::string_view label = field.get("label").as_string();
      out_ += "| `" + std::string(field.get("path").as_string()) + "`";
      if (label != field.get("name").as_string()) out_ += "<br>" + cell(label);
      out_ += std::string(" | ") + std::string(field.get("required").truthy() ? say("ja", "yes") : "") + " | ";
      out_ += cell(field.get("takes").as_string()) + " | " + cell(field.get("help").as_string()) + " |\n";
      add_fields(field.get("fields"));
    }
  }

  bool dutch_;
  std::string out_;
};

}  // namespace

std::string reference_as_markdown(const Value& kinds, Language language) { return Page(language).of(kinds); }

}  // namespace katern::guide
