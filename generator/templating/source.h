#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "diagnostics/place.h"

namespace katern::templating {

/// A stretch of a template's text, in bytes.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// From where `first` begins to where `last` ends.
constexpr Span join(Span first, Span last) { return {first.offset, last.offset + last.length - first.offset}; }

/// The text of one template, kept as long as what was compiled from it, and where it stands for messages.
class Source {
 public:
  /// Line ends become \n, and a byte order mark is left out. `origin` is where the text begins: line 1, column 1 of a
  /// file, or within one.
  Source(std::string name, Place origin, std::string_view text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  /// Lines are counted anew each time, since only messages need them.
  Place place(Span span) const;

 private:
  std::string name_;
  Place origin_;
  std::string text_;
};

}  // namespace katern::templating
