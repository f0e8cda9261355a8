#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace katern::citations {

/// A line of text with italics and links in it, put together piece by piece, written as HTML or as plain text.
class Prose {
 public:
  enum class Look { plain, italic, link };

  struct Run {
    std::string text;
    Look look = Look::plain;

    bool operator==(const Run&) const = default;
  };

  Prose& add(std::string_view text, Look look = Look::plain);
  Prose& add(const Prose& other);
  /// What follows stands apart by a space; none at the start of the line.
  Prose& space();
  /// Ends a sentence: a full stop, unless the text ends in . ? ! or … already, or is empty.
  Prose& stop();

  bool empty() const { return runs_.empty(); }
  const std::vector<Run>& runs() const { return runs_; }

  std::string plain() const;
  /// Escaped; italics as `<em>`, links as `<a>`. The text of a link is its address.
  std::string html() const;

 private:
  std::vector<Run> runs_;
};

}  // namespace katern::citations
