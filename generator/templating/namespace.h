#pragma once

#include <optional>
#include <string_view>

#include "value/dict.h"

namespace katern::templating {

/// What `namespace()` makes: the one object whose attributes a template may set. Belongs to the rendering that made it.
class Namespace final : public Object {
 public:
  // A Value hands out objects as const, since all others are immutable; the renderer alone calls these.
  void set(std::string_view name, Value value) const { attributes_->set(name, std::move(value)); }
  /// Lets go of everything: a namespace may hold itself.
  void clear() const { attributes_.emplace(); }

  /// What it points to is good until the next set().
  const Value* find(const Name& name) const override { return attributes_->find(name); }
  std::size_t size() const override { return attributes_->size(); }
  std::string_view key_at(std::size_t index) const override { return attributes_->key_at(index); }
  const Value& value_at(std::size_t index) const override { return attributes_->value_at(index); }

 private:
  mutable std::optional<Dict> attributes_{std::in_place};  ///< never empty; optional so that it can be made anew
};

}  // namespace katern::templating
