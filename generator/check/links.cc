#include "model/links.h"

#include <optional>
#include <vector>

#include "check/checks.h"
#include "text/words.h"

namespace katern::check {
namespace {

using model::LinkTarget;

bool has_heading(const parse::Body& body, std::string_view id) {
  for (const parse::Heading& heading : body.headings) {
    if (heading.id == id) return true;
  }
  return false;
}

void check_anchor(const parse::Body& body, const parse::Link& link, const std::string& file, Report& report) {
  if (link.fragment.empty() || has_heading(body, link.fragment)) return;
  std::vector<std::string> ids;
  for (const parse::Heading& heading : body.headings) ids.push_back(heading.id);
  report.add(Diagnostic(Code::link_anchor_unknown, Place{file, link.at, 0})
                 .with("fragment", link.fragment)
                 .suggest(text::nearest(link.fragment, ids).value_or("")));
}

// Editors mistype names more often than folders: the nearest file in any folder, written as it was looked for.
std::string nearest_file(const model::Site& site, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  std::vector<std::string> neighbours;
  for (const schema::Record& record : site.records) {
    if (record.path.starts_with(folder)) neighbours.push_back(record.path.substr(folder.size()));
  }
  return text::nearest(path.substr(folder.size()), neighbours).value_or("");
}

std::optional<Code> finding_of(LinkTarget::Kind kind) {
  switch (kind) {
    case LinkTarget::Kind::hidden: return Code::link_to_hidden;
    case LinkTarget::Kind::no_page: return Code::link_to_no_page;
    case LinkTarget::Kind::outside: return Code::link_outside;
    case LinkTarget::Kind::nothing: return Code::link_to_nothing;
    case LinkTarget::Kind::external:
    case LinkTarget::Kind::same_page:
    case LinkTarget::Kind::entry:
    case LinkTarget::Kind::media:
    case LinkTarget::Kind::page: return std::nullopt;
  }
  return std::nullopt;
}

void check_links_in(const parse::Body& body, const model::Site& site, const schema::Record& record, Report& report) {
  for (const parse::Link& link : body.links) {
    const LinkTarget target = model::resolve_link(site, record.path, link);
    if (const auto code = finding_of(target.kind)) {
      Diagnostic finding = Diagnostic(*code, Place{record.path, link.at, 0}).with("target", link.target);
      if (*code == Code::link_to_nothing) finding.suggestion = nearest_file(site, target.path);
      report.add(std::move(finding));
    } else if (target.kind == LinkTarget::Kind::same_page) {
      check_anchor(record.body, link, record.path, report);
    } else if (target.kind == LinkTarget::Kind::entry) {
      check_anchor(site.records[target.record].body, link, record.path, report);
    }
  }
}

}  // namespace

void check_links(const model::Site& site, const schema::Record& record, Report& report) {
  check_links_in(record.body, site, record, report);
  for (const schema::MarkdownField& field : record.markdown_fields) check_links_in(field.body, site, record, report);
}

}  // namespace katern::check
