#include "render/entry_citations.h"

#include <unordered_set>

#include "text/escape.h"
#include "text/words.h"

namespace katern::render {

using citations::Cite;
using citations::CitedText;
using parse::Citation;

/// Where the links of a citation lead, and by which ids they are found.
struct EntryCitations::Link {
  bool linked = true;
  std::string_view page;                               ///< before the fragment
  const std::vector<unsigned>* occurrences = nullptr;  ///< by cite; null: without ids
};

CitationStyle::CitationStyle(const schema::Settings& settings) {
  style.language = settings.language;
  style.quotes = settings.quotes == "single" ? "‘’" : "“”";
}

EntryCitations::EntryCitations(const schema::Record& record, const CitationStyle& style)
    : list_(record.sources.items, style.style, style.collator), times_(record.sources.items.size()) {
  std::unordered_set<std::string> used;
  for (std::size_t i = 0; i < record.sources.items.size(); ++i) {
    const std::string& key = record.sources.items[i].id;
    by_key_.emplace(key, i);
    const std::string slug = text::slugify(key);
    std::string anchor = slug;
    for (int number = 2; !used.insert(anchor).second; ++number) anchor = slug + '_' + std::to_string(number);
    anchors_.push_back(std::move(anchor));
  }
  count_cites(record.body);
}

void EntryCitations::count_cites(const parse::Body& body) {
  for (const Citation& citation : body.citations) {
    std::vector<unsigned>& times = occurrences_.emplace_back();
    for (const Citation::Cite& cite : citation.cites) {
      const auto item = by_key_.find(cite.key);
      times.push_back(item == by_key_.end() ? 0 : ++times_[item->second]);
    }
  }
}

void EntryCitations::append(std::string& out, const parse::Body& body, std::size_t citation) const {
  append(out, body.citations[citation], {true, {}, &occurrences_[citation]});
}

void EntryCitations::append_in_field(std::string& out, const Citation& citation, std::string_view page) const {
  append(out, citation, {!page.empty(), page, nullptr});
}

EntryCitations::Written EntryCitations::write(const Citation& citation) const {
  Written written;
  for (std::size_t i = 0; i < citation.cites.size(); ++i) {
    const Citation::Cite& cite = citation.cites[i];
    const auto item = by_key_.find(cite.key);
    if (item == by_key_.end()) continue;  // a check has said so
    written.cites.push_back({item->second, cite.prefix, cite.suffix, cite.suppress_author});
    written.places.push_back(i);
  }
  if (written.cites.empty()) return written;
  if (citation.narrative) {
    written.texts.push_back(list_.narrative(written.cites.front()));
  } else {
    written.texts = list_.parenthetical(written.cites);
  }
  return written;
}

void EntryCitations::append(std::string& out, const Citation& citation, const Link& link) const {
  const Written written = write(citation);
  for (const CitedText& text : written.texts) {
    text::append_html(out, text.before);
    append_link(out, text.label, written.cites[text.cite].item, link, written.places[text.cite]);
    text::append_html(out, text.after);
  }
}

std::string EntryCitations::plain(const Citation& citation) const {
  std::string out;
  for (const CitedText& text : write(citation).texts) out.append(text.before).append(text.label.plain()) += text.after;
  return out;
}

std::string EntryCitations::plain(const parse::Body& body, const parse::Heading& heading) const {
  std::string out;
  std::size_t done = 0;
  for (const parse::Heading::Cited& cited : heading.citations) {
    out.append(heading.text, done, cited.offset - done);
    out += plain(body.citations[cited.citation]);
    done = cited.offset;
  }
  return out.append(heading.text, done);
}

void EntryCitations::append_link(std::string& out, const citations::Prose& label, std::size_t item, const Link& link,
                                 std::size_t cite) const {
  if (!link.linked) {
    out += label.html();
    return;
  }
  out += "<a href=\"";
  text::append_html(out, link.page);
  out.append("#ref_").append(anchors_[item]).append("\"");
  if (link.occurrences != nullptr) {
    const unsigned time = (*link.occurrences)[cite];
    out.append(" id=\"cite_").append(anchors_[item]);
    if (time > 1) out.append("_").append(std::to_string(time));
    out += '"';
  }
  out += " class=\"citation\" role=\"doc-biblioref\">";
  out += label.html();
  out += "</a>";
}

std::string EntryCitations::list(std::string_view back) const {
  if (list_.items().empty()) return {};
  std::string out = "<ul class=\"references\">\n";
  for (const std::size_t item : list_.order()) {
    out.append("<li id=\"ref_").append(anchors_[item]).append("\">");
    out += list_.reference(item).html();
    append_back_links(out, item, back);
    out += "</li>\n";
  }
  return out + "</ul>\n";
}

void EntryCitations::append_back_links(std::string& out, std::size_t item, std::string_view back) const {
  std::string label(back);
  if (const std::size_t name = label.find("{name}"); name != std::string::npos) {
    label.replace(name, 6, list_.label(item));
  }
  for (unsigned time = 1; time <= times_[item]; ++time) {
    out.append(" <a href=\"#cite_").append(anchors_[item]);
    if (time > 1) out.append("_").append(std::to_string(time));
    out += "\" class=\"reference-back\" role=\"doc-backlink\"";
    // The number is for a style sheet to draw: as text it would be a label that nobody can say (WCAG 2.5.3).
    if (time > 1) out.append(" data-time=\"").append(std::to_string(time)).append("\"");
    out += " aria-label=\"";
    text::append_html(out, label);
    if (times_[item] > 1) out.append(" (").append(std::to_string(time)).append(")");
    out += "\">↩</a>";
  }
}

}  // namespace katern::render
