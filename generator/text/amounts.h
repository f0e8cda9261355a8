#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace katern::text {

/// Digits in groups of three with a full stop between them: 1.234.567.
std::string grouped(std::string_view digits);

/// An amount as Dutch writes it, with a space that does not break after the currency: € 2.000, € 1.234,50. Cents are
/// written only where there are some; a fraction of one is rounded.
/// `currency`: an ISO 4217 code; EUR, USD and GBP are written as their sign.
std::string money_in_words(double amount, std::string_view currency = "EUR");

/// The sign of a currency, such as €; empty where only its code is written.
std::string_view currency_sign(std::string_view code);

/// 1 uur en 30 minuten; 1 hour and 30 minutes. `nl` is known, anything else is taken as English.
std::string duration_in_words(std::int64_t seconds, std::string_view language = "nl");
/// As a clock counts: 4:30, 1:04:30.
std::string duration_on_clock(std::int64_t seconds);
/// ISO 8601, for machines: PT1H30M.
std::string iso_duration(std::int64_t seconds);

}  // namespace katern::text
