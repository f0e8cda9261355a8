#include "model/query.h"

#include "library.h"

using namespace katern;
using test::Library;

namespace {

constexpr const char* kPiece = R"(kind: stuk
folder: stukken
url: "/stukken/{{ slug }}/"
roles: {title: titel}
fields:
  titel: {type: string, required: true}
  stand: {type: enum, values: [actief, afgerond]}
  soorten: {type: list, of: {type: enum, values: [kort, lang]}}
)";

const templating::Registry& registry() {
  static const templating::Registry standard = templating::Registry::standard();
  return standard;
}

}  // namespace

TEST_CASE("A question that asks for a choice that its field does not have is told of, with the nearest") {
  Library pieces;
  pieces.kind(kPiece);
  const model::Site& site = pieces.entry("content/stukken/1.md", "titel: Aap\n").build();
  const schema::Kind& kind = *site.records.front().kind;
  Report report;
  CHECK(model::compile_query({"stand == 'actif' or 'lang' in soorten or titel == 'x'", {}, {}}, kind, registry(),
                             report));
  REQUIRE(report.findings().size() == 1);
  CHECK(report.findings().front().code == Code::query_choice_unknown);
  CHECK(report.findings().front().suggestion == "actief");
  CHECK(report.findings().front().severity == Severity::warning);
}
