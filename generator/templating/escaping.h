#pragma once

#include <string>
#include <string_view>

namespace katern::templating {

/// Markup where only text can stand, an attribute or a title: its references stay, while its tags and quotes become
/// text.
void append_markup_as_text(std::string& out, std::string_view markup);

/// Whether a text may go on with a URL of which a part is written, but no `/`, `?` or `#` yet: it must not complete a
/// scheme.
bool is_safe_url_part(std::string_view text);

}  // namespace katern::templating
