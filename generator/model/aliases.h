#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "model/urls.h"
#include "schema/record.h"

namespace katern::model {

/// Old addresses of entries, and where each leads now. One that is no address, or where something else stands, is a
/// finding. `urls`: by record.
std::map<std::string, std::string, std::less<>> make_aliases(std::span<const schema::Record> records,
                                                             std::span<const std::string> urls, std::string_view prefix,
                                                             Addresses& addresses, Report& report);

/// Looks at the old addresses of entries that are not visible, after those of all that are.
void check_aliases(std::span<const schema::Record> hidden, std::string_view prefix, Addresses& addresses,
                   Report& report);

}  // namespace katern::model
