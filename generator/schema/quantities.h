#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace katern::schema {

/// Seconds of a duration as ISO 8601 or as people write it: PT1H30M, 1:30:00, 12:30 (minutes and seconds), 90 min,
/// 1 uur en 30 minuten, 1,5 uur. Nothing for anything else, for a fraction of a second, for months and years, which
/// have no fixed length, and for more than thirty years.
std::optional<std::int64_t> parse_duration(std::string_view text);

/// An amount of money as somebody wrote it.
struct Amount {
  enum class Reading {
    good,
    unclear,         ///< 2.000: thousands or decimals
    other_currency,  ///< the sign or the code of another one stands beside it
    none,            ///< no amount
  };

  Reading reading = Reading::none;
  std::int64_t cents = 0;
  std::string mended;  ///< as it should be written, where that is clear
  std::string small;   ///< of an unclear one: the same if its mark stands before decimals
};

/// An amount in a currency (ISO 4217 code): € 2.000, 2.000,50, 2000.50, 2000,-, EUR 2000, 2000 euro. At most a hundred
/// thousand milliard.
Amount parse_amount(std::string_view text, std::string_view currency);

/// A place on the globe (WGS 84), in degrees.
struct Coordinates {
  double latitude = 0;
  double longitude = 0;

  /// Between -90 and 90, and between -180 and 180.
  bool on_globe() const;
};

/// Latitude and longitude with a comma between them: 52.37, 4.89. On the globe or not.
std::optional<Coordinates> parse_coordinates(std::string_view text);

/// What somebody meant who wrote them as people do: 52,37 4,89 or 52.37 4.89. Only for advice.
std::optional<std::string> guess_coordinates(std::string_view text);

}  // namespace katern::schema
