#include <algorithm>
#include <utility>

#include "read/inventory.h"
#include "read/size_in_words.h"
#include "text/utf8.h"

namespace katern::read {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void normalise_line_ends(std::string& text) {
  std::size_t to = text.find('\r');
  if (to == std::string::npos) return;
  for (std::size_t from = to; from < text.size(); ++from) {
    const bool carriage_return = text[from] == '\r';
    if (carriage_return && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = carriage_return ? '\n' : text[from];
  }
  text.resize(to);
}

Diagnostic failure(const files::FileError& error, const SourceFile& file, std::uint64_t max_bytes) {
  const Place place{file.path, {}, 0};
  switch (error.kind) {
    case files::FileError::Kind::too_large:
      return Diagnostic(Code::file_too_large, place)
          .with("size", size_in_words(std::max(file.bytes, max_bytes + 1)))
          .with("max", size_in_words(max_bytes));
    default: return Diagnostic(Code::file_unreadable, place).with("reason", error.reason);
  }
}

}  // namespace

std::optional<std::string> read_text(const files::FileSystem& disk, const Inventory& inventory, const SourceFile& file,
                                     std::uint64_t max_bytes, Report& report) {
  auto bytes = disk.read(inventory.root + '/' + file.path, max_bytes);
  if (!bytes) {
    report.add(failure(bytes.error(), file, max_bytes));
    return std::nullopt;
  }
  std::string text = *std::move(bytes);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  normalise_line_ends(text);
  if (const auto invalid = text::first_invalid_utf8(text)) {
    report.add(Diagnostic(Code::file_not_utf8, Place{file.path, position_at(text, *invalid), 1}));
    return std::nullopt;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    report.add(Diagnostic(Code::file_has_nul, Place{file.path, position_at(text, nul), 1}));
    return std::nullopt;
  }
  return text;
}

}  // namespace katern::read
