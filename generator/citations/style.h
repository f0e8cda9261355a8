#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace katern::citations {

/// The language of the site, and its quotation marks.
struct Style {
  std::string_view language = "nl";  ///< nl or en; anything else is taken as en
  std::string_view quotes = "“”";    ///< opening and closing
};

/// The words that APA puts between what a source brings.
struct Terms {
  std::string_view conjunction;  ///< in running text: Jansen en De Vries
  std::string_view in;           ///< In E. Bos (Red.), …
  std::string_view no_date;
  std::string_view in_press;
  std::string_view in_preparation;
  std::string_view submitted;
  std::string_view circa;
  std::string_view editor;
  std::string_view editors;
  std::string_view translator;
  std::string_view director;
  std::string_view directors;
  std::string_view volume;
  std::string_view report_number;
  std::string_view article_number;
  std::string_view page;
  std::string_view pages;
  std::string_view version;
  std::string_view retrieved;  ///< {date} stands for the day; the address follows
  std::string_view thesis;
  std::string_view paper;
  std::string_view speech;
  std::string_view film;
  std::string_view video;
  std::string_view broadcast;
  std::string_view dataset;
  std::string_view software;
  std::string_view manuscript_in_preparation;
  std::string_view manuscript_submitted;
  std::string_view manuscript;
};

/// How far a work is on its way to its readers.
enum class State { published, in_press, in_preparation, submitted };
/// Of CSL's `status`, in Dutch or English: "in druk", "in press". Nothing for other words.
std::optional<State> state_of(std::string_view status);
/// The words that state_of() knows.
std::span<const std::string_view> state_words();

const Terms& terms_of(const Style& style);
bool is_dutch(const Style& style);

/// "2e druk", "2nd ed." for a number; anything else as it is.
std::string edition_in_words(std::string_view edition, const Style& style);
/// "voorjaar" of 1.
std::string_view season_in_words(unsigned season, const Style& style);
/// "3 maart", "maart", "March 3"; empty without a month.
std::string month_and_day(unsigned month, unsigned day, const Style& style);

}  // namespace katern::citations
