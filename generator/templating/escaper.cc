#include "templating/escaper.h"

#include <optional>
#include <utility>

#include "templating/compiler.h"
#include "templating/output_checks.h"
#include "templating/source_check.h"

namespace katern::templating {
namespace {

bool is_super(const Expr& expr) {
  return expr.kind == ExprKind::call && static_cast<const CallExpr&>(expr).target == CallExpr::Target::super;
}

class Escaper {
 public:
  Escaper(Template& target, const BlockPlaces& inherited, Findings& findings)
      : template_(target),
        inherited_(inherited),
        places_(inherited),
        findings_(findings),
        here_(HtmlContext(target.syntax)) {}

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
        check_syntax(*static_cast<Extends&>(s).parent, Use::extend);
        silent_ = silent_ || conditions_ == 0;
        break;
      case StatementKind::block: block(static_cast<Block&>(s)); break;
      case StatementKind::evaluate: plain(*static_cast<Evaluate&>(s).value); break;
      case StatementKind::leave_loop:
      case StatementKind::next_turn: jump(s); break;
      case StatementKind::autoescape: autoescape(static_cast<Autoescape&>(s)); break;
      case StatementKind::import: check_syntax(*static_cast<Import&>(s).source, Use::import); break;
      case StatementKind::from_import: check_syntax(*static_cast<FromImport&>(s).source, Use::import); break;
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
    if (is_markup()) check_safe(*s.value, safe_allowed, findings_);
    s.escape = escape_here(*s.value, s.at);
  }

  // After a jump nothing is put out, and so nothing can go wrong.
  Escape escape_here(Expr& expr, Span at) {
    if (silent_ || !here_) return is_markup() ? Escape::text : Escape::none;
    if (is_super(expr) && block_ && block_->begin == *here_) return in_place(static_cast<CallExpr&>(expr));
    const bool wants_json = here_->wants_json();
    const std::string attribute = here_->attribute_name();
    const auto escape = is_filter(expr, "xmlattr") ? here_->attributes(writes_space(expr)) : here_->output();
    if (!escape) {
      findings_.add(escape.error(), at, "name", attribute);
      return Escape::text;
    }
    if (wants_json && !makes_json(expr)) findings_.add(Code::template_output_needs_json, at);
    return *escape;
  }

  // What a block writes is escaped for the place of the block already, and ends where any that replaces it ends.
  Escape in_place(CallExpr& super) {
    super.in_place = true;
    here_ = block_->end;
    return Escape::none;
  }

  void plain(Expr& expr) {
    if (is_markup()) check_safe(expr, false, findings_);
  }

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
    s.in_text = !silent_ && begin && begin->is_text();
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
    const auto outer_block = std::exchange(block_, std::nullopt);
    fragment(code.function.body, code.at);
    block_ = outer_block;
  }

  void ends_inside(Span at, const HtmlContext& begin) {
    findings_.commit(findings_.make(Code::template_ends_inside, at)
                         .with("first", begin.described())
                         .with("second", here_->described()));
  }

  // Where the block begins, and ends in what the template extends.
  BlockPlace place_of(const BlockCode& code) {
    const auto known = inherited_.find(code.name.text);
    const HtmlContext here = !silent_ && here_ ? *here_ : HtmlContext(template_.syntax);
    if (known == inherited_.end()) return {here, here.after_block(), {}};
    if (!silent_ && here_ && here != known->second.begin) {
      findings_.commit(findings_.make(Code::template_block_moved, code.at)
                           .with("name", code.name.text)
                           .with("template", template_.source.name())
                           .with("first", known->second.begin.described())
                           .with("second", here.described()));
      return {here, here, {}};
    }
    return known->second;
  }

  void block(Block& s) {
    BlockPlace place = place_of(*s.code);
    s.code->in_text = place.begin.is_text();

    const auto outer = std::exchange(here_, place.begin);
    const bool outer_silent = std::exchange(silent_, false);
    const auto outer_block = std::exchange(block_, place);
    const auto outer_exits = std::exchange(exits_, {});
    body(s.code->function.body);
    end_block(*s.code, place);
    exits_ = outer_exits;
    block_ = outer_block;
    silent_ = outer_silent;
    here_ = outer_silent || !outer ? outer : place.end;
    places_.insert_or_assign(std::string(s.code->name.text), std::move(place));
  }

  void end_block(const BlockCode& code, BlockPlace& place) {
    const auto end = here_ ? HtmlContext::join(place.begin, *here_) : place.begin;
    if (!end) {
      ends_inside(code.at, place.begin);
    } else if (place.owner.empty()) {
      place.end = end->after_block();
    } else if (here_ && !place.can_end(*here_)) {
      findings_.commit(findings_.make(Code::template_block_ends, code.at)
                           .with("name", code.name.text)
                           .with("template", place.owner)
                           .with("first", place.end.described()));
    }
    if (place.owner.empty()) place.owner = template_.source.name();
  }

  void include(Include& s) {
    if (silent_ || !here_) return;
    check_syntax(*s.source, Use::include);
    if (!here_->is_text()) findings_.add(Code::template_include_place, s.at, "first", here_->described());
  }

  void check_syntax(const Expr& source, Use use) {
    for (const WrittenName& written : written_names(source)) {
      if (can_use(template_.syntax, syntax_of(written.name), use)) continue;
      findings_.add(Code::template_include_syntax, written.at, "name", written.name);
    }
  }

  void autoescape(Autoescape& s) {
    plain(*s.enabled);
    const bool constant = s.enabled->kind == ExprKind::constant;
    const bool on = constant && static_cast<const Constant&>(*s.enabled).value.truthy();
    if (is_markup() && !on) {
      findings_.add(Code::template_autoescape_off, s.at, "kind", template_.syntax == Syntax::html ? "HTML" : "XML");
    } else if (!is_markup() && (on || !constant)) {
      findings_.add(Code::template_autoescape_on, s.at);
    }
    body(s.body);
  }

  Template& template_;
  const BlockPlaces& inherited_;
  BlockPlaces places_;
  Findings& findings_;
  std::optional<HtmlContext> here_;                ///< nothing where nothing can come: after a jump
  std::size_t conditions_ = 0;                     ///< around the current statement
  bool silent_ = false;                            ///< beside the blocks of a template that extends another
  std::optional<BlockPlace> block_;                ///< that it is in
  std::vector<std::optional<HtmlContext>> exits_;  ///< where turns of the loop that it is in end
};

}  // namespace

BlockPlaces give_escaping(Template& target, const BlockPlaces& inherited, Findings& findings) {
  return Escaper(target, inherited, findings).run();
}

}  // namespace katern::templating
