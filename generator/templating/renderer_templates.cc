#include <algorithm>
#include <memory>
#include <utility>

#include "templating/compiler.h"
#include "templating/renderer_guards.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::templating {

std::unique_ptr<Renderer::Run> Renderer::new_run(Context context) const {
  return std::make_unique<Run>(Run{std::move(context), {}});
}

void Renderer::end_run(std::unique_ptr<Run> run) {
  if (!run->context.has_macros()) return;
  run->context.keep_visible();
  turns_ += kKeptTurns;
  runs_.push_back(std::move(run));
}

void Renderer::run_root(const Template& target, Run& run) {
  run.lineage.push_back(&target);
  Activation activation;
  activation.source = &target.source;
  activation.slots = slots_.push(target.root.slot_count);
  activation.context = &run.context;
  activation.lineage = &run.lineage;
  activation.autoescape = target.autoescape();
  activation.xml = environment_.by_context && target.syntax == Syntax::xml;
  const Running running(*this, activation);
  if (target.broken) fail(Code::template_broken, Span{}, "name", target.source.name());
  this->run(target.root.body);
  slots_.pop(target.root.slot_count);
  if (activation.parent == nullptr) return;

  const Template& parent = *run.lineage.back();
  run.lineage.pop_back();
  const Stepping step(*this, {Frame::Kind::extended, parent.source.name(), &target.source, activation.parent->at},
                      parent.root.depth);
  run_root(parent, run);
}

// The parent joins the lineage at once, and is run when the template that extends it is done.
void Renderer::extends(const Extends& s) {
  if (active_->parent != nullptr) fail(Code::template_extends_twice, s.at);
  const Template* parent = choose(*s.parent, demand(*s.parent), false);
  check_syntax(*parent, Use::extend, s.parent->at);
  check_blocks(*parent, s.parent->at);
  Lineage& lineage = *active_->lineage;
  if (std::find(lineage.begin(), lineage.end(), parent) != lineage.end()) {
    fail(Code::template_extends_itself, s.parent->at, "name", parent->source.name());
  }
  lineage.push_back(parent);
  active_->parent = &s;
  active_->silent = true;
}

void Renderer::block(const Block& s) {
  if (active_->silent) return;
  std::size_t level = 0;
  const BlockCode* code = find_block(*active_->lineage, s.code->name, level);
  if (code->required) fail(Code::template_block_required, s.at, "name", s.code->name.text);
  if (!s.code->scoped) return run_block(*code, level, *active_->context, s.at);
  auto run = new_run(Context(*active_->context, s.visible, active_->slots));
  run_block(*code, level, run->context, s.at);
  end_run(std::move(run));
}

void Renderer::run_block(const BlockCode& code, std::size_t level, Context& context, Span at) {
  const Template& owner = *(*active_->lineage)[level];
  const Stepping step(*this, {Frame::Kind::called, code.name.text, active_->source, at}, code.function.depth,
                      code.function.slot_count);
  Activation activation;
  activation.source = &owner.source;
  activation.slots = step.slots();
  activation.context = &context;
  activation.lineage = active_->lineage;
  activation.block = &code;
  activation.level = level;
  activation.autoescape = owner.autoescape();
  activation.xml = environment_.by_context && owner.syntax == Syntax::xml;
  const Running running(*this, activation);
  run(code.function.body);
}

void Renderer::include(const Include& s) {
  if (active_->silent) return;
  const Template* target = choose(*s.source, demand(*s.source), s.ignore_missing);
  if (target == nullptr) return;
  check_syntax(*target, Use::include, s.source->at);
  const Stepping step(*this, {Frame::Kind::included, target->source.name(), active_->source, s.at}, target->root.depth);
  auto run = new_run(s.with_context ? Context(*active_->context, s.visible, active_->slots)
                                    : Context(environment_.registry, nullptr));
  run_root(*target, *run);
  end_run(std::move(run));
}

// What is chosen by name at run time is held to what the compiler asks of names that are written out.
void Renderer::check_syntax(const Template& target, Use use, Span at) {
  if (!environment_.by_context) return;
  const Syntax here = syntax_of(active_->source->name());
  if (!can_use(here, target.syntax, use)) fail(Code::template_include_syntax, at, "name", target.source.name());
}

