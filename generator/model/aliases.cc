#include "model/aliases.h"

#include "model/builtins.h"
#include "schema/web_names.h"

namespace katern::model {
namespace {

using schema::Record;
using schema::Role;

class AliasMaker {
 public:
  AliasMaker(std::string_view prefix, Addresses& addresses, Report& report)
      : prefix_(prefix), addresses_(addresses), report_(report) {}

  void add(const Record& record, const std::string& url) {
    const Value olds = role_value(record, Role::aliases);
    if (!olds.is_list() || olds.size() == 0) return;
    const Place place = place_of(record, Role::aliases);
    if (url.empty()) report_.add(Diagnostic(Code::alias_without_page, place));
    for (std::size_t i = 0; i < olds.size(); ++i) {
      const Value old = olds.at(i);
      if (old.is_string() && !url.empty()) add(std::string(old.as_string()), url, place);
    }
  }

  std::map<std::string, std::string, std::less<>> aliases;

 private:
  void add(const std::string& old, const std::string& url, const Place& place) {
    if (!schema::is_site_path(old)) {
      report_.add(Diagnostic(Code::alias_invalid, place).with("url", old));
      return;
    }
    std::string from = std::string(prefix_) + old;
    const std::size_t name = from.rfind('/') + 1;
    // "/oud" was a folder's address, "/oud.html" a file's.
    if (name < from.size() && from.find('.', name) == std::string::npos) from += '/';
    if (const Place* owner = addresses_.owner(from)) {
      report_.add(Diagnostic(Code::alias_taken, place).with("url", old).with("other", shown(*owner)));
      return;
    }
    addresses_.claim(from, place, report_);
    aliases.emplace(std::move(from), url);
  }

  std::string_view prefix_;
  Addresses& addresses_;
  Report& report_;
};

}  // namespace

std::map<std::string, std::string, std::less<>> make_aliases(std::span<const Record> records,
                                                             std::span<const std::string> urls, std::string_view prefix,
                                                             Addresses& addresses, Report& report) {
  AliasMaker maker(prefix, addresses, report);
  for (std::size_t i = 0; i < records.size(); ++i) maker.add(records[i], urls[i]);
  return std::move(maker.aliases);
}

void check_aliases(std::span<const Record> hidden, std::string_view prefix, Addresses& addresses, Report& report) {
  AliasMaker maker(prefix, addresses, report);
  // Where the page will stand does not matter here, only whether it will have one.
  for (const Record& record : hidden) maker.add(record, record.kind->url ? record.slug : std::string());
}

}  // namespace katern::model
