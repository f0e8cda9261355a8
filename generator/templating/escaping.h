#pragma once

#include <string>
#include <string_view>

#include "templating/ast_statement.h"

namespace katern::templating {

/// The text as HTML.
std::string escaped(std::string_view text);

/// Appends a string as HTML: what is markup as it is, other text escaped.
void append_as_markup(std::string& out, const Value& text);

/// Markup where only text can stand, an attribute or a title: its references stay, while its tags and quotes become
/// text.
void append_markup_as_text(std::string& out, std::string_view markup);

/// Whether a text may go on with a URL of which a part is written, but no `/`, `?` or `#` yet: it must not complete a
/// scheme.
bool is_safe_url_part(std::string_view text);

/// Whether each of the URLs in a list, with white space or commas between them, is relative or of a scheme that is
/// allowed.
bool is_safe_url_list(std::string_view text);

/// The text after the first of the URLs in a list.
std::string_view after_first_url(std::string_view text);

/// Whether a URL has neither a scheme nor a host, and cannot get one from what comes after it.
bool is_local_url(std::string_view url);

/// Whether a text may be written with one of the escapings of URLs.
bool is_allowed(std::string_view text, Escape escape);

}  // namespace katern::templating
