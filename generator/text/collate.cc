#include "text/collate.h"

#include <array>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace katern::text {

struct Collator::Icu {
  std::unique_ptr<const icu::Collator> rules;  ///< null where ICU has lost its data
};

Collator::Collator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Collator> rules(icu::Collator::createInstance(icu::Locale("nl"), status));
  if (U_FAILURE(status) != 0) rules.reset();
  icu_ = std::make_unique<const Icu>(Icu{std::move(rules)});
}

Collator::~Collator() = default;

std::string Collator::sort_key(std::string_view text) const {
  if (!icu_->rules) return std::string(text);
  const icu::UnicodeString utf16 =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::array<std::uint8_t, 256> buffer;  // NOLINT: ICU fills what is read
  const auto capacity = static_cast<std::int32_t>(buffer.size());
  const std::int32_t needed = icu_->rules->getSortKey(utf16, buffer.data(), capacity);
  // ICU ends a key with a zero byte, which is no part of the order.
  if (needed <= capacity) return {reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(needed - 1)};
  std::string key(static_cast<std::size_t>(needed), '\0');
  icu_->rules->getSortKey(utf16, reinterpret_cast<std::uint8_t*>(key.data()), needed);
  key.pop_back();
  return key;
}

}  // namespace katern::text
