#pragma once

#include <string_view>
#include <vector>

#include "templating/ast.h"
#include "templating/context.h"

namespace katern::templating {

/// The templates of an inheritance that is being rendered, the most derived first.
using Lineage = std::vector<const Template*>;

/// Finds the block of that name at `level` of the lineage or further on, and moves `level` to where it is.
const BlockCode* find_block(const Lineage& lineage, const Name& name, std::size_t& level);

/// A function while it runs: its slots, and what it sees beyond them.
struct Activation {
  const Source* source = nullptr;
  Value* slots = nullptr;
  Context* context = nullptr;
  Lineage* lineage = nullptr;
  const BlockCode* block = nullptr;  ///< the block that runs, or that the macro was defined in
  std::size_t level = 0;             ///< of the block in the lineage
  const Extends* parent = nullptr;   ///< once a template turned out to extend another
  bool autoescape = false;
  bool xml = false;     ///< then characters that XML cannot hold are left out
  bool silent = false;  ///< what a template writes beside its blocks when it extends another is dropped
};

/// A macro or the body of a call block, as a value. Must not outlive the rendering.
class MacroValue final : public Callable {
 public:
  MacroValue(const MacroCode& code, const Activation& definer)
      : code_(code),
        context_(definer.context),
        lineage_(definer.lineage),
        block_(definer.block),
        level_(definer.level),
        autoescape_(definer.autoescape),
        xml_(definer.xml) {}

  std::string_view name() const override { return code_.name; }
  const MacroCode& code() const { return code_; }
  bool autoescape() const { return autoescape_; }
  Activation activation(Value* slots) const;

  /// The values of MacroCode::captured, in that order.
  const std::vector<Value>& captured() const { return captured_; }
  void capture(std::vector<Value> values) const { captured_ = std::move(values); }

 private:
  const MacroCode& code_;
  Context* context_;
  Lineage* lineage_;
  const BlockCode* block_;
  std::size_t level_;
  bool autoescape_;
  bool xml_;
  mutable std::vector<Value> captured_;  ///< mutable for the renderer, which breaks circles in the end
};

/// Slots for the functions that run. What was handed out stays where it is when more is asked for.
class SlotStack {
 public:
  /// All missing.
  Value* push(std::size_t count);
  /// Gives back what was pushed last.
  void pop(std::size_t count);

 private:
  struct Chunk {
    std::vector<Value> values;  ///< never resized; missing where they are not in use
    std::size_t used = 0;
  };
  std::vector<Chunk> chunks_;
  std::size_t top_ = 0;  ///< the chunk in use
};

}  // namespace katern::templating
