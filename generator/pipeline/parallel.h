#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace katern::pipeline {

/// Calls `task(index, worker)` for every index below `count`, from up to `workers` threads; `worker` counts from 0, so
/// that each thread can have a buffer of its own. Results belong in slots by index, never in the order of completion.
/// An exception (of the machine: no memory) ends the run and is thrown again here.
template <class Task>
void parallel_for(std::size_t count, unsigned workers, const Task& task) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto work = [&](unsigned worker) {
    try {
      for (std::size_t index = next++; index < count; index = next++) task(index, worker);
    } catch (...) {
      const std::lock_guard guard(failure_lock);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned worker = 1; worker < workers && worker < count; ++worker) threads.emplace_back(work, worker);
  work(0);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace katern::pipeline
