#include "schema/template_name.h"

#include "schema/places.h"
#include "templating/library.h"

namespace katern::schema {

void check_template_name(const parse::Node& name, std::string_view file, Report& report) {
  if (name.kind != parse::Node::Kind::scalar || templating::is_html_template(name.text)) return;
  report.add(Diagnostic(Code::kind_template_not_html, place_of(file, name)).with("name", shown(name.text)));
}

}  // namespace katern::schema
