#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace katern::text {

/// Dutch alphabetical order (ICU, locale nl): letter case and accents only decide between otherwise equal texts.
/// May be used from any thread.
class Collator {
 public:
  Collator();
  ~Collator();
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;

  /// Bytes whose order is the order of the texts.
  std::string sort_key(std::string_view text) const;

 private:
  struct Icu;
  std::unique_ptr<const Icu> icu_;
};

}  // namespace katern::text
