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
        follow(draft, draft.kind->fields[i], nullptr, draft.field_files[i]);
      }
    }
    for (KindDraft& draft : drafts_) make_shape(*draft.kind);
  }

 private:
  // The depth is that of the declarations, which the YAML parser bounds.
  void follow(KindDraft& draft, const Field& field, const Field* holder, std::string_view file) {
    if (field.type == FieldType::reference) follow_reference(draft, field, holder, file);
    if (field.items) follow(draft, *field.items, holder, file);
    for (const Field& inner : field.fields) follow(draft, inner, &field, file);
  }

  /// `holder`: the object that the reference stands in, if any.
  void follow_reference(KindDraft& draft, const Field& field, const Field* holder, std::string_view file) {
    const Place place{std::string(file), field.at, 0};
    check_with(draft, field, holder, place);
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

  static void check_with(KindDraft& draft, const Field& field, const Field* holder, const Place& place) {
    std::vector<std::string> names;
    if (holder != nullptr) {
      for (const Field& sibling : holder->fields) {
        if (&sibling != &field && sibling.name != "entry") names.push_back(sibling.name);
      }
    }
    for (const std::string& with : field.inverse.with) {
      if (std::find(names.begin(), names.end(), with) != names.end()) continue;
      draft.report.add(Diagnostic(Code::kind_inverse_with_unknown, place)
                           .with("name", shown(with))
                           .suggest(text::nearest(with, names).value_or("")));
    }
  }

  // A list that several references fill is one list.
  void add_inverse(KindDraft& draft, const Field& field, Kind& target, const Place& place) {
    const auto [first, is_new] = lists_.try_emplace({&target, field.inverse.name}, &field.inverse);
    if (!is_new && (first->second->with != field.inverse.with || first->second->order != field.inverse.order)) {
      draft.report.add(
          Diagnostic(Code::kind_inverse_differs, place).with("name", field.inverse.name).with("target", target.name));
    }
    const auto builtins = builtin_names();
    const bool clash = std::find(builtins.begin(), builtins.end(), field.inverse.name) != builtins.end() ||
                       std::any_of(target.fields.begin(), target.fields.end(),
                                   [&](const Field& other) { return other.name == field.inverse.name; });
    if (clash) {
      draft.report.add(
          Diagnostic(Code::kind_inverse_clash, place).with("target", target.name).with("name", field.inverse.name));
      return;
    }
    std::vector<std::string>& inverses = target.inverses;
    const auto at = std::lower_bound(inverses.begin(), inverses.end(), field.inverse.name);
    if (at == inverses.end() || *at != field.inverse.name) inverses.insert(at, field.inverse.name);
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
  std::map<std::pair<const Kind*, std::string>, const InverseList*> lists_;  ///< the first declaration of each
};

}  // namespace

void relate(std::span<KindDraft> drafts) { Relations(drafts).run(); }

}  // namespace katern::schema
