#include <string>
#include <unordered_map>
#include <vector>

#include "check/checks.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::check {
namespace {

constexpr std::size_t kMostFindings = 100;

/// Holds what an entry cites against the sources that it has.
class CitationChecker {
 public:
  CitationChecker(const schema::Record& record, Report& report) : record_(record), report_(report) {
    for (const citations::Item& item : record.sources.items) {
      keys_.push_back(item.id);
      cited_.emplace(item.id, false);
    }
  }

  void run() {
    check(record_.body);
    for (const schema::MarkdownField& field : record_.markdown_fields) check(field.body);
    for (std::size_t i = 0; i < record_.sources.items.size(); ++i) {
      const std::string& key = record_.sources.items[i].id;
      if (cited_[key]) continue;
      report_.add(
          Diagnostic(Code::source_uncited, Place{record_.path, record_.sources.at[i], length(key)}).with("value", key));
    }
  }

 private:
  static std::uint32_t length(std::string_view text) { return static_cast<std::uint32_t>(text::length(text)); }

  void check(const parse::Body& body) {
    for (const parse::Citation& citation : body.citations) {
      for (const parse::Citation::Cite& cite : citation.cites) check(cite);
    }
  }

  void check(const parse::Citation::Cite& cite) {
    const auto found = cited_.find(cite.key);
    if (found != cited_.end()) {
      found->second = true;
      return;
    }
    if (++unknown_ > kMostFindings) return;
    report_.add(Diagnostic(Code::citation_unknown, Place{record_.path, cite.at, length(cite.key) + 1})
                    .with("value", cite.key)
                    .with("field", record_.kind->fields[*record_.kind->sources].name)
                    .suggest(text::nearest(cite.key, keys_).value_or("")));
  }

  const schema::Record& record_;
  Report& report_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, bool> cited_;
  std::size_t unknown_ = 0;
};

}  // namespace

void check_citations(const schema::Record& record, Report& report) {
  if (record.kind->sources) CitationChecker(record, report).run();
}

}  // namespace katern::check
