#include "model/order.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

#include "model/builtins.h"

namespace katern::model {
namespace {

using schema::Record;
using schema::SortKey;

// The order of values of different kinds, which only a mistake brings together.
enum class Rank : char { boolean = 1, number, moment, text, other };

// The bytes of these are in the order of the numbers.
void append_ordered(std::string& key, std::uint64_t bits) {
  for (int shift = 56; shift >= 0; shift -= 8) key += static_cast<char>(bits >> shift & 0xFF);
}

void append_ordered(std::string& key, double number) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  const auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  append_ordered(key, (bits & kSign) != 0 ? ~bits : bits | kSign);
}

void invert(std::string& key, std::size_t from) {
  for (std::size_t i = from; i < key.size(); ++i) key[i] = static_cast<char>(~key[i]);
}

}  // namespace

std::vector<std::size_t> Sorter::sorted(std::span<const Record> records, std::vector<std::size_t> wanted,
                                        std::span<const SortKey> keys) {
  std::vector<std::pair<std::string, std::size_t>> order;
  order.reserve(wanted.size());
  for (const std::size_t index : wanted) order.emplace_back(key_of(records[index], keys), index);
  std::sort(order.begin(), order.end());
  std::transform(order.begin(), order.end(), wanted.begin(), [](const auto& entry) { return entry.second; });
  return wanted;
}

std::string Sorter::key_of(const Value& value) const {
  std::string key;
  append_value(key, value);
  return key;
}

std::string Sorter::key_in(const templating::Scope& scope, std::string_view entry, std::span<const SortKey> keys) {
  std::string key;
  for (const SortKey& part : keys) {
    const auto value = part.key.evaluate(scope, entry, report_);
    const bool there = value && !value->is_none() && !value->is_undefined();
    key += there ? '\1' : '\2';
    if (!there) continue;
    const std::size_t start = key.size();
    append_value(key, *value);
    if (part.descending) invert(key, start);
  }
  return key;
}

std::string Sorter::key_of(const Record& record, std::span<const SortKey> keys) {
  std::string key = key_in(scope_.of(*record.data), record.path, keys);
  append_value(key, slot_of(std::as_const(*record.data), Builtin::title));
  return key += record.path;
}

void Sorter::append_value(std::string& key, const Value& value) const {
  const auto rank = [&](Rank of) { key += static_cast<char>(of); };
  switch (value.kind()) {
    case ValueKind::boolean:
      rank(Rank::boolean);
      key += value.as_boolean() ? '\2' : '\1';
      break;
    case ValueKind::integer:
    case ValueKind::number:
      rank(Rank::number);
      append_ordered(key, value.as_number());
      break;
    case ValueKind::date:
    case ValueKind::datetime:
      rank(Rank::moment);
      append_ordered(key, static_cast<double>(clock_seconds(value)));
      break;
    case ValueKind::string:
      rank(Rank::text);
      key += collator_.sort_key(value.as_string());
      key += '\0';  // no byte of a sort key, so that a text comes before those that it begins
      break;
    default: rank(Rank::other); break;
  }
}

}  // namespace katern::model
