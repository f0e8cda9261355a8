#include "check/checks.h"
#include "text/words.h"

namespace katern::check {

void check_headings(const schema::Record& record, Report& report) {
  unsigned above = 1;  // the page's own title
  for (const parse::Heading& heading : record.body.headings) {
    if (heading.level > above + 1) {
      const std::string text = text::collapse_spaces(heading.text);
      const std::string hashes(above + 1, '#');
      Diagnostic finding = Diagnostic(Code::heading_level_skipped, Place{record.path, heading.at, 0})
                               .with("text", text)
                               .with("from", above)
                               .with("to", heading.level)
                               .with("right", above + 1)
                               .with("hashes", hashes);
      // A line without what it cites is not how it should be.
      if (heading.citations.empty()) finding.mended_line = hashes + ' ' + text;
      report.add(std::move(finding));
    }
    above = heading.level;
  }
}

}  // namespace katern::check
