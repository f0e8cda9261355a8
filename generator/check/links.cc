#include "model/links.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "check/checks.h"
#include "files/path.h"
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

// "#a, #b, #c", and no more than an editor wants to read.
std::string first_of(const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 12;
  std::string shown;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) shown += (i == 0 ? "#" : ", #") + ids[i];
  return ids.size() > kShown ? shown + ", …" : shown;
}

void check_anchor(const parse::Body& body, const parse::Link& link, const std::string& file, Report& report) {
  if (link.fragment.empty() || has_heading(body, link.fragment)) return;
  if (body.headings.empty()) {
    report.add(Diagnostic(Code::link_anchor_without_headings, Place{file, link.at, 0}).with("fragment", link.fragment));
    return;
  }
  std::vector<std::string> ids;
  for (const parse::Heading& heading : body.headings) ids.push_back(heading.id);
  report.add(Diagnostic(Code::link_anchor_unknown, Place{file, link.at, 0})
                 .with("fragment", link.fragment)
                 .with("anchors", first_of(ids))
                 .suggest(text::nearest(link.fragment, ids).value_or("")));
}

// The stem of a file and the last step of an old address are the same name: "oud.md" for "/berichten/oud/".
std::string_view last_name(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  path = path.substr(path.rfind('/') + 1);
  return path.substr(0, path.find('.'));
}

// The entry that has this address or this file's name among its old ones; an address says more than a name does.
const schema::Record* moved_from(const model::Site& site, const std::string& target) {
  const bool is_address = target.starts_with('/');
  for (const auto& [old, now] : site.aliases) {
    if (is_address ? old != site.prefix + target && old != site.prefix + target + '/'
                   : last_name(old) != last_name(target)) {
      continue;
    }
    const auto url = std::find(site.urls.begin(), site.urls.end(), now);
    if (url != site.urls.end()) return &site.records[static_cast<std::size_t>(url - site.urls.begin())];
  }
  return nullptr;
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
    case LinkTarget::Kind::nothing:
    case LinkTarget::Kind::faulty:
    case LinkTarget::Kind::external:
    case LinkTarget::Kind::same_page:
    case LinkTarget::Kind::entry:
    case LinkTarget::Kind::media:
    case LinkTarget::Kind::page: return std::nullopt;
  }
  return std::nullopt;
}

Diagnostic about_nothing(const model::Site& site, const std::string& from, const parse::Link& link,
                         const std::string& looked_for) {
  if (const schema::Record* moved = moved_from(site, looked_for)) {
    return Diagnostic(Code::link_to_moved, Place{from, link.at, 0})
        .with("target", link.target)
        .with("now", files::written_from(from, moved->path));
  }
  return Diagnostic(Code::link_to_nothing, Place{from, link.at, 0})
      .with("target", link.target)
      .suggest(nearest_file(site, looked_for));
}

void check_links_in(const parse::Body& body, const model::Site& site, const schema::Record& record, Report& report) {
  for (const parse::Link& link : body.links) {
    const LinkTarget target = model::resolve_link(site, record.path, link);
    if (target.kind == LinkTarget::Kind::nothing) {
      report.add(about_nothing(site, record.path, link, target.path));
    } else if (const auto code = finding_of(target.kind)) {
      report.add(Diagnostic(*code, Place{record.path, link.at, 0}).with("target", link.target));
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
