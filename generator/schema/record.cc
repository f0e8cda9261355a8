#include "schema/record.h"

#include <algorithm>
#include <utility>

#include "schema/list_mistakes.h"
#include "schema/object_reader.h"
#include "schema/places.h"
#include "schema/scalar.h"
#include "schema/schema.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;

void refuse_folder(const Schema& schema, const std::string& path, Report& report) {
  std::vector<std::string> folders;
  for (const auto& kind : schema.kinds()) folders.push_back(kind->folder);
  const std::size_t start = path.find('/') + 1;
  const std::size_t end = path.rfind('/');
  const std::string folder = end > start ? path.substr(start, end - start) : std::string();
  report.add(Diagnostic(Code::entry_without_kind, Place{path, {}, 0})
                 .with("choices", joined(folders))
                 .suggest(text::nearest(folder, folders).value_or("")));
}

std::string file_stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

/// Reads one entry; holds what its steps share.
class RecordReader {
 public:
  RecordReader(const Schema& schema, const Kind& kind, parse::Document& document, const ReadOptions& options,
               Report& report)
      : schema_(schema),
        kind_(kind),
        document_(document),
        options_(options),
        report_(report),
        reader_(document.path, options, unresolved_, report) {
    record_.kind = &kind;
    record_.path = document.path;
    record_.data = std::make_unique<Shaped>(kind.shape);
  }

