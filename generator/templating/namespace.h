#pragma once

#include <string_view>

#include "value/dict.h"

namespace katern::templating {

/// What `namespace()` makes: the one object whose attributes a template may set. Belongs to the rendering that made it.
class Namespace final : public Object {
 public:
  void set(std::string_view name, Value value) { attributes_.set(name, std::move(value)); }

  /// What it points to is good until the next set().
  const Value* find(const Name& name) const override { return attributes_.find(name); }
  std::size_t size() const override { return attributes_.size(); }
  std::string_view key_at(std::size_t index) const override { return attributes_.key_at(index); }
  const Value& value_at(std::size_t index) const override { return attributes_.value_at(index); }

 private:
  Dict attributes_;
};

}  // namespace katern::templating
