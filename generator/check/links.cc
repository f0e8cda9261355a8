#include "model/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "check/checks.h"
#include "files/path.h"
#include "text/words.h"

namespace katern::check {
namespace {

using model::LinkTarget;

/// Looking for near names costs time, and after so many of them in one entry nobody reads on.
constexpr std::size_t kMostSearches = 20;

// "#a, #b, #c", and no more than an editor wants to read.
std::string first_of(const std::vector<std::string>& ids) {
  constexpr std::size_t kShown = 12;
  std::string shown;
  for (std::size_t i = 0; i < ids.size() && i < kShown; ++i) shown += (i == 0 ? "#" : ", #") + ids[i];
  return ids.size() > kShown ? shown + ", …" : shown;
}

// The anchors on the page of an entry, as they stand there.
std::vector<std::string> anchors_of(const schema::Record& record) {
  std::vector<std::string> ids;
  const auto add = [&](const parse::Body& body) {
    for (const parse::Heading& heading : body.headings) ids.push_back(heading.id);
  };
  add(record.body);
  for (const schema::MarkdownField& field : record.markdown_fields) add(field.body);
  return ids;
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
    if (const auto record = site.index_of_url(now)) return &site.records[*record];
  }
  return nullptr;
}

// Editors mistype names more often than folders: the nearest file in the folder that was named.
std::string nearest_file(const model::Site& site, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  std::vector<std::string> neighbours;
  for (const schema::Record& record : site.records) {
    if (record.path.starts_with(folder)) neighbours.push_back(record.path.substr(folder.size()));
  }
  const auto near = text::nearest(path.substr(folder.size()), neighbours);
  return near ? folder + *near : "";
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

/// Looks at all links of one entry.
class LinkChecker {
 public:
  LinkChecker(const model::Site& site, const schema::Record& record, Report& report)
      : site_(site), record_(record), report_(report) {}

  void check(const parse::Body& body) {
    for (const parse::Link& link : body.links) check(link);
  }

 private:
  void check(const parse::Link& link) {
    const LinkTarget target = model::resolve_link(site_, record_.path, link);
    if (target.kind == LinkTarget::Kind::nothing) {
      // What only entries use that are not visible is there nevertheless.
      if (site_.hidden.media_at(target.path) == nullptr) refuse_nothing(link, target.path);
    } else if (const auto code = finding_of(target.kind)) {
      report_.add(about(*code, link));
    } else if (target.kind == LinkTarget::Kind::same_page) {
      check_anchor(record_, link);
    } else if (target.kind == LinkTarget::Kind::entry) {
      check_anchor(site_.records[target.record], link);
    }
  }

  void check_anchor(const schema::Record& entry, const parse::Link& link) {
    if (link.fragment.empty()) return;
    const auto [known, added] = anchors_.try_emplace(&entry);
    Anchors& anchors = known->second;
    if (added) {
      anchors.in_order = anchors_of(entry);
      anchors.ids.insert(anchors.in_order.begin(), anchors.in_order.end());
    }
    if (!anchors.ids.contains(link.fragment)) refuse_anchor(anchors.in_order, link);
  }

  void refuse_anchor(const std::vector<std::string>& ids, const parse::Link& link) {
    const Place place{record_.path, link.at, 0};
    if (ids.empty()) {
      report_.add(Diagnostic(Code::link_anchor_without_headings, place).with("fragment", link.fragment));
      return;
    }
    const bool search = ++searches_ <= kMostSearches;
    report_.add(Diagnostic(Code::link_anchor_unknown, place)
                    .with("fragment", link.fragment)
                    .with("anchors", first_of(ids))
                    .suggest(search ? text::nearest(link.fragment, ids).value_or("") : ""));
  }

  void refuse_nothing(const parse::Link& link, const std::string& looked_for) {
    const bool search = ++searches_ <= kMostSearches;
    if (const schema::Record* moved = search ? moved_from(site_, looked_for) : nullptr) {
      const std::string now = files::written_from(record_.path, moved->path);
      report_.add(about(Code::link_to_moved, link).with("now", now).correct("(" + link.target, "(" + now));
      return;
    }
    if (looked_for.starts_with('/')) {
      report_.add(nothing_at(site_, link.target, Place{record_.path, link.at, 0}, search));
      return;
    }
    const std::string near = search ? nearest_file(site_, looked_for) : "";
    report_.add(
        about(Code::link_to_nothing, link).suggest(near.empty() ? "" : files::written_from(record_.path, near)));
  }

  Diagnostic about(Code code, const parse::Link& link) const {
    return Diagnostic(code, Place{record_.path, link.at, 0}).with("target", link.target);
  }

  /// Of an entry's page.
  struct Anchors {
    std::vector<std::string> in_order;
    std::unordered_set<std::string_view> ids;  ///< the same, to look in
  };

  const model::Site& site_;
  const schema::Record& record_;
  Report& report_;
  std::unordered_map<const schema::Record*, Anchors> anchors_;  ///< of the entries that were linked to so far
  std::size_t searches_ = 0;
};

}  // namespace

void check_links(const model::Site& site, const schema::Record& record, Report& report) {
  LinkChecker checker(site, record, report);
  checker.check(record.body);
  for (const schema::MarkdownField& field : record.markdown_fields) checker.check(field.body);
}

}  // namespace katern::check