  /// Nothing when the front matter does not fit. A mistake in a component leaves the entry usable.
  std::optional<Record> read() {
    const std::vector<std::string> misspelt = refuse_unknown_fields();
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      reader_.set_top_field(i);
      const Field& field = kind_.fields[i];
      const bool told = document_.front_matter.find(field.name) == nullptr &&
                        std::find(misspelt.begin(), misspelt.end(), field.name) != misspelt.end();
      Value& slot = record_.data->slot(kind_.field_slot(i));
      record_.positions.push_back(told ? Position{} : reader_.read_field(field, document_.front_matter, {}, slot));
    }
    read_slug();
    if (report_.has_errors()) return std::nullopt;
    read_components();
    record_.references = std::move(unresolved_.references);
    record_.attachments = std::move(unresolved_.attachments);
    record_.markdown_fields = std::move(unresolved_.markdown_fields);
    record_.ruled_objects = std::move(unresolved_.ruled_objects);
    record_.itemised_lists = std::move(unresolved_.itemised_lists);
    record_.sources = std::move(unresolved_.sources);
    record_.body = std::move(document_.body);
    return std::move(record_);
  }

 private:
  // Gives the fields that were meant: those are not missing as well.
  std::vector<std::string> refuse_unknown_fields() {
    std::vector<std::string> names;
    std::vector<std::string> meant;
    for (const Field& field : kind_.fields) names.push_back(field.name);
    for (const Node::Member& member : document_.front_matter.members) {
      if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
      Diagnostic found = unknown_field(member, names);
      if (!found.suggestion.empty()) meant.push_back(found.suggestion);
      report_.add(std::move(found));
    }
    return meant;
  }

  Diagnostic unknown_field(const Node::Member& member, const std::vector<std::string>& names) const {
    const Place place = place_of_key(document_.path, member);
    const auto near = text::nearest(member.key, names);
    const std::vector<const Kind*> others = schema_.with_field(member.key);
    if (others.empty() || near) {
      return Diagnostic(Code::field_unknown, place)
          .with("field", shown(member.key))
          .suggest(near.value_or(""))
          .mend(line_with_list(near.value_or(""), member.value, member.key_at.line));
    }
    std::vector<std::string> labels;
    for (const Kind* other : others) labels.push_back(text::lower(other->label_one));
    return Diagnostic(Code::field_of_other_kind, place)
        .with("field", member.key)
        .with("other", joined(labels))
        .with("kind", text::lower(kind_.label_one));
  }

  // The line for a value that a list was meant to hold: with the right name alone it would still be wrong.
  std::string line_with_list(std::string_view name, const Node& value, std::uint32_t line) const {
    const auto field =
        std::find_if(kind_.fields.begin(), kind_.fields.end(), [&](const Field& known) { return known.name == name; });
    if (field == kind_.fields.end() || !field->items || field->type != FieldType::list) return {};
    if (value.kind != Node::Kind::scalar || value.is_empty() || value.at.line != line) return {};
    if (!value.items.empty() || value.text.find('\n') != value.text.npos) return {};
    return field->name + ": [" + items_in(*field->items, value.text, options_.zone) + "]";
  }

  void read_slug() {
    if (const auto field = kind_.role(Role::slug)) {
      const Value& slug = record_.data->slot(kind_.field_slot(*field));
      if (slug.is_string()) {
        take_slug(*field, slug.as_string());
        return;
      }
    }
    const std::string title = title_so_far();
    record_.slug = text::slugify(title);
    if (!record_.slug.empty()) return;
    report_.add(Diagnostic(Code::entry_slug_missing, Place{document_.path, document_.front_matter.at, 0})
                    .with("value", shown(title))
                    .with("example", slug_example()));
  }

  void take_slug(std::size_t field, std::string_view slug) {
    record_.slug = slug;
    if (text::is_slug(slug)) return;
    report_.add(Diagnostic(Code::field_not_slug, Place{document_.path, record_.positions[field], 0})
                    .with("value", shown(slug))
                    .with("example", slug_example(slug)));
  }

  std::string slug_example(std::string_view slug = {}) const {
    const auto field = kind_.role(Role::slug);
    std::string better = text::slugify(slug);
    if (better.empty()) better = text::slugify(file_stem(document_.path));
    return (field ? kind_.fields[*field].name : "slug") + ": " + (better.empty() ? "korte-naam" : better);
  }

  // A title that is made from other entries is not there yet; the file's name then stands for it.
  std::string title_so_far() {
    if (const auto field = kind_.role(Role::title)) {
      const Value& title = record_.data->slot(kind_.field_slot(*field));
      return title.is_string() ? std::string(title.as_string()) : file_stem(document_.path);
    }
    if (!kind_.title || kind_.title_follows_references || report_.has_errors()) return file_stem(document_.path);
    const templating::Scope scope{{Value::lend(*record_.data)}};
    return kind_.title->render(scope, document_.path, report_).value_or(file_stem(document_.path));
  }

  void read_components() {
    for (const parse::Component& component : document_.body.components) {
      record_.components.emplace_back();
      const auto type = std::find_if(options_.components.begin(), options_.components.end(),
                                     [&](const ComponentType& known) { return known.name == component.name; });
      if (type == options_.components.end()) continue;
      reader_.set_top_field(kNoField);
      reader_.read_object(type->data, component.data, {}, record_.components.back());
    }
  }

  const Schema& schema_;
  const Kind& kind_;
  parse::Document& document_;
  const ReadOptions& options_;
  Report& report_;
  Unresolved unresolved_;
  ObjectReader reader_;
  Record record_;
};

}  // namespace

std::optional<Record> read_record(const Schema& schema, parse::Document document, Report& report,
                                  const ReadOptions& options) {
  const Kind* kind = schema.of_path(document.path);
  if (kind == nullptr) {
    if (schema.is_whole()) refuse_folder(schema, document.path, report);
    return std::nullopt;
  }
  if (document.front_matter.kind != Node::Kind::mapping) {
    const std::string example = kind->fields.empty() ? "titel: …" : example_of(kind->fields.front());
    report.add(
        Diagnostic(Code::entry_not_fields, Place{document.path, document.front_matter.at, 0}).with("example", example));
    return std::nullopt;
  }
  Report findings;
  std::optional<Record> record = RecordReader(schema, *kind, document, options, findings).read();
  report.merge(std::move(findings));
  return record;
}

}  // namespace katern::schema
