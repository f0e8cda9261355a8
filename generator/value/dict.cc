#include "value/dict.h"

#include <bit>
#include <memory>

namespace katern {
namespace {

constexpr std::size_t kFew = 8;

}  // namespace

void Dict::set(std::string_view key, Value value) {
  const Name name(key);
  if (const Entry* known = entry_of(name)) {
    entries_[static_cast<std::size_t>(known - entries_.data())].value = std::move(value);
    return;
  }
  entries_.push_back({std::string(key), name.hash, std::move(value)});
  if (entries_.size() <= kFew) return;
  if (entries_.size() * 2 > index_.size()) {
    index_all();
    return;
  }
  std::size_t slot = name.hash & (index_.size() - 1);
  while (index_[slot] != 0) slot = (slot + 1) & (index_.size() - 1);
  index_[slot] = static_cast<std::uint32_t>(entries_.size());
}

const Value* Dict::find(const Name& name) const {
  const Entry* entry = entry_of(name);
  return entry == nullptr ? nullptr : &entry->value;
}

const Dict::Entry* Dict::entry_of(const Name& name) const {
  const auto matches = [&](const Entry& entry) { return entry.hash == name.hash && entry.key == name.text; };
  if (index_.empty()) {
    for (const Entry& entry : entries_) {
      if (matches(entry)) return &entry;
    }
    return nullptr;
  }
  for (std::size_t slot = name.hash & (index_.size() - 1); index_[slot] != 0; slot = (slot + 1) & (index_.size() - 1)) {
    const Entry& entry = entries_[index_[slot] - 1];
    if (matches(entry)) return &entry;
  }
  return nullptr;
}

void Dict::index_all() {
  index_.assign(std::bit_ceil(entries_.size() * 4), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & (index_.size() - 1);
    while (index_[slot] != 0) slot = (slot + 1) & (index_.size() - 1);
    index_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

Value make_dict(std::vector<std::pair<std::string_view, Value>> entries) {
  auto dict = std::make_unique<Dict>();
  for (auto& [key, value] : entries) dict->set(key, std::move(value));
  return Value::adopt(dict.release());
}

}  // namespace katern
