#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citations/bibliography.h"
#include "parse/body.h"
#include "schema/record.h"
#include "schema/settings.h"

namespace katern::render {

/// How the site writes citations. Good for any thread.
struct CitationStyle {
  explicit CitationStyle(const schema::Settings& settings);

  citations::Style style;
  text::Collator collator;
};

/// What an entry cites, and the links between its text and its list, both ways. The ids are made of the keys: `ref_key`
/// in the list, `cite_key`, `cite_key_2`, … in the body; an underscore is in no id of a heading. Views the record.
class EntryCitations {
 public:
  EntryCitations(const schema::Record& record, const CitationStyle& style);

  /// Appends a citation of the record's body; keys of no source are written as they are.
  void append(std::string& out, const parse::Body& body, std::size_t citation) const;
  /// The same in a field, which may be shown on other pages as well: its links lead to `page`, and nothing leads back.
  /// Without links where `page` is empty.
  void append_in_field(std::string& out, const parse::Citation& citation, std::string_view page) const;

  /// A citation of any body of the record as plain text.
  std::string plain(const parse::Citation& citation) const;
  /// A heading with what it cites.
  std::string plain(const parse::Body& body, const parse::Heading& heading) const;

  /// The list of references as `<ul>`; empty where there are none. `back`: the label of a link to the text, in which
  /// `{name}` stands for the citation.
  std::string list(std::string_view back) const;

 private:
  struct Link;

  /// A citation in parts, and by part the item that it is about and its place in the citation.
  struct Written {
    std::vector<citations::Cite> cites;
    std::vector<std::size_t> places;  ///< by cite
    std::vector<citations::CitedText> texts;
  };

  Written write(const parse::Citation& citation) const;
  void append(std::string& out, const parse::Citation& citation, const Link& link) const;
  void append_link(std::string& out, const citations::Prose& label, std::size_t item, const Link& link,
                   std::size_t cite) const;
  void append_back_links(std::string& out, std::size_t item, std::string_view back) const;
  void count_cites(const parse::Body& body);

  citations::Bibliography list_;
  std::unordered_map<std::string_view, std::size_t> by_key_;
  std::vector<std::string> anchors_;                ///< by item, without what goes before
  std::vector<unsigned> times_;                     ///< by item: how often the body cites it
  std::vector<std::vector<unsigned>> occurrences_;  ///< by citation of the body and its cites: which time it is
};

}  // namespace katern::render
