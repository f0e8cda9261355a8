#include "templating/escaper.h"

#include <optional>
#include <utility>

#include "templating/compiler.h"
#include "templating/source_check.h"
#include "templating/walk.h"

namespace katern::templating {
namespace {

bool is_filter(const Expr& expr, std::string_view name) {
  return expr.kind == ExprKind::filter && static_cast<const Applied&>(expr).name == name;
}

bool is_block_call(const Expr& expr) {
  return expr.kind == ExprKind::call && static_cast<const CallExpr&>(expr).target != CallExpr::Target::value;
}

// Whether whatever it comes to was made by the filter `json`, or by a block, whose own outputs were checked.
bool makes_json(const Expr& expr) {
  if (is_filter(expr, "json") || is_filter(expr, "tojson") || is_block_call(expr)) return true;
  if (expr.kind != ExprKind::conditional) return false;
  const auto& conditional = static_cast<const Conditional&>(expr);
  return conditional.no && makes_json(*conditional.yes) && makes_json(*conditional.no);
}

class Escaper {
 public:
  Escaper(Template& target, const BlockPlaces& inherited, Findings& findings)
      : template_(target), places_(inherited), findings_(findings), here_(HtmlContext(target.syntax)) {}

  BlockPlaces run() {
    body(template_.root.body);
    if (here_ && !silent_ && !here_->is_text()) ends_inside(Span{}, HtmlContext(template_.syntax));
    return std::move(places_);
  }

 private:
  bool is_markup() const { return template_.autoescape(); }

  void body(Body& statements) {
    for (const StatementPtr& s : statements) statement(*s);
  }

  void statement(Statement& s) {
    switch (s.kind) {
      case StatementKind::text: text(static_cast<Text&>(s)); break;
      case StatementKind::output: output(static_cast<Output&>(s)); break;
      case StatementKind::condition: condition(static_cast<Condition&>(s)); break;
      case StatementKind::loop: loop(static_cast<Loop&>(s)); break;
      case StatementKind::assign: plain(*static_cast<Assign&>(s).value); break;
      case StatementKind::capture: {
        auto& capture = static_cast<Capture&>(s);
        if (capture.filter) plain(*capture.filter);
        fragment(capture.body, s.at);
        break;
      }
      case StatementKind::with:
        for (auto& [target, value] : static_cast<With&>(s).values) plain(*value);
        body(static_cast<With&>(s).body);
        break;
      case StatementKind::macro: macro(static_cast<Macro&>(s).code); break;
      case StatementKind::call_block: {
        auto& call = static_cast<CallBlock&>(s);
        plain(*call.call);
        call.escape = escape_here(*call.call, s.at);
        macro(call.code);
        break;
      }
      case StatementKind::filter_block: {
        auto& filter = static_cast<FilterBlock&>(s);
        plain(*filter.filter);
        filter.escape = escape_here(*filter.filter, s.at);
        fragment(filter.body, s.at);
        break;
      }
      case StatementKind::include: include(static_cast<Include&>(s)); break;
      case StatementKind::extends:
        check_syntax(*static_cast<Extends&>(s).parent);
        silent_ = silent_ || conditions_ == 0;
        break;
      case StatementKind::block: block(static_cast<Block&>(s)); break;
      case StatementKind::evaluate: plain(*static_cast<Evaluate&>(s).value); break;
      case StatementKind::leave_loop:
      case StatementKind::next_turn: jump(s); break;
      case StatementKind::autoescape: autoescape(static_cast<Autoescape&>(s)); break;
      case StatementKind::import: check_import(*static_cast<Import&>(s).source); break;
      case StatementKind::from_import: check_import(*static_cast<FromImport&>(s).source); break;
    }
  }

  void text(Text& s) {
    if (silent_ || !here_) return;
    const std::string before = here_->described();
    const auto problem = here_->advance(s.text);
    if (!problem) return;
    const auto begin = static_cast<std::size_t>(s.text.data() - template_.source.text().data());
    const Span first{static_cast<std::uint32_t>(begin + problem->offset), 1};
    findings_.commit(findings_.make(problem->code, first).with("first", before).with("second", here_->described()));
  }

  void output(Output& s) {
    const bool safe_allowed = is_markup() && here_ && here_->is_text();
    check_safe(*s.value, safe_allowed);
    s.escape = escape_here(*s.value, s.at);
  }

