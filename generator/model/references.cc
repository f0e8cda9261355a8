#include "model/references.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "model/builtins.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::model {
namespace {

using schema::Field;
using schema::Kind;
using schema::Record;
using schema::Reference;

// Looking for near names costs time, and after so many of them nobody reads on.
constexpr std::size_t kMaxSuggestions = 100;

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

std::string key_of(std::string_view kind, std::string_view slug) { return std::string(kind).append("/").append(slug); }

class Resolver {
 public:
  Resolver(std::vector<Record>& records, std::span<const HiddenEntry> hidden, std::span<const std::string> unreadable,
           Report& report)
      : records_(records), unreadable_(unreadable), report_(report) {
    for (std::size_t i = 0; i < records.size(); ++i)
      visible_.emplace(key_of(records[i].kind->name, records[i].slug), i);
    for (const HiddenEntry& entry : hidden) hidden_.emplace(key_of(entry.kind->name, entry.slug), &entry);
  }

  std::vector<Relation> run() {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      for (const Reference& reference : records_[i].references) resolve(i, reference);
      take_out_empty(records_[i]);
      records_[i].references = {};
    }
    return std::move(relations_);
  }

  /// Of an entry that is none of the records.
  void check(Record& entry) {
    for (const Reference& reference : entry.references) {
      if (reference.is_text) continue;
      const Wanted wanted = wanted_by(reference);
      const auto [found, hidden] = look_up(wanted);
      *reference.value = found.size() == 1 ? Value::lend(*records_[found.front()].data) : Value();
      entry.incomplete = entry.incomplete || found.size() != 1;
      if (found.size() > 1) refuse_ambiguous(entry.path, reference, found);
      if (!found.empty() || hidden != nullptr || may_be_unreadable(wanted.slug)) continue;
      refuse_unknown(entry.path, reference, wanted);
    }
  }

 private:
  /// A reference's slug, and the kinds that it may be of.
  struct Wanted {
    std::vector<std::string_view> kinds;
    std::string_view slug;
  };

