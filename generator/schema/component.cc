#include "schema/component.h"

#include "schema/data_files.h"
#include "schema/field_loader.h"
#include "schema/kind_draft.h"
#include "schema/mapping.h"

namespace katern::schema {

ComponentType load_component(std::string_view name, std::string_view file, const parse::Node& node, Report& report) {
  ComponentType type{std::string(name), std::string(file), {}};
  type.data.name = name;
  type.data.type = FieldType::object;
  Mapping mapping(node, file, report);
  // Themes know nothing of a site's data, and moments in a component carry no default.
  const DataFiles no_data({});
  if (const parse::Node* fields = mapping.take("fields")) {
    type.data.fields = FieldLoader(file, no_data, "UTC", report, FieldLoader::Expressions::unknown).load_all(*fields);
  }
  refuse_sources_in(type.data, file, report);
  type.data.shape = shape_of(type.data.fields);
  mapping.finish();
  return type;
}

}  // namespace katern::schema
