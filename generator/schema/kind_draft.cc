#include "schema/kind_draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/field_loader.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "schema/template_name.h"
#include "schema/web_names.h"

namespace katern::schema {
namespace {

using parse::Node;

// Their values are expressions, or hold some: compile_expressions() reads them.
constexpr std::array<std::string_view, 7> kSharedKeys{"uses", "roles", "rules", "sort", "visible_if", "feed_if", "csl"};
constexpr std::array<std::string_view, 3> kOwnKeys{"listings", "entry_feeds", "calendar"};

void load_label(Mapping& mapping, Kind& kind) {
  kind.label_one = kind.label_many = kind.name;
  const Node* label = mapping.take("label");
  if (label == nullptr) return;
  if (label->kind == Node::Kind::scalar) {
    kind.label_one = kind.label_many = label->text;
    return;
  }
  Mapping labels(*label, mapping.file(), mapping.report());
  kind.label_one = labels.text_or("one", kind.name);
  kind.label_many = labels.text_or("many", kind.label_one);
  labels.finish();
}

bool is_folder(std::string_view folder) {
  const std::string_view first = folder.substr(0, folder.find('/'));
  return !folder.empty() && !folder.ends_with('/') && is_site_path("/" + std::string(folder)) &&
         folder.front() != '.' && first != "kinds" && first != "data";
}

void load_folder(Mapping& mapping, Kind& kind) {
  const Node* folder = mapping.require("folder", "folder: " + kind.name);
  if (folder == nullptr) return;
  kind.folder = folder->text;
  if (is_folder(kind.folder)) return;
  mapping.report().add(
      Diagnostic(Code::kind_folder_invalid, place_of(mapping.file(), *folder)).with("folder", shown(kind.folder)));
}

void load_own(Mapping& mapping, Kind& kind) {
  mapping.take("kind");
  load_label(mapping, kind);
  load_folder(mapping, kind);
  if (const Node* url = mapping.take("url")) kind.url_at = url->at;
  kind.template_name = mapping.text_or("template", kind.name + ".html");
  if (const Node* name = mapping.take("template")) check_template_name(*name, mapping.file(), mapping.report());
  kind.feed = mapping.flag("feed");
  for (const std::string_view key : kOwnKeys) mapping.take(key);
}

void add_fields(KindDraft& draft, const NamedNode& part, const Node& node, const DataFiles& data,
                std::string_view zone) {
  std::vector<Field>& fields = draft.kind->fields;
  for (Field& field : FieldLoader(part.file, data, zone, draft.report).load_all(node)) {
    const auto same = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field.name; });
    if (same == fields.end()) {
      fields.push_back(std::move(field));
      draft.field_files.push_back(part.file);
    } else {
      draft.field_files[static_cast<std::size_t>(same - fields.begin())] = part.file;
      *same = std::move(field);
    }
  }
}

}  // namespace

KindDraft draft_kind(const KindSource& source, const KindSources& sources, const DataFiles& data,
                     std::string_view zone) {
  KindDraft draft;
  Kind& kind = *draft.kind;
  kind.name = source.name;
  kind.file = source.file->file;
  kind.at = source.file->node.at;
  draft.parts = sources.parts_of(source, draft.report);
  for (const NamedNode* part : draft.parts) {
    Mapping mapping(part->node, part->file, draft.report);
    for (const std::string_view key : kSharedKeys) mapping.take(key);
    if (part == source.file && part->node.find("kind") != nullptr) {
      load_own(mapping, kind);
    } else {
      mapping.take("mixin");
    }
    if (const Node* fields = mapping.take("fields")) add_fields(draft, *part, *fields, data, zone);
    mapping.finish();
  }
  assign_roles(draft);
  find_sources(draft);
  return draft;
}

}  // namespace katern::schema
