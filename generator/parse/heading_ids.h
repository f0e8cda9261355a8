#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace katern::parse {

/// Hands out ids that are unique on a page: opbrengst, opbrengst-2, …
class HeadingIds {
 public:
  HeadingIds(std::string_view prefix, const std::vector<std::string>& reserved);

  std::string make(std::string_view text);

 private:
  std::string prefix_;
  std::unordered_map<std::string, unsigned> used_;  ///< with the number that was tried last
};

}  // namespace katern::parse
