#pragma once

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace katern::files {

/// A call that is made again as long as a signal interrupts it.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

/// An open file of the system, closed at the end. Holds -1 where opening failed, with the reason in errno.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ != -1) ::close(number_);
  }

  bool is_open() const { return number_ != -1; }
  int number() const { return number_; }
  /// For a call that closes it itself.
  int release() { return std::exchange(number_, -1); }

  /// Never a symlink in the last step, and never waiting for the other end of a pipe.
  static Descriptor open(int directory, const char* path, int flags) {
    constexpr int kAlways = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    constexpr mode_t kReadableByAll = 0666;  // less the umask
    return Descriptor(uninterrupted([&] { return ::openat(directory, path, flags | kAlways, kReadableByAll); }));
  }

 private:
  int number_;
};

}  // namespace katern::files
