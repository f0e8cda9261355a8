#include <algorithm>
#include <map>
#include <set>

#include "schema/kind_draft.h"
#include "schema/places.h"
#include "text/words.h"

namespace katern::schema {
namespace {

/// References between kinds, seen from both ends.
class Relations {
 public:
  explicit Relations(std::span<KindDraft> drafts) : drafts_(drafts) {
    for (KindDraft& draft : drafts) {
      by_name_.emplace(draft.kind->name, draft.kind.get());
      names_.push_back(draft.kind->name);
    }
  }

  void run() {
    for (KindDraft& draft : drafts_) {
      for (std::size_t i = 0; i < draft.kind->fields.size(); ++i) {
        follow(draft, draft.kind->fields[i], draft.field_files[i]);
      }
    }
    for (KindDraft& draft : drafts_) make_shape(*draft.kind);
  }

 private:
  // The depth is that of the declarations, which the YAML parser bounds.
  void follow(KindDraft& draft, const Field& field, std::string_view file) {
    if (field.type == FieldType::reference) follow_reference(draft, field, file);
    if (field.items) follow(draft, *field.items, file);
    for (const Field& inner : field.fields) follow(draft, inner, file);
  }

  void follow_reference(KindDraft& draft, const Field& field, std::string_view file) {
    const Place place{std::string(file), field.at, 0};
    for (const std::string& name : field.target_kinds) {
      const auto target = by_name_.find(name);
      if (target == by_name_.end()) {
        draft.report.add(Diagnostic(Code::kind_reference_unknown, place)
                             .with("kind", shown(name))
                             .suggest(text::nearest(name, names_).value_or("")));
      } else if (!field.inverse.empty()) {
        add_inverse(draft, field, *target->second, place);
      }
    }
    const bool own = field.target_kinds.size() == 1 && field.target_kinds.front() == draft.kind->name;
    if (field.acyclic && !own) draft.report.add(Diagnostic(Code::kind_acyclic_misplaced, place));
  }

  static void add_inverse(KindDraft& draft, const Field& field, Kind& target, const Place& place) {
    const auto builtins = builtin_names();
    const bool clash = std::find(builtins.begin(), builtins.end(), field.inverse) != builtins.end() ||
                       std::any_of(target.fields.begin(), target.fields.end(),
                                   [&](const Field& other) { return other.name == field.inverse; });
    if (clash) {
      draft.report.add(
          Diagnostic(Code::kind_inverse_clash, place).with("target", target.name).with("name", field.inverse));
      return;
    }
    std::vector<std::string>& inverses = target.inverses;
    const auto at = std::lower_bound(inverses.begin(), inverses.end(), field.inverse);
    if (at == inverses.end() || *at != field.inverse) inverses.insert(at, field.inverse);
  }

  static void make_shape(Kind& kind) {
    auto shape = std::make_shared<Shape>();
    for (const std::string_view name : builtin_names()) shape->add(name);
    for (const Field& field : kind.fields) shape->add(field.name);
    for (const std::string& inverse : kind.inverses) shape->add(inverse);
    kind.shape = std::move(shape);
  }

  std::span<KindDraft> drafts_;
  std::map<std::string, Kind*, std::less<>> by_name_;
  std::vector<std::string> names_;
};

}  // namespace

void relate(std::span<KindDraft> drafts) { Relations(drafts).run(); }

}  // namespace katern::schema
