#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace katern::pipeline {

/// Calls `task(index, worker)` for every index below `count`, from up to `workers` threads; `worker` counts from 0, so
/// that each thread can have a buffer of its own. Results belong in slots by index, never in the order of completion.
/// Where the system gives no more threads, those that there are do the work. An exception (of the machine: no memory)
/// ends the run and is thrown again here.
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
  threads.reserve(std::min<std::size_t>(workers, count));
  try {
    for (unsigned worker = 1; worker < workers && worker < count; ++worker) threads.emplace_back(work, worker);
  } catch (const std::system_error&) {
  }
  work(0);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace katern::pipeline