  // After a jump nothing is put out, and so nothing can go wrong.
  Escape escape_here(const Expr& expr, Span at) {
    if (silent_ || !here_) return is_markup() ? Escape::text : Escape::none;
    const bool wants_json = here_->wants_json();
    const HtmlContext before = *here_;
    const auto escape = is_filter(expr, "xmlattr") ? here_->attributes() : here_->output();
    if (!escape) {
      findings_.add(escape.error(), at, "name", here_->attribute_name());
      return Escape::text;
    }
    if (wants_json && !makes_json(expr)) findings_.add(Code::template_output_needs_json, at);
    // What a block writes is escaped for the place of the block already.
    if (is_super(expr) && block_begin_ && *block_begin_ == before) return Escape::none;
    return *escape;
  }

  static bool is_super(const Expr& expr) {
    return expr.kind == ExprKind::call && static_cast<const CallExpr&>(expr).target == CallExpr::Target::super;
  }

  // `safe` is only good as the last filter of an output.
  void check_safe(Expr& expr, bool allowed) {
    if (!is_markup()) return;
    if (is_filter(expr, "safe") && !allowed) {
      findings_.add(Code::template_safe_misplaced, static_cast<const Applied&>(expr).name_at);
      return;
    }
    if (expr.kind == ExprKind::conditional) {
      auto& conditional = static_cast<Conditional&>(expr);
      check_safe(*conditional.yes, allowed);
      if (conditional.no) check_safe(*conditional.no, allowed);
      check_safe(*conditional.test, false);
      return;
    }
    each_child(expr, [&](Expr& child) { check_safe(child, false); });
  }

  void plain(Expr& expr) { check_safe(expr, false); }

  // Branches

  static std::optional<HtmlContext> join(const std::optional<HtmlContext>& a, const std::optional<HtmlContext>& b,
                                         bool& fits) {
    if (!a) return b;
    if (!b) return a;
    auto joined = HtmlContext::join(*a, *b);
    fits = joined.has_value();
    return fits ? joined : a;
  }

  void join_into(std::optional<HtmlContext>& into, const std::optional<HtmlContext>& other, Span at) {
    bool fits = true;
    auto joined = join(into, other, fits);
    if (!fits) {
      findings_.commit(findings_.make(Code::template_branches_differ, at)
                           .with("first", into->described())
                           .with("second", other->described()));
    }
    into = std::move(joined);
  }

  void condition(Condition& s) {
    const auto before = here_;
    std::optional<HtmlContext> after;
    bool first = true;
    bool otherwise = false;
    for (Condition::Branch& branch : s.branches) {
      if (branch.test) plain(*branch.test);
      otherwise = otherwise || branch.test == nullptr;
      here_ = before;
      ++conditions_;
      body(branch.body);
      --conditions_;
      if (first) {
        after = here_;
      } else {
        join_into(after, here_, s.at);
      }
      first = false;
    }
    if (!otherwise) join_into(after, before, s.at);
    here_ = std::move(after);
  }

  // The body may begin where it ended the time before. When that is another place, it is gone through once more from
  // where both can be.
  void loop(Loop& s) {
    plain(*s.items);
    if (s.filter) plain(*s.filter);
    const auto before = here_;
    const auto outer_exits = std::exchange(exits_, {});
    body(s.body);
    leave(here_);
    bool fits = true;
    std::optional<HtmlContext> begin = before;
    for (const auto& exit : exits_) {
      bool this_fits = true;
      begin = join(begin, exit, this_fits);
      fits = fits && this_fits;
    }
    if (!fits) {
      findings_.commit(findings_.make(Code::template_branches_differ, s.at)
                           .with("first", before->described())
                           .with("second", exits_.back() ? exits_.back()->described() : std::string()));
    } else if (begin != before) {
      exits_.clear();
      here_ = begin;
      body(s.body);
      leave(here_);
      for (const auto& exit : exits_) join_into(begin, exit, s.at);
    }
    exits_ = outer_exits;
    here_ = before;
    body(s.otherwise);
    if (!s.otherwise.empty()) {
      join_into(begin, here_, s.at);
    }
    here_ = begin;
  }

  void leave(const std::optional<HtmlContext>& from) {
    if (from) exits_.push_back(from);
  }

