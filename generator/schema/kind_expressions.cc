#include <algorithm>
#include <utility>

#include "schema/kind_draft.h"
#include "schema/listing_compiler.h"
#include "schema/mapping.h"
#include "schema/named.h"
#include "schema/places.h"
#include "schema/rule_compiler.h"
#include "schema/url_pattern.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using templating::Expression;

bool refers(const Field& field) {
  return field.type == FieldType::reference || (field.items && refers(*field.items)) ||
         std::any_of(field.fields.begin(), field.fields.end(), refers);
}

class Compiler {
 public:
  Compiler(KindDraft& draft, const templating::Registry& registry)
      : draft_(draft),
        kind_(*draft.kind),
        report_(draft.report),
        registry_(registry),
        listings_(kind_, all_, registry, report_) {
    for (const Field& field : kind_.fields) fields_.push_back(field.name);
    // What can be known of an entry before references are resolved.
    own_ = fields_;
    own_.insert(own_.end(), {"slug", "source", "kind", "today"});
    all_ = expression_names(kind_);
  }

  void run() {
    compile_title();
    const RuleCompiler rules(all_, registry_, report_);
    for (const NamedNode* part : draft_.parts) {
      Mapping mapping(part->node, part->file, report_);
      for (const Node& rule : mapping.items("rules")) rules.compile(rule, part->file, kind_.fields, kind_.rules);
      if (const Node* fields = mapping.take("fields")) compile_fields(rules, *fields, part->file);
      if (const Node* visible = mapping.take("visible_if")) kind_.visible_if = expression(*visible, part->file, own_);
      if (const Node* fed = mapping.take("feed_if")) kind_.feed_if = expression(*fed, part->file, all_);
      if (auto sort = compile_sort(mapping, all_, registry_); !sort.empty()) kind_.sort = std::move(sort);
      if (part == draft_.parts.back()) compile_own(mapping, part->file);
    }
    if (kind_.sort.empty()) sort_by_title();
    compile_csl(draft_, all_, registry_);
  }

 private:
  std::optional<Expression> expression(const Node& node, std::string_view file, const std::vector<std::string>& names) {
    return compile_expression(node, file, names, registry_, report_);
  }

  void compile_title() {
    if (draft_.title == nullptr) return;
    kind_.title = compile_template(*draft_.title, draft_.title_file, fields_, registry_, report_);
    const auto names = named_in_template(draft_.title->text);
    kind_.title_follows_references = std::any_of(kind_.fields.begin(), kind_.fields.end(), [&](const Field& field) {
      return refers(field) && std::find(names.begin(), names.end(), field.name) != names.end();
    });
  }

  void compile_fields(const RuleCompiler& rules, const Node& declarations, std::string_view file) {
    for (std::size_t i = 0; i < kind_.fields.size(); ++i) {
      const Node::Member* declaration = declarations.find(kind_.fields[i].name);
      if (declaration == nullptr || draft_.field_files[i] != file) continue;
      rules.compile_field(kind_.fields[i], declaration->value, file, fields_, kind_.rules);
    }
  }

  void sort_by_title() {
    auto title = Expression::compile("title", Place{kind_.file, kind_.at, 0}, registry_, report_, &all_);
    if (title) kind_.sort.push_back({*std::move(title), false});
  }

  void compile_own(Mapping& mapping, std::string_view file) {
    if (const Node* url = mapping.take("url")) {
      kind_.url = compile_template(*url, file, all_, registry_, report_);
      check_url_pattern(*url, file, report_);
    }
    for (const Node& listing : mapping.items("listings")) listings_.add_listing(listing, file);
    if (const Node* calendar = mapping.take("calendar")) {
      listings_.set_calendar(*calendar, file);
      if (mapping.take("url") == nullptr && kind_.main_listing() == nullptr) {
        report_.add(Diagnostic(Code::kind_calendar_without_place, place_of(file, *calendar)));
      }
    }
    if (kind_.feed && kind_.main_listing() == nullptr) {
      report_.add(Diagnostic(Code::kind_feed_without_listing, place_of(file, *mapping.take("feed"))));
    }
    add_entry_feeds(mapping, file);
  }

  void add_entry_feeds(Mapping& mapping, std::string_view file) {
    for (const Node* node : mapping.texts("entry_feeds")) {
      kind_.entry_feeds.push_back(node->text);
      if (std::find(kind_.inverses.begin(), kind_.inverses.end(), node->text) == kind_.inverses.end()) {
        report_.add(Diagnostic(Code::kind_inverse_unknown, place_of(file, *node))
                        .with("name", shown(node->text))
                        .suggest(text::nearest(node->text, kind_.inverses).value_or("")));
      } else if (mapping.take("url") == nullptr) {
        report_.add(Diagnostic(Code::kind_feed_without_page, place_of(file, *node)));
      }
    }
  }

  KindDraft& draft_;
  Kind& kind_;
  Report& report_;
  const templating::Registry& registry_;
  std::vector<std::string> fields_;
  std::vector<std::string> own_;
  std::vector<std::string> all_;
  ListingCompiler listings_;
};

}  // namespace

void compile_expressions(KindDraft& draft, const templating::Registry& registry) { Compiler(draft, registry).run(); }

}  // namespace katern::schema
