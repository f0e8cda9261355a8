#include "citations/style.h"

#include <algorithm>
#include <array>

#include "text/dates.h"
#include "text/words.h"

namespace katern::citations {
namespace {

constexpr Terms kDutch{
    .conjunction = "en",
    .in = "In",
    .no_date = "z.d.",
    .in_press = "in druk",
    .in_preparation = "in voorbereiding",
    .submitted = "ingediend",
    .circa = "ca.",
    .editor = "Red.",
    .editors = "Red.",
    .translator = "Vert.",
    .director = "Regisseur",
    .directors = "Regisseurs",
    .volume = "Deel",
    .report_number = "Rapportnr.",
    .article_number = "Artikel",
    .page = "p.",
    .pages = "pp.",
    .version = "Versie",
    .retrieved = "Geraadpleegd op {date}, van ",
    .thesis = "Proefschrift",
    .paper = "Paperpresentatie",
    .speech = "Presentatie",
    .film = "Film",
    .video = "Video",
    .broadcast = "Uitzending",
    .dataset = "Dataset",
    .software = "Computersoftware",
    .manuscript_in_preparation = "Manuscript in voorbereiding",
    .manuscript_submitted = "Manuscript ingediend voor publicatie",
    .manuscript = "Ongepubliceerd manuscript",
};

constexpr Terms kEnglish{
    .conjunction = "and",
    .in = "In",
    .no_date = "n.d.",
    .in_press = "in press",
    .in_preparation = "in preparation",
    .submitted = "submitted",
    .circa = "ca.",
    .editor = "Ed.",
    .editors = "Eds.",
    .translator = "Trans.",
    .director = "Director",
    .directors = "Directors",
    .volume = "Vol.",
    .report_number = "Report No.",
    .article_number = "Article",
    .page = "p.",
    .pages = "pp.",
    .version = "Version",
    .retrieved = "Retrieved {date}, from ",
    .thesis = "Doctoral dissertation",
    .paper = "Paper presentation",
    .speech = "Presentation",
    .film = "Film",
    .video = "Video",
    .broadcast = "Broadcast",
    .dataset = "Data set",
    .software = "Computer software",
    .manuscript_in_preparation = "Manuscript in preparation",
    .manuscript_submitted = "Manuscript submitted for publication",
    .manuscript = "Unpublished manuscript",
};

constexpr std::array<std::string_view, 4> kDutchSeasons{"voorjaar", "zomer", "najaar", "winter"};
constexpr std::array<std::string_view, 4> kEnglishSeasons{"Spring", "Summer", "Fall", "Winter"};

constexpr std::array<std::string_view, 8> kStateWords{"gepubliceerd", "in druk",  "in voorbereiding", "ingediend",
                                                      "published",    "in press", "in preparation",   "submitted"};

std::string_view english_ordinal(std::string_view digits) {
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  if (teen) return "th";
  switch (digits.back()) {
    case '1': return "st";
    case '2': return "nd";
    case '3': return "rd";
    default: return "th";
  }
}

}  // namespace

std::optional<State> state_of(std::string_view status) {
  const std::string word = text::lower(status);
  const auto found = std::find(kStateWords.begin(), kStateWords.end(), word);
  if (found == kStateWords.end()) return std::nullopt;
  return static_cast<State>((found - kStateWords.begin()) % 4);
}

std::span<const std::string_view> state_words() { return kStateWords; }

bool is_dutch(const Style& style) { return style.language == "nl" || style.language.starts_with("nl-"); }

const Terms& terms_of(const Style& style) { return is_dutch(style) ? kDutch : kEnglish; }

std::string edition_in_words(std::string_view edition, const Style& style) {
  const bool number = !edition.empty() && edition.size() < 4 &&
                      std::all_of(edition.begin(), edition.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!number) return std::string(edition);
  if (is_dutch(style)) return std::string(edition) + "e druk";
  return std::string(edition).append(english_ordinal(edition)) + " ed.";
}

std::string_view season_in_words(unsigned season, const Style& style) {
  if (season < 1 || season > 4) return {};
  return (is_dutch(style) ? kDutchSeasons : kEnglishSeasons)[season - 1];
}

std::string month_and_day(unsigned month, unsigned day, const Style& style) {
  // Any leap year has all days; the year itself is not written.
  const auto date = to_date({2000, month, std::max(day, 1U)});
  if (!date) return {};
  const DateTime moment{static_cast<std::int64_t>(date->days) * 86400, 0};
  const std::string name = text::format_date(moment, "%B", is_dutch(style) ? "nl" : "en");
  if (day == 0) return name;
  return is_dutch(style) ? std::to_string(day) + ' ' + name : name + ' ' + std::to_string(day);
}

}  // namespace katern::citations
