#pragma once

#include "templating/callable.h"

namespace katern::templating {

// Each file of this folder adds what it holds. Together they are Registry::standard().
void add_text_filters(Registry& registry);
void add_layout_filters(Registry& registry);
void add_format_filter(Registry& registry);
void add_markup_filters(Registry& registry);
void add_url_filters(Registry& registry);
void add_number_filters(Registry& registry);
void add_amount_filters(Registry& registry);
void add_list_filters(Registry& registry);
void add_order_filters(Registry& registry);
void add_selection_filters(Registry& registry);
void add_value_filters(Registry& registry);
void add_date_filters(Registry& registry);
void add_name_filters(Registry& registry);
void add_plain_text_filters(Registry& registry);
void add_kind_tests(Registry& registry);
void add_comparison_tests(Registry& registry);
void add_globals(Registry& registry);

}  // namespace katern::templating
