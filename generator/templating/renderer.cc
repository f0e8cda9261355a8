#include <algorithm>
#include <array>
#include <utility>

#include "templating/held.h"
#include "templating/namespace.h"
#include "templating/renderer_guards.h"

namespace katern::templating {
namespace {

// What a value in a variable may hold. Together with the bounds on what one expression adds, it bounds every walk over
// a value, such as comparing or dropping one.
constexpr std::size_t kMaxNesting = 64;
constexpr std::size_t kMaxItems = 1'000'000;
// Trees walked inside each other, through macros and includes: what the machine's stack has room for.
constexpr std::size_t kMaxLevels = 3000;
constexpr std::size_t kTraceEnds = 8;
// What a call or an include costs, in turns of a loop.
constexpr std::size_t kStepTurns = 4;

constexpr char kNothing[] = "";

// Counts the items that a value owns, and stops beyond the bounds.
bool fits(const Value& value, std::size_t nesting, std::size_t& items) {
  if (!value.owned() || !(value.is_list() || value.is_object())) return true;
  if (nesting == kMaxNesting) return false;
  items += value.size();
  if (items > kMaxItems) return false;
  if (held<Namespace>(value) != nullptr) return true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const Value& item = value.is_list() ? value.as_list().items[i] : value.as_object().value_at(i);
    if (!fits(item, nesting + 1, items)) return false;
  }
  return true;
}

}  // namespace

Value nothing() { return Value::undefined(std::string_view(kNothing, 0)); }

bool is_nothing(const Value& value) { return value.is_undefined() && value.undefined_name().data() == kNothing; }

Renderer::Renderer(const Environment& environment, const Scope& scope, std::string_view entry, const Limits& limits,
                   Report& report)
    : environment_(environment),
      scope_(scope),
      entry_(entry),
      limits_(limits),
      report_(report),
      room_(limits.output_bytes) {}

// Macros and namespaces may refer to each other in circles, which counting never frees.
Renderer::~Renderer() {
  for (const auto& run : runs_) run->context.clear();
  for (const Value& value : kept_) {
    if (value.is_callable()) {
      static_cast<const MacroValue&>(value.as_callable()).capture({});
    } else {
      static_cast<const Namespace&>(value.as_object()).clear();
    }
  }
}

template <class Work>
bool Renderer::guarded(Work work) {
  try {
    work();
    return true;
  } catch (const Failure&) {
    return false;
  }
}

bool Renderer::render(const Template& target, std::string& out) {
  out_ = &out;
  return guarded([&] {
    auto run = new_run(Context(environment_.registry, &scope_));
    run_root(target, *run);
    end_run(std::move(run));
  });
}

std::optional<Value> Renderer::evaluate(const Template& target) {
  std::optional<Value> result;
  std::string unused;
  out_ = &unused;
  guarded([&] {
    Activation activation;
    activation.source = &target.source;
    activation.slots = slots_.push(target.root.slot_count);
    Context context(environment_.registry, &scope_);
    activation.context = &context;
    const Running running(*this, activation);
    result = demand(*static_cast<const Output&>(*target.root.body.front()).value);
  });
  return result;
}

// Failing

Diagnostic Renderer::finding(Code code, Span at) const {
  Diagnostic diagnostic(code, active_->source->place(at));
  add_trace(diagnostic);
  return diagnostic;
}

void Renderer::add_trace(Diagnostic& diagnostic) const {
  for (std::size_t i = steps_.size(); i-- > 0;) {
    // Of an endless recursion both ends tell enough.
    if (i >= kTraceEnds && steps_.size() - i > kTraceEnds) continue;
    const Step& step = steps_[i];
    diagnostic.trace.push_back({step.kind, std::string(step.name), step.source->place(step.at)});
  }
  if (!entry_.empty()) diagnostic.trace.push_back({Frame::Kind::rendering, std::string(entry_), {}});
}

void Renderer::fail(Diagnostic diagnostic) {
  report_.add(std::move(diagnostic));
  throw Failure{};
}

void Renderer::fail(Code code, Span at) { fail(finding(code, at)); }

void Renderer::fail(Code code, Span at, std::string_view argument, std::string_view value,
                    std::string_view suggestion) {
  fail(finding(code, at).with(argument, value).suggest(suggestion));
}

void Renderer::fail(CallError error, Span at) {
  Diagnostic diagnostic = finding(error.code, at);
  diagnostic.arguments = std::move(error.arguments);
  diagnostic.suggestion = std::move(error.suggestion);
  fail(std::move(diagnostic));
}

void Renderer::fail_too_many_turns(Span at) {
  fail(Code::template_too_many_turns, at, "limit", std::to_string(limits_.loop_steps));
}

// Texts in variables count as well, with some room for what is made and dropped again.
void Renderer::charge_bytes(std::size_t bytes, Span at) {
  bytes_ += bytes;
  if (bytes_ / 8 > limits_.output_bytes) fail_too_long(at);
}

void Renderer::fail_too_long(Span at) {
  fail(Code::template_too_long, at, "limit", std::to_string(limits_.output_bytes));
}

std::optional<CallError> Renderer::spend_items(std::size_t items) {
  turns_ += items;
  if (turns_ <= limits_.loop_steps) return std::nullopt;
  return CallError{Code::template_too_many_turns, {{"limit", std::to_string(limits_.loop_steps)}}, {}};
}

std::optional<CallError> Renderer::spend_bytes(std::size_t bytes) {
  bytes_ += bytes;
  if (bytes_ / 8 <= limits_.output_bytes) return std::nullopt;
  return CallError{Code::template_too_long, {{"limit", std::to_string(limits_.output_bytes)}}, {}};
}

// What is only lent costs nothing.
std::optional<CallError> Renderer::spend_on(const Value& made) {
  if (!made.owned()) return std::nullopt;
  return spend_bytes(made.is_string() ? made.as_string().size() : made.size() * sizeof(Value));
}

Value Renderer::paid(CallResult result, Span at) {
  if (!result) fail(std::move(result.error()), at);
  if (auto error = spend_on(*result)) fail(*std::move(error), at);
  return *std::move(result);
}

void Renderer::guard_size(const Value& value, Span at) {
  std::size_t items = 0;
  if (!fits(value, 0, items)) fail(Code::template_value_too_large, at);
}

Renderer::Stepping::Stepping(Renderer& renderer, const Step& step, std::size_t depth, Slot slot_count)
    : renderer_(renderer), depth_(depth), slot_count_(slot_count) {
  if (renderer.steps_.size() >= renderer.limits_.depth || renderer.levels_ + depth > kMaxLevels) {
    renderer.fail(Code::template_recursion, step.at, "name", step.name);
  }
  renderer.charge(kStepTurns, step.at);
  renderer.steps_.push_back(step);
  renderer.levels_ += depth;
  slots_ = renderer.slots_.push(slot_count);
}

Renderer::Stepping::~Stepping() {
  renderer_.slots_.pop(slot_count_);
  renderer_.levels_ -= depth_;
  renderer_.steps_.pop_back();
}

}  // namespace katern::templating