  void jump(Statement&) {
    leave(here_);
    here_.reset();
  }

  // Bodies that begin in the text of the document

  void fragment(Body& statements, Span at) {
    const auto outer = std::exchange(here_, HtmlContext(template_.syntax));
    const bool outer_silent = std::exchange(silent_, false);
    auto outer_exits = std::exchange(exits_, {});
    body(statements);
    if (here_ && !here_->is_text()) ends_inside(at, HtmlContext(template_.syntax));
    // A jump out of a set block goes on where the block stands.
    if (!exits_.empty()) outer_exits.push_back(outer);
    exits_ = std::move(outer_exits);
    here_ = outer;
    silent_ = outer_silent;
  }

  void macro(MacroCode& code) {
    for (const MacroParameter& parameter : code.parameters) {
      if (parameter.fallback) plain(*parameter.fallback);
    }
    const auto outer_begin = std::exchange(block_begin_, std::nullopt);
    fragment(code.function.body, code.at);
    block_begin_ = outer_begin;
  }

  void ends_inside(Span at, const HtmlContext& begin) {
    findings_.commit(findings_.make(Code::template_ends_inside, at)
                         .with("first", begin.described())
                         .with("second", here_->described()));
  }

  void block(Block& s) {
    const std::string_view name = s.code->name.text;
    const auto inherited = places_.find(name);
    HtmlContext begin(template_.syntax);
    if (silent_ || !here_) {
      if (inherited != places_.end()) begin = inherited->second;
    } else {
      begin = *here_;
    }
    places_.insert_or_assign(std::string(name), begin);

    const auto outer = std::exchange(here_, begin);
    const bool outer_silent = std::exchange(silent_, false);
    const auto outer_begin = std::exchange(block_begin_, begin);
    const auto outer_exits = std::exchange(exits_, {});
    body(s.code->function.body);
    std::optional<HtmlContext> end = here_ ? HtmlContext::join(begin, *here_) : begin;
    if (!end) ends_inside(s.code->at, begin);
    exits_ = outer_exits;
    block_begin_ = outer_begin;
    silent_ = outer_silent;
    here_ = outer_silent || !outer ? outer : end ? end : begin;
  }

  void include(Include& s) {
    if (silent_ || !here_) return;
    check_syntax(*s.source);
    if (!here_->is_text()) findings_.add(Code::template_include_place, s.at, "first", here_->described());
  }

  // What the macros of a text write is text here, and escaped; those of HTML and XML write markup, each its own.
  void check_import(const Expr& source) {
    if (!is_markup()) return;
    for (const WrittenName& written : written_names(source)) {
      const Syntax syntax = syntax_of(written.name);
      if (syntax == template_.syntax || (syntax != Syntax::html && syntax != Syntax::xml)) continue;
      findings_.add(Code::template_include_syntax, written.at, "name", written.name);
    }
  }

  // A template of another kind is escaped in another way, or not at all.
  void check_syntax(const Expr& source) {
    if (!is_markup()) return;
    for (const WrittenName& written : written_names(source)) {
      if (syntax_of(written.name) == template_.syntax) continue;
      findings_.add(Code::template_include_syntax, written.at, "name", written.name);
    }
  }

  void autoescape(Autoescape& s) {
    const bool on = s.enabled->kind == ExprKind::constant && static_cast<const Constant&>(*s.enabled).value.truthy();
    if (is_markup() && !on) {
      findings_.add(Code::template_autoescape_off, s.at, "kind", template_.syntax == Syntax::html ? "HTML" : "XML");
    }
    body(s.body);
  }

  Template& template_;
  BlockPlaces places_;
  Findings& findings_;
  std::optional<HtmlContext> here_;                ///< nothing where nothing can come: after a jump
  std::size_t conditions_ = 0;                     ///< around the current statement
  bool silent_ = false;                            ///< beside the blocks of a template that extends another
  std::optional<HtmlContext> block_begin_;         ///< of the block that it is in
  std::vector<std::optional<HtmlContext>> exits_;  ///< where turns of the loop that it is in end
};

}  // namespace

BlockPlaces give_escaping(Template& target, const BlockPlaces& inherited, Findings& findings) {
  return Escaper(target, inherited, findings).run();
}

}  // namespace katern::templating
