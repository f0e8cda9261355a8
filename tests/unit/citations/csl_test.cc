#include "citations/csl.h"

#include "citations/names.h"
#include "sources.h"
#include "support/catch.h"
#include "value/dict.h"

using namespace katern;
using namespace katern::citations;

TEST_CASE("a source is made from values of the site") {
  Item item;
  const Value person = make_dict({{"voornaam", Value::string("Ellen")},
                                  {"tussenvoegsel", Value::string("van den")},
                                  {"achternaam", Value::string("Berg")}});
  const Value school = make_dict({{"naam", Value::string("ROC Voorbeeld")}});
  CHECK_FALSE(set_from_value(item, "type", Value::string("report")));
  CHECK_FALSE(set_from_value(item, "author", Value::list({person, school, Value::string("Bos, A.")})));
  CHECK_FALSE(set_from_value(item, "issued", Value(2024)));
  CHECK_FALSE(set_from_value(item, "publisher", school));
  CHECK_FALSE(set_from_value(item, "publisher", Value::list({school, Value::string("Boom")})));
  CHECK(item.text(TextVariable::publisher) == "ROC Voorbeeld; Boom");
  CHECK_FALSE(set_from_value(item, "accessed", Value::string("z.d.")));
  CHECK(item.when(DateVariable::accessed) == nullptr);
  CHECK_FALSE(set_from_value(item, "DOI", Value::string("https://doi.org/10.1000/182")));
  CHECK(item.type == Type::report);
  CHECK(authors_in_list(item.people(NameVariable::author)) == "Berg, E. van den, ROC Voorbeeld, & Bos, A.");
  CHECK(item.when(DateVariable::issued)->from.year == 2024);
  CHECK(item.text(TextVariable::doi) == "10.1000/182");
}

TEST_CASE("a Belgian name keeps its prefix in front") {
  Item item;
  const Value person = make_dict({{"voorletters", Value::string("E.")},
                                  {"tussenvoegsel", Value::string("van den")},
                                  {"achternaam", Value::string("Berg")},
                                  {"land", Value::string("BE")}});
  CHECK_FALSE(set_from_value(item, "author", person));
  CHECK(name_in_list(item.people(NameVariable::author).front()) == "Van den Berg, E.");
}

TEST_CASE("a source as templates see it is read again as it was") {
  const Item item = source("article-journal", {{"id", "a"},
                                               {"author", "van den Berg, E.; MBO Raad"},
                                               {"issued", "2019-03/2020-04-05"},
                                               {"accessed", "1900~"},
                                               {"title", "Leren"},
                                               {"DOI", "10.1000/182"}});
  const auto read = item_from(to_value(item));
  REQUIRE(read.has_value());
  CHECK(read->names == item.names);
  CHECK(read->dates == item.dates);
  CHECK(read->texts == item.texts);
  CHECK_FALSE(item_from(make_dict({{"naam", Value::string("ROC")}})));
  CHECK_FALSE(item_from(Value(3)));
}

TEST_CASE("what is left out sets nothing, and what does not fit is told") {
  Item item;
  CHECK_FALSE(set_from_value(item, "author", Value()));
  CHECK_FALSE(set_from_value(item, "title", Value::string("")));
  CHECK(item.texts.empty());
  CHECK(set_from_value(item, "type", Value::string("boek")) == Misfit::not_text);
  CHECK(set_from_value(item, "author", Value::list({Value(3)})) == Misfit::not_names);
  CHECK(set_from_value(item, "issued", Value::string("vorig jaar")) == Misfit::not_date);
  CHECK(set_from_value(item, "title", Value(1.5)) == Misfit::not_text);
  CHECK(set_from_value(item, "DOI", Value::string("10.1/x")) == Misfit::not_text);
}
