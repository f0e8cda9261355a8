#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostics/report.h"
#include "model/scope.h"
#include "schema/record.h"

namespace katern::model {

/// The path of a base URL: "https://voorbeeld.nl/map" has "/map", a bare host has none.
std::string prefix_of(std::string_view base_url);

/// Who has which address. Addresses are site paths, with the prefix; two are the same when one file would be written
/// for both (/a/ and /a/index.html), and no file can be where another one's folder is.
class Addresses {
 public:
  /// False, and a finding that names both, when the address is somebody's already. It stands with the owner, but with an
  /// entry sooner than with a kind or the settings, since who adds an entry cannot change those.
  bool claim(const std::string& url, const Place& owner, Report& report);
  /// Everything below a folder, which ends in a slash.
  void claim_folder(std::string folder, const Place& owner);
  /// Null when the address is free.
  const Place* owner(const std::string& url) const;

 private:
  std::unordered_map<std::string, Place> files_;
  std::unordered_map<std::string, Place> folders_;  ///< that hold those files, without the last slash
  std::vector<std::pair<std::string, Place>> whole_folders_;
};

/// "content/berichten/x.md:3", or without the line where there is none.
std::string shown(const Place& place);

/// The site path of the entry's page, empty where its kind has no pages or the pattern gave no address, which is a
/// finding.
std::string make_url(const schema::Record& record, std::string_view prefix, EntryScope& scope, Report& report);

}  // namespace katern::model