  static Wanted wanted_by(const Reference& reference) {
    const std::string_view text = reference.slug;
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) return {{text.substr(0, slash)}, text.substr(slash + 1)};
    const auto& kinds = reference.field->target_kinds;
    return {{kinds.begin(), kinds.end()}, text};
  }

  std::pair<std::vector<std::size_t>, const HiddenEntry*> look_up(const Wanted& wanted) const {
    std::vector<std::size_t> found;
    const HiddenEntry* hidden = nullptr;
    for (const std::string_view kind : wanted.kinds) {
      const std::string key = key_of(kind, wanted.slug);
      if (const auto at = visible_.find(key); at != visible_.end()) found.push_back(at->second);
      if (const auto at = hidden_.find(key); at != hidden_.end()) hidden = at->second;
    }
    return {std::move(found), hidden};
  }

  void resolve(std::size_t from, const Reference& reference) {
    if (reference.is_text) return hint_at_entry(records_[from].path, reference);
    const Wanted wanted = wanted_by(reference);
    *reference.value = Value();
    const auto [found, hidden] = look_up(wanted);
    if (found.size() > 1) {
      records_[from].incomplete = true;
      faulty_.insert(reference.list);
      refuse_ambiguous(records_[from].path, reference, found);
    } else if (found.size() == 1) {
      *reference.value = Value::lend(*records_[found.front()].data);
      relations_.push_back({from, found.front(), reference.field, reference.top_field, reference.at, reference.holder});
    } else if (hidden != nullptr) {
      if (reference.field->required) refuse_hidden(records_[from].path, reference, *hidden);
    } else {
      records_[from].incomplete = true;
      faulty_.insert(reference.list);
      if (!may_be_unreadable(wanted.slug)) refuse_unknown(records_[from].path, reference, wanted);
    }
  }

  // A name in free text whose slug is that of an entry nearly always means that entry.
  void hint_at_entry(const std::string& from, const Reference& reference) {
    const std::string slug = text::slugify(reference.slug);
    for (const std::string& kind : reference.field->target_kinds) {
      if (!visible_.contains(key_of(kind, slug))) continue;
      report_.add(about(Code::reference_written_out, from, reference).with("slug", slug));
      return;
    }
  }

  // Nearly always a file is named as its slug.
  static bool is_named(std::string_view path, std::string_view slug) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.rfind('.')) == slug;
  }

  bool may_be_unreadable(std::string_view slug) const {
    return std::any_of(unreadable_.begin(), unreadable_.end(),
                       [&](const std::string& path) { return is_named(path, slug); });
  }

  static Diagnostic about(Code code, const std::string& from, const Reference& reference) {
    return Diagnostic(code, Place{from, reference.at, static_cast<std::uint32_t>(text::length(reference.slug))})
        .with("value", reference.slug)
        .with("field", reference.field->name);
  }

  void refuse_ambiguous(const std::string& from, const Reference& reference, const std::vector<std::size_t>& found) {
    std::vector<std::string> keys;
    for (const std::size_t record : found) keys.push_back(key_of(records_[record].kind->name, records_[record].slug));
    report_.add(about(Code::reference_ambiguous, from, reference)
                    .with("kinds", joined(keys, ", "))
                    .with("example", keys.front()));
  }

  void refuse_hidden(const std::string& from, const Reference& reference, const HiddenEntry& hidden) {
    report_.add(about(Code::reference_hidden, from, reference).with("path", hidden.path));
  }

  void refuse_unknown(const std::string& from, const Reference& reference, const Wanted& wanted) {
    std::vector<std::string> labels;
    std::vector<std::string> slugs;
    std::string meant;
    const bool look = suggestions_++ < kMaxSuggestions;
    for (const std::string_view kind : wanted.kinds) {
      labels.push_back("content/" + folder_of(kind));
      for (const Record& record : records_) {
        if (!look || record.kind->name != kind) continue;
        slugs.push_back(record.slug);
        if (is_named(record.path, wanted.slug)) meant = record.slug;
      }
    }
    if (meant.empty()) meant = text::nearest(wanted.slug, slugs).value_or("");
    const Code code = reference.field->or_text ? Code::reference_or_text_unknown : Code::reference_unknown;
    report_.add(about(code, from, reference)
                    .with("kinds", joined(labels, ", "))
                    .suggest(meant));
  }

  std::string folder_of(std::string_view kind) const {
    for (const Record& record : records_) {
      if (record.kind->name == kind) return record.kind->folder;
    }
    for (const auto& [key, entry] : hidden_) {
      if (entry->kind->name == kind) return entry->kind->folder;
    }
    return std::string(kind);
  }

  // A list of references holds entries only; one that became too short by that is a finding.
  void take_out_empty(Record& record) {
    std::set<List*> done;
    for (const Reference& reference : record.references) {
      if (reference.list == nullptr || !reference.value->is_none() || !done.insert(reference.list).second) continue;
      auto& items = reference.list->items;
      take_out_places(record, *reference.list);
      items.erase(std::remove_if(items.begin(), items.end(), [](const Value& item) { return item.is_none(); }),
                  items.end());
      check_length(record, reference, items.size());
    }
  }

  // Those of the items that are taken out.
  static void take_out_places(Record& record, const List& list) {
    for (schema::ItemisedList& itemised : record.itemised_lists) {
      if (itemised.list != &list) continue;
      std::vector<Position> kept;
      for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (!list.items[i].is_none()) kept.push_back(itemised.at[i]);
      }
      itemised.at = std::move(kept);
    }
  }

  void check_length(const Record& record, const Reference& reference, std::size_t left) {
    const Field& list = *reference.list_field;
    const std::size_t least = list.min ? static_cast<std::size_t>(*list.min) : list.required ? 1 : 0;
    if (left >= least || faulty_.contains(reference.list)) return;
    report_.add(Diagnostic(Code::reference_list_hidden, Place{record.path, reference.at, 0})
                    .with("field", list.name)
                    .with("given", static_cast<long long>(left))
                    .with("limit", static_cast<long long>(least)));
  }

  std::vector<Record>& records_;
  std::span<const std::string> unreadable_;
  Report& report_;
  std::unordered_map<std::string, std::size_t> visible_;
  std::unordered_map<std::string, const HiddenEntry*> hidden_;
  std::vector<Relation> relations_;
  std::set<const List*> faulty_;  ///< too short for another reason, which has been told
  std::size_t suggestions_ = 0;
};

}  // namespace

void check_slugs(std::span<const Record> visible, std::span<const Record> hidden, Report& report) {
  std::vector<const Record*> records;
  for (const Record& record : visible) records.push_back(&record);
  for (const Record& record : hidden) records.push_back(&record);
  std::sort(records.begin(), records.end(), [](const Record* a, const Record* b) {
    if (a->kind != b->kind) return a->kind->name < b->kind->name;
    return a->slug != b->slug ? a->slug < b->slug : a->path < b->path;
  });
  for (std::size_t i = 1; i < records.size(); ++i) {
    const Record& first = *records[i - 1];
    const Record& second = *records[i];
    if (first.kind != second.kind || first.slug != second.slug) continue;
    report.add(Diagnostic(Code::slug_doubled, place_of(second))
                   .with("slug", second.slug)
                   .with("other", first.path)
                   .with("example", second.slug.substr(0, 78) + "-2"));
  }
}

std::vector<Relation> resolve_references(std::vector<Record>& records, std::span<const HiddenEntry> hidden,
                                         std::span<const std::string> unreadable, Report& report) {
  return Resolver(records, hidden, unreadable, report).run();
}

void check_references(std::span<Record> entries, std::vector<Record>& visible, std::span<const HiddenEntry> hidden,
                      std::span<const std::string> unreadable, Report& report) {
  if (entries.empty()) return;
  Resolver resolver(visible, hidden, unreadable, report);
  for (Record& entry : entries) resolver.check(entry);
}

}  // namespace katern::model
