#include <array>
#include <memory>

#include "templating/builtins/builtins.h"
#include "templating/builtins/invocation.h"
#include "templating/namespace.h"

namespace katern::templating {
namespace {

Value range(Invocation& call) {
  std::int64_t start = call.integer(0);
  std::int64_t stop = start;
  if (call.given(1)) {
    stop = call.integer(1);
  } else {
    start = 0;
  }
  const std::int64_t step = call.integer(2);
  if (step == 0) call.bad_value(2, "it must not be zero");
  if (call.failed() || (step > 0 ? start >= stop : start <= stop)) return Value::list({});
  // In unsigned arithmetic the distance cannot overflow.
  const std::uint64_t distance = step > 0 ? static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start)
                                          : static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop);
  const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : ~static_cast<std::uint64_t>(step) + 1;
  const std::uint64_t count = (distance - 1) / stride + 1;
  if (!call.within(count, kMaxItems)) return {};
  std::vector<Value> numbers;
  numbers.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    numbers.emplace_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(start) + i * static_cast<std::uint64_t>(step)));
  }
  return Value::list(std::move(numbers));
}

/// What `dict` and `namespace` begin with: the attributes of an object or pairs, then the named arguments.
template <class Target>
Value filled(Invocation& call) {
  auto target = std::make_unique<Target>();
  if (call.count() > 1) {
    call.fail({Code::call_too_many_arguments,
               {{"callee", std::string(call.callee())}, {"given", std::to_string(call.count())}, {"limit", "1"}},
               {}});
  }
  if (call.count() == 1 && call.argument(0).is_object()) {
    const Object& from = call.argument(0).as_object();
    for (std::size_t i = 0; i < from.size(); ++i) target->set(from.key_at(i), from.value_at(i));
  } else if (call.count() == 1) {
    for (const Value& pair : call.items_of(call.argument(0))) {
      if (pair.is_list() && pair.size() == 2) {
        target->set(call.text_of(pair.at(0)), pair.at(1));
      } else {
        call.wrong_subject("an object or a list of pairs");
      }
    }
  }
  for (const auto& [name, value] : call.named()) target->set(name.text, value);
  return Value::adopt(target.release());
}

/// Goes round its items. Belongs to the rendering that made it, as do its functions, which outlive it if need be.
class Cycler final : public Object {
 public:
  explicit Cycler(std::vector<Value> items) : turn_(std::make_shared<Turn>()) {
    turn_->items = std::move(items);
    turn_->current = turn_->items.front();
    next_ = make_function(define({"next", {}, "The current item; then moves on."}, [turn = turn_](Invocation&) {
      Value now = turn->current;
      turn->move_to((turn->position + 1) % turn->items.size());
      return now;
    }));
    reset_ = make_function(define({"reset", {}, "Back to the first item."}, [turn = turn_](Invocation&) {
      turn->move_to(0);
      return Value();
    }));
  }

  const Value* find(const Name& name) const override {
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
      if (kKeys[i] == name.text) return &value_at(i);
    }
    return nullptr;
  }
  std::size_t size() const override { return kKeys.size(); }
  std::string_view key_at(std::size_t index) const override { return kKeys[index]; }
  const Value& value_at(std::size_t index) const override {
    return index == 0 ? next_ : index == 1 ? turn_->current : reset_;
  }

 private:
  static constexpr std::array<std::string_view, 3> kKeys = {"next", "current", "reset"};

  struct Turn {
    std::vector<Value> items;
    std::size_t position = 0;
    Value current;

    void move_to(std::size_t index) {
      position = index;
      current = items[index];
    }
  };

  std::shared_ptr<Turn> turn_;
  Value next_;
  Value reset_;
};

Value cycler(Invocation& call) {
  std::vector<Value> items;
  for (std::size_t i = 0; i < call.count(); ++i) items.push_back(call.argument(i));
  if (!items.empty()) return Value::adopt(new Cycler(std::move(items)));
  call.fail({Code::call_missing_argument, {{"callee", "cycler"}, {"argument", "items"}}, {}});
  return {};
}

Value joiner(Invocation& call) {
  const Value separator = call.argument(0);
  return make_function(define({"joiner", {}, "Nothing the first time, then the separator."},
                              [separator, used = std::make_shared<bool>(false)](Invocation&) {
                                if (std::exchange(*used, true)) return separator;
                                return Value::view("");
                              }));
}

}  // namespace

void add_globals(Registry& registry) {
  const auto add = [&](Builtin builtin) {
    const std::string_view name = builtin.name;
    registry.add_global(name, make_function(std::move(builtin)));
  };
  add(define({"range",
              {required("start"), optional("stop"), optional("step", 1)},
              "The whole numbers from `start` up to `stop`; with one argument, from 0 up to it."},
             range));
  add(define({"dict", {}, "An object from named arguments.", true}, filled<Dict>));
  add(define({"namespace", {}, "An object whose attributes `set` may change, also from inside a loop.", true},
             filled<Namespace>));
  add(define({"cycler", {}, "Goes round the values given: `next()`, `current`, `reset()`.", true}, cycler));
  add(define({"joiner",
              {optional_text("sep", ", ")},
              "A function that gives nothing the first time, and the separator from then on."},
             joiner));
}

}  // namespace katern::templating
