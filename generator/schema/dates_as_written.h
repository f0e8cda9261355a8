#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace katern::schema {

/// What somebody meant who wrote a date as people do: 21-11-2026, 21/11/2026, 21 november 2026. Only for advice: files
/// hold dates as year-month-day.
std::optional<Date> guess_date(std::string_view text);

/// The same for a moment: 18-03-2027 12:00, 2027-03-18 9.30, 18 maart 2027, 12.00 uur. As files hold it, without a zone.
std::optional<std::string> guess_datetime(std::string_view text);

}  // namespace katern::schema
