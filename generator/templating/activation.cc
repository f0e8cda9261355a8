#include "templating/activation.h"

#include <algorithm>
#include <utility>

namespace katern::templating {
namespace {

constexpr std::size_t kChunk = 64;

}  // namespace

const BlockCode* find_block(const Lineage& lineage, const Name& name, std::size_t& level) {
  for (; level < lineage.size(); ++level) {
    if (const BlockCode* block = lineage[level]->block(name)) return block;
  }
  return nullptr;
}

Activation MacroValue::activation(Value* slots) const {
  Activation made;
  made.source = code_.source;
  made.slots = slots;
  made.context = context_;
  made.lineage = lineage_;
  made.block = block_;
  made.level = level_;
  made.autoescape = autoescape_;
  made.xml = xml_;
  return made;
}

Value* SlotStack::push(std::size_t count) {
  if (chunks_.empty() || chunks_[top_].values.size() - chunks_[top_].used < count) {
    if (!chunks_.empty()) ++top_;
    if (top_ < chunks_.size() && chunks_[top_].values.size() < count) chunks_.resize(top_);
    if (top_ == chunks_.size()) chunks_.push_back({std::vector<Value>(std::max(count, kChunk), missing()), 0});
  }
  Chunk& chunk = chunks_[top_];
  Value* const first = chunk.values.data() + chunk.used;
  chunk.used += count;
  return first;
}

void SlotStack::pop(std::size_t count) {
  Chunk& chunk = chunks_[top_];
  chunk.used -= count;
  std::for_each_n(chunk.values.begin() + static_cast<std::ptrdiff_t>(chunk.used), count, clear);
  if (chunk.used == 0 && top_ > 0) --top_;
}

}  // namespace katern::templating
