#include "parse/cmark_arena.h"

#include <algorithm>
#include <cstring>

namespace katern::parse {
namespace {

constexpr std::size_t kAlignment = alignof(std::max_align_t);
constexpr std::size_t kPiece = 64 * 1024;
/// In front of what is handed out stands its size.
constexpr std::size_t kHeader = kAlignment;

CmarkArena*& in_use() {
  thread_local CmarkArena* arena = nullptr;
  return arena;
}

std::size_t rounded(std::size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

std::size_t size_of(const void* block) {
  std::size_t size = 0;
  std::memcpy(&size, static_cast<const std::byte*>(block) - kHeader, sizeof size);
  return size;
}

}  // namespace

CmarkArena::CmarkArena(std::size_t expected_bytes) : outer_(in_use()) {
  const std::size_t bytes = std::max(expected_bytes, kPiece);
  pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
  free_ = pieces_.back().get();
  end_ = free_ + bytes;
  in_use() = this;
}

CmarkArena::~CmarkArena() { in_use() = outer_; }

void* CmarkArena::allocate(std::size_t bytes) {
  const std::size_t whole = kHeader + rounded(bytes);
  if (static_cast<std::size_t>(end_ - free_) < whole) {
    const std::size_t piece = std::max(whole, kPiece << std::min<std::size_t>(pieces_.size(), 6));
    pieces_.push_back(std::make_unique_for_overwrite<std::byte[]>(piece));
    free_ = pieces_.back().get();
    end_ = free_ + piece;
  }
  std::memcpy(free_, &bytes, sizeof bytes);
  void* block = free_ + kHeader;
  free_ += whole;
  return block;
}

void* CmarkArena::reallocate(void* old, std::size_t bytes) {
  if (old == nullptr) return allocate(bytes);
  const std::size_t size = size_of(old);
  if (bytes <= size) return old;
  auto* block = static_cast<std::byte*>(old);
  const bool is_last = block + rounded(size) == free_;
  if (is_last && static_cast<std::size_t>(end_ - block) >= rounded(bytes)) {
    std::memcpy(block - kHeader, &bytes, sizeof bytes);
    free_ = block + rounded(bytes);
    return old;
  }
  void* grown = allocate(bytes);
  std::memcpy(grown, old, size);
  return grown;
}

cmark_mem* CmarkArena::allocator() {
  static cmark_mem memory{
      [](std::size_t count, std::size_t bytes) {
        void* block = in_use()->allocate(count * bytes);
        return std::memset(block, 0, count * bytes);
      },
      [](void* old, std::size_t bytes) { return in_use()->reallocate(old, bytes); },
      [](void*) {},
  };
  return &memory;
}

}  // namespace katern::parse
