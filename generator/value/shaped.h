#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/dict.h"

namespace katern {

/// The names that many objects share, each at a slot of its own. Immutable once it is shared.
class Shape {
 public:
  /// The slot of a name that is there already, or of a new one at the end.
  std::size_t add(std::string_view name);

  std::optional<std::size_t> slot_of(const Name& name) const;
  std::size_t size() const { return names_.size(); }
  std::string_view name_at(std::size_t slot) const { return names_.key_at(slot); }

 private:
  Dict names_;  ///< name → slot
};

/// An object whose attributes stand in the slots of a Shape: an entry of a kind, or an object inside one. A slot that
/// was not set is none, so `page.website` of an entry without a website is none, while `page.webiste` is undefined.
class Shaped final : public Object {
 public:
  explicit Shaped(std::shared_ptr<const Shape> shape) : shape_(std::move(shape)), slots_(shape_->size()) {}

  const Shape& shape() const { return *shape_; }

  /// Values may be replaced while the object is being made; the address of a slot never changes.
  Value& slot(std::size_t index) { return slots_[index]; }
  const Value& slot(std::size_t index) const { return slots_[index]; }

  const Value* find(const Name& name) const override;
  std::size_t size() const override { return slots_.size(); }
  std::string_view key_at(std::size_t index) const override { return shape_->name_at(index); }
  const Value& value_at(std::size_t index) const override { return slots_[index]; }

 private:
  std::shared_ptr<const Shape> shape_;
  std::vector<Value> slots_;
};

}  // namespace katern
