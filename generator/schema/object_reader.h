#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/report.h"
#include "parse/node.h"
#include "schema/mended_line.h"
#include "schema/record.h"
#include "schema/schema.h"

namespace katern::schema {

/// What was found in fields that only the model can complete, or check.
struct Unresolved {
  std::vector<Reference> references;
  std::vector<Attachment> attachments;
  std::vector<MarkdownField> markdown_fields;
  std::vector<RuledObject> ruled_objects;
  std::vector<ItemisedList> itemised_lists;
  CitedSources sources;
};

/// Reads values by declared fields into the slots of an object. Mistakes are findings; a value with a mistake stays
/// none. The depth of recursion is that of the declarations.
class ObjectReader {
 public:
  /// `file`: where the values stand, also what paths are relative to. All must outlive the reader.
  ObjectReader(std::string_view file, const ReadOptions& options, Unresolved& unresolved, Report& report)
      : file_(file), options_(options), unresolved_(unresolved), report_(report) {}

  /// The value of the field among the members of `mapping`, or its fallback, into `slot`. What is required and missing
  /// is a finding at `mapping`. Returns the value's position; line 0 when it was left out.
  Position read_field(const Field& field, const parse::Node& mapping, const LineStart& before, Value& slot);

  /// All fields of an object, and findings about keys that are none of them.
  void read_object(const Field& object, const parse::Node& node, const LineStart& before, Value& slot);

  /// The index of the top-level field that is being read, for references.
  void set_top_field(std::size_t field) { top_field_ = field; }

 private:
  /// A list that a value is an item of.
  struct ListOf {
    List* list = nullptr;
    const Field* field = nullptr;
  };

  void read_value(const Field& field, const parse::Node& node, const LineStart& line, Value& slot, ListOf list);
  void read_text(const Field& field, const parse::Node& node, const LineStart& line, Value& slot, ListOf list);
  void read_list(const Field& field, const parse::Node& node, std::uint32_t key_line, const LineStart& line,
                 Value& slot);
  void read_map(const Field& field, const parse::Node& node, Value& slot);
  void read_markdown(const Field& field, const parse::Node& node, Value& slot);
  std::string id_prefix(const Field& field);
  void read_sources(const Field& field, const parse::Node& node, Value& slot);
  void read_path(const Field& field, const parse::Node& node, Value& slot);
  void refuse_doubled(const Field& field, const parse::Node& node);
  bool is_mapping(const Field& field, const parse::Node& node);
  void check_count(const Field& field, const parse::Node& node, std::size_t count);
  Diagnostic about(Code code, const Field& field, const parse::Node& node) const;

  std::string_view file_;
  const ReadOptions& options_;
  Unresolved& unresolved_;
  Report& report_;
  std::size_t top_field_ = 0;
  const Shaped* holder_ = nullptr;                        ///< the object whose fields are being read; null: the entry
  std::uint32_t key_line_ = 0;                            ///< of the member whose value is being read
  std::unordered_map<std::string_view, unsigned> texts_;  ///< fields of type markdown that were read so far, by name
};

}  // namespace katern::schema
