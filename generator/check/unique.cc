#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/checks.h"
#include "check/rule_subject.h"
#include "value/dict.h"
#include "value/number.h"

namespace katern::check {
namespace {

using schema::Demand;
using schema::Record;
using schema::Rule;

constexpr int kMaxDepth = 8;
constexpr std::size_t kShown = 60;

/// A value as people read it in a message: of a list its items.
void append_words(std::string& words, const Value& value, int depth = 0) {
  const auto add = [&](std::string_view text) {
    if (!words.empty() && !text.empty()) words += ' ';
    words += text;
  };
  switch (value.kind()) {
    case ValueKind::string: return add(value.as_string());
    case ValueKind::integer: return add(std::to_string(value.as_integer()));
    case ValueKind::number: {
      std::string number;
      append_number(number, value.as_number());
      return add(number);
    }
    case ValueKind::boolean: return add(value.as_boolean() ? "ja" : "nee");
    case ValueKind::date: return add(iso(value.as_date()));
    case ValueKind::datetime: return add(iso(value.as_datetime()));
    case ValueKind::object: {
      const Value title = value.get("title");
      return title.is_string() ? add(title.as_string()) : void();
    }
    case ValueKind::list:
      for (std::size_t i = 0; depth < kMaxDepth && words.size() < kShown && i < value.size(); ++i) {
        append_words(words, value.at(i), depth + 1);
      }
      return;
    default: return;
  }
}

/// Bytes that are the same for equal values. An entry is known by its file: entries refer to each other in circles.
void append_key(std::string& key, const Value& value, int depth = 0) {
  const auto add = [&](char type, std::string_view text) {
    key += type;
    key += std::to_string(text.size());
    key += ':';
    key += text;
  };
  if (value.is_list() || value.is_object()) {
    const Value source = value.is_object() ? value.get("source") : Value();
    if (source.is_string()) return add('e', source.as_string());
    key += value.is_list() ? '[' : '{';
    if (depth == kMaxDepth) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value.is_object()) add('k', value.as_object().key_at(i));
      append_key(key, value.is_list() ? value.at(i) : value.as_object().value_at(i), depth + 1);
    }
    key += ']';
    return;
  }
  std::string words;
  if (value.is_number()) {
    append_number(words, value.as_number());  // 1 is 1.0
  } else {
    append_words(words, value);
  }
  add(value.is_string() ? 's' : 'v', words);
}

/// Finds values that occur twice among the subjects of one rule, which are shown to it one by one.
class Doubles {
 public:
  Doubles(const Rule& rule, model::EntryScope& scope, Report& report) : rule_(rule), scope_(scope), report_(report) {}

  void look_at(const RuleSubject& subject) {
    const templating::Scope& names = subject.in(scope_);
    const auto value = rule_.expression.evaluate(names, subject.path(), report_);
    if (!value || is_nothing(*value)) return;
    std::string key;
    append_key(key, *value);
    const auto [first, is_new] = first_.try_emplace(std::move(key), subject);
    if (!is_new) refuse(subject, first->second, *value, names);
  }

 private:
  void refuse(const RuleSubject& subject, const RuleSubject& other, const Value& value, templating::Scope names) {
    std::string words;
    append_words(words, value);
    const Position at = other.position_of(rule_.field);
    Dict found;
    found.set("value", value);
    found.set("other", other.value());
    names.layers.insert(names.layers.begin(), Value::lend(found));
    tell(rule_, subject, names,
         Diagnostic(Code::value_doubled, Place{})
             .with("value", words)
             .with("other", std::string(other.path()) + ":" + std::to_string(at.line)),
         report_);
  }

  const Rule& rule_;
  model::EntryScope& scope_;
  Report& report_;
  std::unordered_map<std::string, RuleSubject> first_;
};

}  // namespace

void check_unique_entries(const model::Site& site, Report& report) {
  model::EntryScope scope(site.root, site.today);
  for (const auto& [kind, indexes] : site.by_kind) {
    if (indexes.empty()) continue;
    // In the order of files, so that the finding stands in the later one whatever the order of the kind.
    std::vector<const Record*> records;
    for (const std::size_t index : indexes) records.push_back(&site.records[index]);
    std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) { return a->path < b->path; });
    for (const Rule& rule : records.front()->kind->rules) {
      if (rule.demand != Demand::unique) continue;
      Doubles doubles(rule, scope, report);
      for (const Record* record : records) doubles.look_at(RuleSubject(*record));
    }
  }
}

void check_unique_objects(const model::Site& site, const Record& record, Report& report) {
  model::EntryScope scope(site.root, site.today);
  std::vector<const schema::Field*> types;
  for (const schema::RuledObject& object : record.ruled_objects) {
    if (std::find(types.begin(), types.end(), object.type) == types.end()) types.push_back(object.type);
  }
  for (const schema::Field* type : types) {
    for (const Rule& rule : type->rules) {
      if (rule.demand != Demand::unique) continue;
      Doubles doubles(rule, scope, report);
      for (const schema::RuledObject& object : record.ruled_objects) {
        if (object.type == type) doubles.look_at(RuleSubject(record, object));
      }
    }
  }
}

}  // namespace katern::check
