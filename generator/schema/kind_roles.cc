#include <algorithm>
#include <array>
#include <map>

#include "schema/kind_draft.h"
#include "schema/mapping.h"
#include "schema/places.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using enum FieldType;

struct RoleRule {
  std::string_view name;
  std::vector<FieldType> types;
};

// In the order of Role.
const std::array<RoleRule, kRoleCount>& role_rules() {
  static const std::array<RoleRule, kRoleCount> kRules{{
      {"title", {string}},
      {"summary", {string, text}},
      {"date", {date, datetime}},
      {"updated", {date, datetime}},
      {"slug", {string}},
      {"draft", {boolean}},
      {"publish_on", {date, datetime}},
      {"expires_on", {date, datetime}},
      {"aliases", {list}},
      {"image", {image, object}},
      {"authors", {list, reference, string}},
      {"id", {string, integer}},
  }};
  return kRules;
}

// These mean something in every expression.
constexpr std::array<std::string_view, 9> kReserved{"entry", "site", "today", "true", "false", "none", "loop", "self", "super"};

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

class RoleAssigner {
 public:
  explicit RoleAssigner(KindDraft& draft) : draft_(draft), kind_(*draft.kind), names_(names_of(kind_.fields)) {}

  void run() {
    for (const NamedNode* part : draft_.parts) {
      Mapping mapping(part->node, part->file, draft_.report);
      const Node* roles = mapping.take("roles");
      if (roles != nullptr) read(*roles, part->file);
    }
    check_title();
    check_reserved();
  }

 private:
  void read(const Node& node, std::string_view file) {
    Mapping roles(node, file, draft_.report);
    for (std::size_t role = 0; role < kRoleCount; ++role) {
      const Node* name = roles.take(role_rules()[role].name);
      if (name == nullptr) continue;
      const bool composed = role == static_cast<std::size_t>(Role::title) && name->text.find("{{") != std::string::npos;
      if (composed) {
        draft_.title = name;
        draft_.title_file = file;
        kind_.roles[role].reset();
      } else {
        assign(role, *name, file);
      }
    }
    roles.finish();
  }

  void assign(std::size_t role, const Node& name, std::string_view file) {
    const RoleRule& rule = role_rules()[role];
    const auto found = std::find(names_.begin(), names_.end(), name.text);
    if (found == names_.end()) {
      draft_.report.add(Diagnostic(Code::kind_role_field_unknown, place_of(file, name))
                            .with("role", rule.name)
                            .with("field", shown(name.text))
                            .suggest(text::nearest(name.text, names_).value_or("")));
      return;
    }
    const auto index = static_cast<std::size_t>(found - names_.begin());
    const FieldType type = kind_.fields[index].type;
    if (std::find(rule.types.begin(), rule.types.end(), type) == rule.types.end()) {
      std::vector<std::string_view> types;
      for (const FieldType fitting : rule.types) types.push_back(name_of(fitting));
      draft_.report.add(Diagnostic(Code::kind_role_misfit, place_of(file, name))
                            .with("role", rule.name)
                            .with("field", name.text)
                            .with("type", name_of(type))
                            .with("choices", joined(types)));
      return;
    }
    kind_.roles[role] = index;
    if (role == static_cast<std::size_t>(Role::title)) draft_.title = nullptr;
  }

  void check_title() {
    const auto title = kind_.role(Role::title);
    if (!title && draft_.title == nullptr && !draft_.report.has_errors()) {
      draft_.report.add(
          Diagnostic(Code::kind_without_title, Place{kind_.file, kind_.at, 0}).with("kind", kind_.name));
    }
    if (!title || kind_.fields[*title].required) return;
    draft_.report.add(Diagnostic(Code::kind_title_optional, field_place(*title)).with("field", names_[*title]));
  }

  void check_reserved() {
    const auto builtins = builtin_names();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const bool builtin = std::find(builtins.begin(), builtins.end(), names_[i]) != builtins.end();
      const bool reserved = std::find(kReserved.begin(), kReserved.end(), names_[i]) != kReserved.end();
      if (!reserved && (!builtin || has_role_of_its_name(i))) continue;
      draft_.report.add(Diagnostic(Code::kind_name_reserved, field_place(i)).with("name", names_[i]));
    }
  }

  bool has_role_of_its_name(std::size_t field) const {
    for (std::size_t role = 0; role < kRoleCount; ++role) {
      if (role_rules()[role].name == names_[field]) return kind_.roles[role] == field;
    }
    return false;
  }

  Place field_place(std::size_t field) const {
    return {std::string(draft_.field_files[field]), kind_.fields[field].at, 0};
  }

  KindDraft& draft_;
  Kind& kind_;
  std::vector<std::string> names_;
};

}  // namespace

void assign_roles(KindDraft& draft) { RoleAssigner(draft).run(); }

}  // namespace katern::schema
