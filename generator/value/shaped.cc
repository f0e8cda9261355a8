#include "value/shaped.h"

namespace katern {

std::size_t Shape::add(std::string_view name) {
  if (const auto slot = slot_of(Name(name))) return *slot;
  names_.set(name, Value(static_cast<std::int64_t>(names_.size())));
  return names_.size() - 1;
}

std::optional<std::size_t> Shape::slot_of(const Name& name) const {
  const Value* slot = names_.find(name);
  if (slot == nullptr) return std::nullopt;
  return static_cast<std::size_t>(slot->as_integer());
}

const Value* Shaped::find(const Name& name) const {
  const auto slot = shape_->slot_of(name);
  return slot ? &slots_[*slot] : nullptr;
}

}  // namespace katern
