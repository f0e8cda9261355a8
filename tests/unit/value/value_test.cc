#include "value/value.h"

#include <array>
#include <compare>

#include "support/catch.h"
#include "value/dict.h"
#include "value/shaped.h"

using namespace katern;

TEST_CASE("numbers and truth compare as in Python") {
  CHECK(equal(Value(1), Value(1.0)));
  CHECK(equal(Value(true), Value(1)));
  CHECK_FALSE(equal(Value(1), Value::view("1")));
  CHECK(std::is_lt(compare(Value(2), Value(10))));
  CHECK(std::is_gt(compare(Value::view("2"), Value::view("10"))));
  CHECK_FALSE(std::is_lteq(compare(Value(2), Value::view("2"))));
  CHECK_FALSE(std::is_gteq(compare(Value(2), Value::view("2"))));
}

TEST_CASE("a date compares with its ISO text") {
  const Value day(*parse_iso_date("2026-11-22"));
  CHECK(equal(day, Value::view("2026-11-22")));
  CHECK(std::is_lt(compare(day, Value::view("2026-12-01"))));
}

TEST_CASE("what is empty is not true") {
  CHECK_FALSE(Value().truthy());
  CHECK_FALSE(Value::view("").truthy());
  CHECK_FALSE(Value::list({}).truthy());
  CHECK_FALSE(Value(0.0).truthy());
  CHECK(Value::view("0").truthy());
}

TEST_CASE("elements of an owned list outlive the list") {
  Value element;
  {
    const Value list = Value::list({Value::string("een tekst die niet in zestien bytes past")});
    element = list.at(0);
  }
  CHECK(element.as_string() == "een tekst die niet in zestien bytes past");
}

TEST_CASE("elements of a borrowed list are borrowed") {
  const Value list = Value::list({Value::string("tekst")});
  CHECK(list.at(0).owned());
  CHECK_FALSE(list.borrow().at(0).owned());
  CHECK(list.borrow().at(0).as_string() == "tekst");
}

TEST_CASE("an object answers undefined with the name that was looked for") {
  const Value object = make_dict({{"titel", Value::string("Katern")}});
  CHECK(object.get("titel").as_string() == "Katern");
  CHECK(object.get("titl").is_undefined());
  CHECK(object.get("titl").undefined_name() == "titl");
}

TEST_CASE("a dict of many keys keeps their order and finds each") {
  Dict dict;
  for (int i = 0; i < 1000; ++i) dict.set("sleutel-" + std::to_string(i), Value(i));
  dict.set("sleutel-7", Value(-7));
  REQUIRE(dict.size() == 1000);
  CHECK(dict.key_at(999) == "sleutel-999");
  for (int i = 0; i < 1000; ++i) {
    const Value* found = dict.find(Name("sleutel-" + std::to_string(i)));
    REQUIRE(found != nullptr);
    CHECK(found->as_integer() == (i == 7 ? -7 : i));
  }
  CHECK(dict.find("sleutel-1000") == nullptr);
}

TEST_CASE("a slot that was not set is none and a name without a slot is undefined") {
  auto shape = std::make_shared<Shape>();
  shape->add("website");
  const Value entry = Value::adopt(new Shaped(shape));
  CHECK(entry.get("website").is_none());
  CHECK(entry.get("webiste").is_undefined());
}

TEST_CASE("the items of a tuple may have names") {
  static constexpr std::array<std::string_view, 2> kNames = {"grouper", "list"};
  auto* pair = new List({Value(1), Value(2)}, true);
  pair->names = kNames;
  const Value tuple = Value::adopt(pair);
  CHECK(tuple.get("list").as_integer() == 2);
  CHECK(tuple.get("other").is_undefined());
  CHECK(Value::list({Value(1)}).get("grouper").is_undefined());
}

TEST_CASE("objects that refer to each other in circles can be compared") {
  Dict an;
  Dict bo;
  an.set("friend", Value::lend(bo));
  bo.set("friend", Value::lend(an));
  CHECK(equal(Value::lend(an), Value::lend(an)));
  CHECK_FALSE(equal(Value::lend(an), Value::lend(bo)));

  Dict many;
  Dict others;
  const Value list = Value::list(std::vector<Value>(50, Value::lend(others)));
  many.set("friends", list);
  others.set("friends", Value::list(std::vector<Value>(50, Value::lend(many))));
  CHECK_FALSE(equal(Value::lend(many), Value::lend(others)));
  many.set("friends", Value());
}
