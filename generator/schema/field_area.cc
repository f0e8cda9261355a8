#include "schema/field_loader.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "schema/quantities.h"

namespace katern::schema {

// The corners of an area, the south-western one first. What is left out is the edge of the map.
void FieldLoader::load_area(Mapping& options, Field& field) const {
  for (const std::string_view key : {"min", "max"}) {
    const auto text = options.text(key);
    if (!text) continue;
    const auto corner = parse_coordinates(*text);
    if (!corner || !corner->on_globe()) {
      report_.add(Diagnostic(Code::config_bound_unfit, place_of(file_, *options.take(key)))
                      .with("key", key)
                      .with("value", shown(*text))
                      .with("example", key == "min" ? "50.7, 3.2" : "53.6, 7.3"));
      continue;
    }
    (key == "min" ? field.fields[0].min : field.fields[0].max) = corner->latitude;
    (key == "min" ? field.fields[1].min : field.fields[1].max) = corner->longitude;
  }
  const auto swapped = [](const Field& degrees) { return *degrees.min > *degrees.max; };
  if (!swapped(field.fields[0]) && !swapped(field.fields[1])) return;
  report_.add(Diagnostic(Code::config_bounds_swapped, options.place())
                  .with("min", options.text_or("min", ""))
                  .with("max", options.text_or("max", "")));
}

}  // namespace katern::schema
