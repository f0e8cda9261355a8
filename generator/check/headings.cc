#include "check/checks.h"

namespace katern::check {

void check_headings(const schema::Record& record, Report& report) {
  unsigned above = 1;  // the page's own title
  for (const parse::Heading& heading : record.body.headings) {
    if (heading.level > above + 1) {
      report.add(Diagnostic(Code::heading_level_skipped, Place{record.path, heading.at, 0})
                     .with("text", heading.text)
                     .with("from", above)
                     .with("to", heading.level)
                     .with("right", above + 1)
                     .with("hashes", std::string(above + 1, '#'))
                     .mend(std::string(above + 1, '#') + ' ' + heading.text));
    }
    above = heading.level;
  }
}

}  // namespace katern::check
