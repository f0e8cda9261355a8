// Writing a value takes no memory of its own: neither the expression nor the loop, the condition and the escaping
// around it. Counted as what a loop of many turns takes beyond one of few.

#define KATERN_COUNT_ALLOCATIONS
#include "bench/allocations.h"

#include "support/catch.h"
#include "unit/templating/fixture.h"

namespace katern::templating {
namespace {

constexpr const char* kData = R"json({
  "few": [1, 2], "many": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24],
  "page": {"title": "Een titel die niet in de waarde zelf past, en <b>", "url": "/berichten/een/", "author": {"name": "Ellen"},
           "none": null, "tags": ["a", "b"]}
})json";

std::size_t allocations_for(const std::string& body, const char* items, const std::string& head = {}) {
  const Registry registry = Registry::standard();
  Report report;
  const std::string text = head + "{% for i in " + std::string(items) + " %}" + body + "{% endfor %}";
  const Library library = Library::compile({{"a.html", "a.html", text}}, registry, report);
  const Value data = *from_json(kData);
  const Scope scope{{data.borrow()}};
  std::string out;
  library.render("a.html", scope, {}, out, report);
  REQUIRE(report.empty());
  out.clear();
  const std::size_t before = allocations;
  library.render("a.html", scope, {}, out, report);
  return allocations - before;
}

TEST_CASE("An output takes no allocation") {
  for (const char* body : {
           "{{ i }}",
           "<p>{{ page.title }}</p>",
           "<a href=\"{{ page.url }}\" title=\"{{ page.title }}\">{{ page.author.name }}</a>",
           "<a href=\"/t/{{ page.url }}\">{{ page.none }}</a>",
           "{{ page['title'] }}{{ page.tags[0] }}",
           "{{ loop.index }}{{ loop.first }}{{ loop.length }}",
           "{% if page.author %}{{ page.author.name }}{% elif i > 3 %}{{ i + 1 }}{% endif %}",
           "{% if page.tags and not page.none and page.url == '/' %}x{% endif %}{{ 'a' if loop.last else 'b' }}",
           "{{ page.tags | length }}{{ page.title | default('-') }}{{ page.tags | first }}",
           "{% if page.title is string and page.tags is defined and i is odd %}{{ page.title }}{% endif %}",
           "{% set t = page.title %}{{ t }}{% with u = t %}{{ u }}{% endwith %}",
           "{% for tag in page.tags %}{{ tag }}{% endfor %}",
       }) {
    INFO(body);
    CHECK(allocations_for(body, "many") == allocations_for(body, "few"));
  }
}

TEST_CASE("A call of a macro takes no allocation once another has been made") {
  const std::string macro = "{% macro m(a, b='x') %}<b>{{ a }}{{ b }}</b>{% endmacro %}";
  for (const char* body : {"{{ m(page.title) }}", "{{ m(i, b=page.url) }}", "{{ m(a=i) }}{{ m(1, 2) }}"}) {
    INFO(body);
    CHECK(allocations_for(body, "many", macro) == allocations_for(body, "few", macro));
  }
}

}  // namespace
}  // namespace katern::templating