// The blocks of every template that is extended were escaped for where its parents were thought to have them.
void Renderer::check_blocks(const Template& parent, Span at) {
  if (!environment_.by_context) return;
  for (const Template* derived : *active_->lineage) {
    for (const auto& block : derived->blocks) {
      const auto place = derived->places.find(block->name.text);
      const auto found = parent.places.find(block->name.text);
      if (found == parent.places.end() || place == derived->places.end() || found->second == place->second) continue;
      fail(finding(Code::template_block_moved, at)
               .with("name", block->name.text)
               .with("template", parent.source.name())
               .with("first", place->second.begin.described())
               .with("second", found->second.begin.described()));
    }
  }
}

const Template* Renderer::choose(const Expr& source, const Value& value, bool may_be_missing) {
  if (!value.is_list()) {
    const Template* found = choose_one(source, value);
    if (found == nullptr && !may_be_missing) {
      const auto known = environment_.store == nullptr ? std::vector<std::string>() : environment_.store->names();
      fail(Code::template_unknown, source.at, "name", value.as_string(),
           text::nearest(value.as_string(), known).value_or(""));
    }
    return found;
  }
  std::string names;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const Value name = value.at(i);
    if (const Template* found = choose_one(source, name)) return found;
    if (!names.empty()) names += ", ";
    names += name.as_string();
  }
  if (!may_be_missing) fail(Code::template_unknown, source.at, "name", names);
  return nullptr;
}

const Template* Renderer::choose_one(const Expr& source, const Value& name) {
  if (!name.is_string()) fail(Code::template_name_not_text, source.at, "kind", kind_name(name.kind()));
  return environment_.store == nullptr ? nullptr : environment_.store->find(name.as_string());
}

// Runs a template for what it sets and defines. What it writes is dropped.
Context& Renderer::module(const Template& target, Frame::Kind kind, bool with_context,
                          std::span<const VisibleName> visible, Span at) {
  if (!with_context) {
    const auto known = modules_.find(&target);
    if (known != modules_.end()) return *known->second;
  }
  const Stepping step(*this, {kind, target.source.name(), active_->source, at}, target.root.depth);
  auto run = new_run(with_context ? Context(*active_->context, visible, active_->slots)
                                  : Context(environment_.registry, nullptr));
  Context& context = run->context;
  std::string dropped;
  std::string* const out = std::exchange(out_, &dropped);
  run_root(target, *run);
  out_ = out;
  context.note_macro();
  end_run(std::move(run));
  if (!with_context) modules_[&target] = &context;
  return context;
}

void Renderer::import(const Import& s) {
  const Template* target = choose(*s.source, demand(*s.source), false);
  check_syntax(*target, Use::import, s.source->at);
  const Context& context = module(*target, Frame::Kind::imported, s.with_context, s.visible, s.at);
  auto made = std::make_unique<Dict>();
  for (const Context::Variable& variable : context.variables()) {
    if (variable.exported) made->set(variable.name.text, variable.value);
  }
  assign_imported(s.target, Value::adopt(made.release()));
}

// What a template imported is not handed on to those that import it.
void Renderer::assign_imported(const Target& target, Value value) {
  if (target.exported) {
    active_->context->set(target.name, std::move(value), false);
  } else {
    assign(target, std::move(value));
  }
}

void Renderer::from_import(const FromImport& s) {
  const Template* target = choose(*s.source, demand(*s.source), false);
  check_syntax(*target, Use::import, s.source->at);
  const Context& context = module(*target, Frame::Kind::imported, s.with_context, s.visible, s.at);
  for (const FromImport::Imported& imported : s.names) {
    const auto& variables = context.variables();
    const auto found = std::find_if(variables.begin(), variables.end(), [&](const Context::Variable& variable) {
      return variable.exported && variable.name.text == imported.name.text;
    });
    assign_imported(imported.target, found != variables.end() ? found->value : Value::undefined(imported.name.text));
  }
}

}  // namespace katern::templating
