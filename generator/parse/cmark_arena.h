#pragma once

#include <cmark-gfm.h>
#include <cstddef>
#include <memory>
#include <vector>

namespace katern::parse {

/// Memory for one tree of cmark-gfm, handed out from large pieces and given back all at once: a tree is hundreds of
/// small nodes that live and die together, and malloc would be a third of the time that parsing takes.
///
/// cmark-gfm's allocator has no room for a context, so the arena in use is known per thread: the one made last. It must
/// be destroyed on the thread that made it, before any made earlier.
class CmarkArena {
 public:
  explicit CmarkArena(std::size_t expected_bytes);
  ~CmarkArena();
  CmarkArena(const CmarkArena&) = delete;
  CmarkArena& operator=(const CmarkArena&) = delete;

  /// Hands out from the arena in use.
  static cmark_mem* allocator();

 private:
  void* allocate(std::size_t bytes);
  void* reallocate(void* old, std::size_t bytes);

  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::byte* free_ = nullptr;
  std::byte* end_ = nullptr;
  CmarkArena* outer_ = nullptr;
};

}  // namespace katern::parse
