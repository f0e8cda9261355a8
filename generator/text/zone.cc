#include "text/zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

namespace katern::text {

bool is_zone(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  return zone != nullptr && *zone != icu::TimeZone::getUnknown();
}

}  // namespace katern::text
