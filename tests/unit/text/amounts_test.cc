#include "text/amounts.h"

#include "support/catch.h"

using namespace katern;

TEST_CASE("digits stand in groups of three") {
  CHECK(text::grouped("123") == "123");
  CHECK(text::grouped("1234") == "1.234");
  CHECK(text::grouped("1234567") == "1.234.567");
  CHECK(text::grouped("").empty());
}

TEST_CASE("an amount has its sign before it, and cents only where there are some") {
  CHECK(text::money_in_words(2000) == "€\u00A02.000");
  CHECK(text::money_in_words(1234.5) == "€\u00A01.234,50");
  CHECK(text::money_in_words(0.05) == "€\u00A00,05");
  CHECK(text::money_in_words(-12.5) == "€\u00A0-12,50");
  CHECK(text::money_in_words(-0.001) == "€\u00A00");
  CHECK(text::money_in_words(30000, "GBP") == "£\u00A030.000");
  CHECK(text::money_in_words(30000, "SEK") == "SEK\u00A030.000");
}

TEST_CASE("a duration is told in hours, minutes and seconds") {
  CHECK(text::duration_in_words(5400) == "1 uur en 30 minuten");
  CHECK(text::duration_in_words(3661) == "1 uur, 1 minuut en 1 seconde");
  CHECK(text::duration_in_words(36 * 3600) == "36 uur");
  CHECK(text::duration_in_words(0) == "0 seconden");
  CHECK(text::duration_in_words(-60) == "-1 minuut");
  CHECK(text::duration_in_words(7261, "en") == "2 hours, 1 minute and 1 second");
}

TEST_CASE("a duration is also what a clock counts, and what machines read") {
  CHECK(text::duration_on_clock(270) == "4:30");
  CHECK(text::duration_on_clock(3870) == "1:04:30");
  CHECK(text::duration_on_clock(5) == "0:05");
  CHECK(text::iso_duration(5400) == "PT1H30M");
  CHECK(text::iso_duration(5) == "PT5S");
  CHECK(text::iso_duration(0) == "PT0S");
}
