#pragma once

#include <functional>
#include <optional>

#include "model/site.h"
#include "render/entry_citations.h"
#include "templating/callable.h"

namespace katern::render {

/// The filters `references`, `citation` and `citation_files`. `record_of`: the index of an entry, nothing for other
/// values; `back`: the label of links from the list to the text. All but these two must outlive the registry.
void add_citation_filters(templating::Registry& registry, const model::Site& site, const CitationStyle& style,
                          std::function<std::optional<std::size_t>(const Value&)> record_of, std::string back);

}  // namespace katern::render
