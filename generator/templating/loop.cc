#include "templating/loop.h"

#include <cstdint>
#include <utility>

#include "value/counted_comparison.h"

namespace katern::templating {
namespace {

Value whole(std::size_t number) { return Value(static_cast<std::int64_t>(number)); }

}  // namespace

bool LoopObject::has_method(std::string_view name) { return name == "cycle" || name == "changed"; }

std::vector<std::string> LoopObject::names() {
  return {"index", "index0", "revindex", "revindex0", "first", "last",   "length",
          "depth", "depth0", "previtem", "nextitem",  "cycle", "changed"};
}

bool LoopObject::changed(std::vector<Value> values, std::size_t& steps) const {
  bool same = last_.has_value() && last_->size() == values.size();
  for (std::size_t i = 0; same && i < values.size(); ++i) same = equal((*last_)[i], values[i], steps);
  if (!same) last_ = std::move(values);
  return !same;
}

std::optional<Value> LoopObject::attribute(const Name& name) const {
  switch (name.hash) {
    case hash_of("index"): return whole(index_ + 1);
    case hash_of("index0"): return whole(index_);
    case hash_of("revindex"): return whole(size_ - index_);
    case hash_of("revindex0"): return whole(size_ - index_ - 1);
    case hash_of("first"): return Value(index_ == 0);
    case hash_of("last"): return Value(index_ + 1 == size_);
    case hash_of("length"): return whole(size_);
    case hash_of("depth"): return whole(depth_ + 1);
    case hash_of("depth0"): return whole(depth_);
    case hash_of("previtem"):
      if (index_ == 0 || !items_.is_list()) return std::nullopt;
      return items_.at(index_ - 1);
    case hash_of("nextitem"):
      if (index_ + 1 >= size_ || !items_.is_list()) return std::nullopt;
      return items_.at(index_ + 1);
    default: return std::nullopt;
  }
}

const Value* LoopObject::find(const Name& name) const {
  auto found = attribute(name);
  if (!found) return nullptr;
  answer_ = *std::move(found);
  return &answer_;
}

}  // namespace katern::templating
