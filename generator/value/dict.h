#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace katern {

/// An object that keeps the order in which keys were set. Filled by whoever makes it, then left alone.
class Dict final : public Object {
 public:
  /// Replaces the value of a key that is there.
  void set(std::string_view key, Value value);

  const Value* find(const Name& name) const override;
  std::size_t size() const override { return entries_.size(); }
  std::string_view key_at(std::size_t index) const override { return entries_[index].key; }
  const Value& value_at(std::size_t index) const override { return entries_[index].value; }

 private:
  struct Entry {
    std::string key;
    std::uint32_t hash;
    Value value;
  };

  const Entry* entry_of(const Name& name) const;
  void index_all();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> index_;  ///< open addressing, positions plus one; empty while few keys are there
};

/// `Value::adopt(new Dict)` with its keys, for literals.
Value make_dict(std::vector<std::pair<std::string_view, Value>> entries);

}  // namespace katern
