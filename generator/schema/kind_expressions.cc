#include <algorithm>
#include <array>
#include <utility>

#include "schema/kind_draft.h"
#include "schema/mapping.h"
#include "schema/named.h"
#include "schema/places.h"
#include "schema/web_names.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using parse::Node;
using templating::Expression;
using templating::TextTemplate;

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "hint"};

bool refers(const Field& field) {
  return field.type == FieldType::reference || (field.items && refers(*field.items)) ||
         std::any_of(field.fields.begin(), field.fields.end(), refers);
}

// The text itself begins after its quote.
Place start_of_text(std::string_view file, const Node& node) {
  return {std::string(file), {node.at.line, node.at.column + (node.quoted ? 1U : 0U)}, 0};
}

class Compiler {
 public:
  Compiler(KindDraft& draft, const templating::Registry& registry)
      : draft_(draft), kind_(*draft.kind), report_(draft.report), registry_(registry) {
    for (const Field& field : kind_.fields) fields_.push_back(field.name);
    // What can be known of an entry before references are resolved.
    own_ = fields_;
    own_.insert(own_.end(), {"slug", "source", "kind", "today"});
    all_ = fields_;
    all_.insert(all_.end(), builtin_names().begin(), builtin_names().end());
    all_.insert(all_.end(), kind_.inverses.begin(), kind_.inverses.end());
    all_.insert(all_.end(), {"entry", "site", "today"});
  }

  void run() {
    for (const NamedNode* part : draft_.parts) {
      Mapping mapping(part->node, part->file, report_);
      if (const Node* title = mapping.take("title")) compile_title(*title, part->file);
      for (const Node& rule : mapping.items("rules")) add_rule(rule, part->file);
      if (const Node* visible = mapping.take("visible_if")) {
        kind_.visible_if = expression(*visible, part->file, own_);
      }
      if (auto sort = sort_keys(mapping, part->file); !sort.empty()) kind_.sort = std::move(sort);
      if (part == draft_.parts.back()) compile_own(mapping, part->file);
    }
    if (kind_.sort.empty()) sort_by_title();
  }

 private:
  std::optional<Expression> expression(const Node& node, std::string_view file, const std::vector<std::string>& names) {
    if (!is_text(node, file)) return std::nullopt;
    return Expression::compile(node.text, start_of_text(file, node), registry_, report_, &names);
  }

  std::optional<TextTemplate> text_template(const Node& node, std::string_view file,
                                            const std::vector<std::string>& names) {
    if (!is_text(node, file)) return std::nullopt;
    return TextTemplate::compile(node.text, start_of_text(file, node), registry_, report_, &names);
  }

  bool is_text(const Node& node, std::string_view file) {
    if (node.kind == Node::Kind::scalar) return true;
    report_.add(Diagnostic(Code::config_not_text, place_of(file, node)).with("key", "expression"));
    return false;
  }

  void compile_title(const Node& node, std::string_view file) {
    kind_.title = text_template(node, file, own_);
    const auto names = named_in_template(node.text);
    kind_.title_follows_references = std::any_of(kind_.fields.begin(), kind_.fields.end(), [&](const Field& field) {
      return refers(field) && std::find(names.begin(), names.end(), field.name) != names.end();
    });
  }

  void add_rule(const Node& node, std::string_view file) {
    Mapping mapping(node, file, report_);
    const Node* check = mapping.require("check", "check: \"naam\"");
    const Node* message = mapping.require("message", "message: \"…\"");
    const Node* english = mapping.take("message_en");
    const Severity severity = severity_of(mapping);
    const Node* field = mapping.take("field");
    mapping.finish();
    if (check == nullptr || message == nullptr) return;
    auto compiled = expression(*check, file, all_);
    auto text = text_template(*message, file, all_);
    auto english_text = english == nullptr ? std::nullopt : text_template(*english, file, all_);
    std::string points_to = field != nullptr ? rule_field(*field, file) : first_field(check->text);
    if (!compiled || !text) return;
    kind_.rules.push_back({*std::move(compiled), *std::move(text), std::move(english_text), severity,
                           std::move(points_to), node.at});
  }

  Severity severity_of(Mapping& mapping) {
    const Node* node = mapping.take("severity");
    if (node == nullptr || node->text == "error") return Severity::error;
    if (node->text == "warning") return Severity::warning;
    if (node->text != "hint") mapping.refuse_choice("severity", *node, kSeverities);
    return Severity::hint;
  }

  std::string rule_field(const Node& node, std::string_view file) {
    if (std::find(fields_.begin(), fields_.end(), node.text) == fields_.end()) {
      report_.add(Diagnostic(Code::kind_rule_field_unknown, place_of(file, node))
                      .with("field", shown(node.text))
                      .suggest(text::nearest(node.text, fields_).value_or("")));
    }
    return node.text;
  }

  std::string first_field(std::string_view check) const {
    for (const std::string_view name : named_in(check)) {
      if (std::find(fields_.begin(), fields_.end(), name) != fields_.end()) return std::string(name);
    }
    return {};
  }

  // A minus first means descending, and is no part of the expression.
  std::vector<SortKey> sort_keys(Mapping& mapping, std::string_view file) {
    std::vector<SortKey> keys;
    for (const Node* node : mapping.texts("sort")) {
      Node key = *node;
      const bool descending = key.text.starts_with('-');
      if (descending) {
        key.text.erase(0, 1);
        ++key.at.column;
      }
      if (auto compiled = expression(key, file, all_)) keys.push_back({*std::move(compiled), descending});
    }
    return keys;
  }

  void sort_by_title() {
    auto title = Expression::compile("title", Place{kind_.file, kind_.at, 0}, registry_, report_, &all_);
    if (title) kind_.sort.push_back({*std::move(title), false});
  }

  void compile_own(Mapping& mapping, std::string_view file) {
    if (const Node* url = mapping.take("url")) {
      kind_.url = text_template(*url, file, all_);
      if (!url->text.starts_with('/') || !url->text.ends_with('/')) {
        report_.add(Diagnostic(Code::kind_url_invalid, place_of(file, *url)).with("url", shown(url->text)));
      }
    }
    for (const Node& listing : mapping.items("listings")) add_listing(listing, file);
    if (kind_.feed && kind_.listings.empty()) {
      report_.add(Diagnostic(Code::kind_feed_without_listing, place_of(file, *mapping.take("feed"))));
    }
    add_entry_feeds(mapping, file);
  }

  void add_listing(const Node& node, std::string_view file) {
    Mapping mapping(node, file, report_);
    Listing listing;
    listing.at = node.at;
    if (const Node* url = mapping.require("url", "url: /" + kind_.folder + "/")) {
      listing.url = url->text;
      if (!is_site_path(listing.url) || !listing.url.ends_with('/')) {
        report_.add(Diagnostic(Code::kind_url_invalid, place_of(file, *url)).with("url", shown(listing.url)));
      }
    }
    if (const Node* name = mapping.require("template", "template: " + kind_.folder + ".html")) {
      listing.template_name = name->text;
    }
    listing.title = mapping.text_or("title", kind_.label_many);
    if (const Node* filter = mapping.take("filter")) listing.filter = expression(*filter, file, all_);
    listing.sort = sort_keys(mapping, file);
    listing.per_page = mapping.count("per_page").value_or(0);
    mapping.finish();
    kind_.listings.push_back(std::move(listing));
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
};

}  // namespace

void compile_expressions(KindDraft& draft, const templating::Registry& registry) { Compiler(draft, registry).run(); }

}  // namespace katern::schema
