#pragma once

// Counts what this thread allocates. In one source file of a program: #define KATERN_COUNT_ALLOCATIONS before it.

#include <cstddef>
#include <cstdlib>
#include <new>

namespace katern {

inline thread_local std::size_t allocations = 0;

}  // namespace katern

#ifdef KATERN_COUNT_ALLOCATIONS
void* operator new(std::size_t size) {
  ++katern::allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif
