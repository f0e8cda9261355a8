#include "citations/bibliography.h"

#include "sources.h"
#include "support/catch.h"

using namespace katern;
using namespace katern::citations;

namespace {

const text::Collator& collator() {
  static const text::Collator collator;
  return collator;
}

Item book(std::string_view authors, std::string_view year, std::string_view title = "Leren") {
  if (year.empty()) return source("book", {{"author", authors}, {"title", title}});
  return source("book", {{"author", authors}, {"issued", year}, {"title", title}});
}

/// The sources with all that can be asked of them; keeps them.
struct Text {
  std::vector<Item> items;
  Bibliography list;

  explicit Text(std::vector<Item> sources, const Style& style = {})
      : items(std::move(sources)), list(items, style, collator()) {}

  std::string cited(std::vector<Cite> cites) const {
    std::string out;
    for (const CitedText& text : list.parenthetical(cites)) out += text.before + text.label.plain() + text.after;
    return out;
  }
  std::string all() const {
    std::vector<Cite> cites;
    for (std::size_t i = 0; i < items.size(); ++i) cites.push_back({i, {}, {}, false});
    return cited(cites);
  }
  std::string said(std::size_t item, std::string_view suffix = {}) const {
    const CitedText text = list.narrative({item, {}, suffix, false});
    return text.before + text.label.plain() + text.after;
  }
  std::vector<std::string> titles() const {
    std::vector<std::string> out;
    for (const std::size_t i : list.order()) out.emplace_back(items[i].text(TextVariable::title));
    return out;
  }
};

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("8.17 authors in running text: one, two, and et al. from three on") {
  CHECK(Text({book("Jansen, A.", "2020")}).all() == "(Jansen, 2020)");
  CHECK(Text({book("Jansen, A.; Vries, B. de", "2020")}).all() == "(Jansen & De Vries, 2020)");
  CHECK(Text({book("Jansen, A.; Bos, B.; Mol, C.", "2021")}).all() == "(Jansen et al., 2021)");
  CHECK(Text({book("Jansen, A.; Vries, B. de", "2020")}).said(0) == "Jansen en De Vries (2020)");
  CHECK(Text({book("Jansen, A.; Bos, B.; Mol, C.", "2021")}).said(0) == "Jansen et al. (2021)");
  CHECK(Text({book("Jansen, A.; Bos, B.", "2021")}, {"en", "“”"}).said(0) == "Jansen and Bos (2021)");
}

TEST_CASE("8.21 an organisation is named in full") {
  CHECK(Text({book("Ministerie van OCW", "2020")}).all() == "(Ministerie van OCW, 2020)");
  CHECK(Text({book("MBO Raad; Jansen, A.", "2020")}).said(0) == "MBO Raad en Jansen (2020)");
}

TEST_CASE("8.14 without an author the title is named: in italics when it stands alone, else in quotation marks") {
  const Text text(
      {source("book", {{"issued", "2020"}, {"title", "Leren"}}),
       source("article-newspaper",
              {{"issued", "2020"}, {"title", "Leren op maat: een verkenning"}, {"title-short", "Leren op maat"}})});
  CHECK(text.list.parenthetical(std::vector<Cite>{{0, {}, {}, false}}).front().label.html() == "<em>Leren</em>, 2020");
  CHECK(text.cited({{1, {}, {}, false}}) == "(“Leren op maat”, 2020)");
}

TEST_CASE("8.15 a date that is not there, or yet to come") {
  Item pressed = book("Jansen, A.", "");
  pressed.set(TextVariable::status, "in druk");
  CHECK(Text({book("Jansen, A.", "")}).all() == "(Jansen, z.d.)");
  CHECK(Text({pressed}).said(0) == "Jansen (in druk)");
  CHECK(Text({book("Jansen, A.", "")}, {"en", "“”"}).all() == "(Jansen, n.d.)");
}

TEST_CASE("8.12 sources between the same brackets stand in the order of the list") {
  const Text text({book("Smit, C.", "2018"), book("Bos, A.", "2020"), book("van den Berg, E.", "2019")});
  CHECK(text.all() == "(Van den Berg, 2019; Bos, 2020; Smit, 2018)");
}

TEST_CASE("8.12 works of the same authors are named once, by year") {
  const Text text({book("Bos, A.", "2020"), book("Bos, A.", "2018"), book("Bos, A.; Mol, B.", "2017")});
  CHECK(text.all() == "(Bos, 2018, 2020; Bos & Mol, 2017)");
}

TEST_CASE("8.12 who writes words before a source keeps the order that was chosen") {
  const Text text({book("Smit, C.", "2018"), book("Bos, A.", "2020")});
  CHECK(text.cited({{0, "zie", {}, false}, {1, "ook", {}, false}}) == "(zie Smit, 2018; ook Bos, 2020)");
}

TEST_CASE("8.13 a part of a source") {
  const Text text({book("Jansen, A.", "2020")});
  CHECK(text.cited({{0, {}, "p. 12", false}}) == "(Jansen, 2020, p. 12)");
  CHECK(text.cited({{0, {}, "pp. 3-7", false}}) == "(Jansen, 2020, pp. 3–7)");
  CHECK(text.cited({{0, {}, "12", false}}) == "(Jansen, 2020, p. 12)");
  CHECK(text.cited({{0, {}, "p. 12-14", false}}) == "(Jansen, 2020, pp. 12–14)");
  CHECK(text.cited({{0, {}, "hoofdstuk 3", false}}) == "(Jansen, 2020, hoofdstuk 3)");
  CHECK(text.said(0, "p. 12") == "Jansen (2020, p. 12)");
}

TEST_CASE("8.11 an author that the text names itself is left out of the brackets") {
  CHECK(Text({book("Jansen, A.", "2020")}).cited({{0, {}, {}, true}}) == "(2020)");
}

TEST_CASE("8.18 where et al. would make two sources look alike, names are added") {
  const Text text({book("Jansen, A.; Bos, B.; Mol, C.; Vos, D.; Pot, E.", "2020"),
                   book("Jansen, A.; Bos, B.; Smit, C.; Vos, D.; Pot, E.", "2020")});
  CHECK(text.cited({{0, {}, {}, false}}) == "(Jansen, Bos, Mol, et al., 2020)");
}

TEST_CASE("8.18 et al. stands for more than one") {
  const Text text({book("Jansen, A.; Bos, B.; Mol, C.", "2020"), book("Jansen, A.; Bos, B.; Pot, E.", "2020")});
  CHECK(text.cited({{0, {}, {}, false}}) == "(Jansen, Bos, & Mol, 2020)");
  CHECK(text.said(1) == "Jansen, Bos en Pot (2020)");
}

TEST_CASE("8.19 works of one author in one year get letters, in the order of their titles without articles") {
  const Text text({book("Bos, A.", "2020", "Werken"), book("Bos, A.", "2020", "De aanpak"), book("Bos, A.", "2019")});
  CHECK(text.cited({{0, {}, {}, false}}) == "(Bos, 2020b)");
  CHECK(text.said(1) == "Bos (2020a)");
  CHECK(text.cited({{2, {}, {}, false}}) == "(Bos, 2019)");
  CHECK(text.list.reference(0).plain() == "Bos, A. (2020b). Werken.");
  CHECK(text.cited({{0, {}, {}, false}, {1, {}, {}, false}}) == "(Bos, 2020a, 2020b)");
}

TEST_CASE("9.47 of two works the day counts where the list writes it, and else the title") {
  const Text books({book("Vos, A.", "2021-03", "De aap"), book("Vos, A.", "2021", "Een beer")});
  CHECK(books.list.reference(0).plain() == "Vos, A. (2021a). De aap.");
  CHECK(books.list.reference(1).plain() == "Vos, A. (2021b). Een beer.");
  const auto article = [](std::string_view day, std::string_view title) {
    return source("article-newspaper", {{"author", "Vos, A."}, {"issued", day}, {"title", title}});
  };
  const Text articles({article("2021-03-05", "Aap"), article("2021-03-04", "Beer"), article("2021", "Das")});
  CHECK(articles.list.reference(0).plain() == "Vos, A. (2021c, 5 maart). Aap.");
  CHECK(articles.list.reference(1).plain() == "Vos, A. (2021b, 4 maart). Beer.");
  CHECK(articles.list.reference(2).plain() == "Vos, A. (2021a). Das.");
}

TEST_CASE("9.47 a talk stands where the days of its conference put it") {
  const auto talk = [](std::string_view days, std::string_view title) {
    return source("speech", {{"author", "Vos, A."}, {"issued", "2021"}, {"event-date", days}, {"title", title}});
  };
  const Text talks({talk("2021-05-02", "Aap"), talk("2021-04-01", "Beer")});
  CHECK(talks.said(0) == "Vos (2021b)");
  CHECK(talks.said(1) == "Vos (2021a)");
}

TEST_CASE("8.19 works without a date get letters as well") {
  const Text text({book("Bos, A.", "", "Werken"), book("Bos, A.", "", "Aanpak")});
  CHECK(text.said(0) == "Bos (z.d.-b)");
}

TEST_CASE("8.20 first authors of one family name have their initials before it") {
  const Text text({book("van den Berg, E.", "2020"), book("van den Berg, F.", "2018"), book("Bos, A.", "2019")});
  CHECK(text.cited({{0, {}, {}, false}}) == "(E. van den Berg, 2020)");
  CHECK(text.said(1) == "F. van den Berg (2018)");
  CHECK(text.cited({{2, {}, {}, false}}) == "(Bos, 2019)");
}

TEST_CASE("9.44 the list is in the order of head words, prefixes and accents aside") {
  const Text text({book("van den Berg, E.", "2020", "2"), book("Zwart, A.", "2020", "5"),
                   book("Bakker, A.", "2020", "1"), book("Éénhoorn, A.", "2020", "4"), book("De Een", "2020", "3")});
  CHECK(text.titles() == Titles{"1", "2", "3", "4", "5"});
}

TEST_CASE("9.45 nothing comes before something") {
  const Text text({book("Bergen, A.", "2020", "2"), book("Berg, Z.", "2020", "1")});
  CHECK(text.titles() == Titles{"1", "2"});
}

TEST_CASE("9.46 one author before several, older before newer, no date first, in press last") {
  Item pressed = book("Bos, A.", "", "4");
  pressed.set(TextVariable::status, "in druk");
  const Text text({book("Bos, A.; Mol, B.", "2010", "5"), pressed, book("Bos, A.", "2020", "3"),
                   book("Bos, A.", "2018", "2"), book("Bos, A.", "", "1")});
  CHECK(text.titles() == Titles{"1", "2", "3", "4", "5"});
}

TEST_CASE("9.49 a source without an author stands at its title, without the article") {
  const Text text(
      {source("book", {{"title", "De kunst"}}), book("Mol, A.", "2020", "Later"), book("Bos, A.", "2020", "Eerder")});
  CHECK(text.titles() == Titles{"Eerder", "De kunst", "Later"});
}
