#pragma once

#include <optional>
#include <vector>

#include "templating/ast.h"
#include "value/value.h"

namespace katern::templating {

struct Activation;

/// The `loop` of a for loop. Its attributes are worked out when they are asked for.
class LoopObject final : public Object {
 public:
  LoopObject(const Loop& code, Activation& activation, Value items, std::size_t depth)
      : code_(code), activation_(&activation), items_(std::move(items)), size_(items_.size()), depth_(depth) {}

  const Loop& code() const { return code_; }
  std::size_t depth() const { return depth_; }  ///< 0 for the outermost
  /// Where its body runs; null once the loop is over.
  Activation* activation() const { return activation_; }

  void move_to(std::size_t index) { index_ = index; }
  void finish() {
    activation_ = nullptr;
    items_ = Value();
    last_.reset();
  }

  std::size_t index() const { return index_; }
  /// `cycle` and `changed`.
  static bool has_method(std::string_view name);
  /// All that `loop.` can be followed by, for suggestions.
  static std::vector<std::string> names();
  /// Whether it is asked with other values than the last time, which it notes. `steps` goes up by what is compared.
  bool changed(std::vector<Value> values, std::size_t& steps) const;

  const Value* find(const Name& name) const override;
  std::size_t size() const override { return 0; }
  std::string_view key_at(std::size_t) const override { return {}; }
  const Value& value_at(std::size_t) const override { return answer_; }

 private:
  std::optional<Value> attribute(const Name& name) const;

  const Loop& code_;
  Activation* activation_;
  Value items_;
  std::size_t size_;
  std::size_t depth_;
  std::size_t index_ = 0;
  mutable Value answer_;  ///< what find() points to, until it is asked again
  mutable std::optional<std::vector<Value>> last_;
};

}  // namespace katern::templating
