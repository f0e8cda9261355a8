#include "templating/builtins/paid_comparison.h"

#include "templating/operators.h"
#include "value/counted_comparison.h"

namespace katern::templating {

bool paid_equal(Invocation& call, const Value& a, const Value& b) {
  std::size_t steps = 0;
  const bool result = equal(a, b, steps);
  call.spend_items(steps / kComparedPerTurn);
  return result;
}

std::partial_ordering paid_compare(Invocation& call, const Value& a, const Value& b) {
  std::size_t steps = 0;
  const std::partial_ordering order = compare(a, b, steps);
  call.spend_items(steps / kComparedPerTurn);
  return order;
}

}  // namespace katern::templating
