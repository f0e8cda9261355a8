#include "citations/reference.h"

#include "citations/doi.h"
#include "citations/names.h"
#include "citations/pages.h"

namespace katern::citations {
namespace {

using enum TextVariable;

enum class Form { periodical, part, whole };

Form form_of(const Item& item) {
  const bool contained = !item.text(container_title).empty();
  switch (item.type) {
    case Type::article_journal:
    case Type::article_magazine:
    case Type::article_newspaper:
    case Type::post_weblog: return Form::periodical;
    case Type::interview: return contained ? Form::periodical : Form::whole;
    case Type::chapter:
    case Type::entry:
    case Type::entry_dictionary:
    case Type::entry_encyclopedia: return Form::part;
    case Type::paper_conference: return contained ? Form::part : Form::whole;
    default: return Form::whole;
  }
}

/// Puts one entry together; each step adds an element and the mark that ends it.
class Writer {
 public:
  Writer(const Item& item, const Style& style, std::string_view suffix)
      : item_(item), style_(style), terms_(terms_of(style)), form_(form_of(item)), suffix_(suffix) {}

  Prose write() {
    const bool named = !leading_names(item_).empty();
    if (named) {
      line_.add(leading()).stop();
    } else {
      add_title();
    }
    line_.space().add("(" + date_in_list(item_, style_, suffix_) + ")").stop();
    if (named) add_title();
    switch (form_) {
      case Form::periodical: add_periodical(); break;
      case Form::part: add_container(); break;
      case Form::whole: add_origin(); break;
    }
    add_address();
    return std::move(line_);
  }

 private:
  std::string_view text(TextVariable variable) const { return item_.text(variable); }

  std::string leading() const {
    const auto names = leading_names(item_);
    std::string out = authors_in_list(names);
    if (!item_.people(NameVariable::author).empty()) return out;
    const bool directed = !item_.people(NameVariable::director).empty() && item_.type == Type::motion_picture;
    const bool one = names.size() == 1;
    const std::string_view role =
        directed ? (one ? terms_.director : terms_.directors) : (one ? terms_.editor : terms_.editors);
    return out.append(" (").append(role) + ")";
  }

  void add_title() {
    line_.space().add(text(title), form_ == Form::whole ? Prose::Look::italic : Prose::Look::plain);
    if (form_ == Form::whole) add_brackets(whole_details());
    if (const std::string what = description(); !what.empty()) line_.add(" [" + what + "]");
    line_.stop();
  }

  void add_brackets(const std::string& inside) {
    if (!inside.empty()) line_.add(" (" + inside + ")");
  }

  static void join(std::string& out, std::string_view between, std::string_view more) {
    if (more.empty()) return;
    if (!out.empty()) out += between;
    out += more;
  }

  std::string edition_and_volume() const {
    std::string out = edition_in_words(text(edition), style_);
    if (!text(volume).empty()) join(out, ", ", std::string(terms_.volume) + ' ' + page_range(text(volume)));
    return out;
  }

  // Who helped, which edition, which number: what stands in brackets behind the title of a whole.
  std::string whole_details() const {
    std::string helpers;
    const bool has_author = !item_.people(NameVariable::author).empty();
    if (has_author) join(helpers, "; ", contributors(NameVariable::editor, terms_.editor, terms_.editors));
    join(helpers, "; ", contributors(NameVariable::translator, terms_.translator, terms_.translator));
    std::string rest = edition_and_volume();
    if (!text(number).empty()) join(rest, ", ", number_in_words());
    if (!text(version).empty()) join(rest, ", ", std::string(terms_.version) + ' ' + std::string(text(version)));
    join(helpers, "; ", rest);
    return helpers;
  }

  std::string number_in_words() const {
    if (item_.type != Type::report) return std::string(text(number));
    const std::string_view series = text(genre).empty() ? terms_.report_number : text(genre);
    return std::string(series) + ' ' + std::string(text(number));
  }

  std::string contributors(NameVariable role, std::string_view one, std::string_view many) const {
    const auto names = item_.people(role);
    if (names.empty()) return {};
    return names_inside(names).append(", ").append(names.size() == 1 ? one : many);
  }

  std::string_view usual_description() const {
    switch (item_.type) {
      case Type::thesis: return terms_.thesis;
      case Type::speech: return terms_.speech;
      case Type::paper_conference: return form_ == Form::whole ? terms_.paper : std::string_view();
      case Type::motion_picture: return text(url).empty() ? terms_.film : terms_.video;
      case Type::broadcast: return terms_.broadcast;
      case Type::dataset: return terms_.dataset;
      case Type::software: return terms_.software;
      case Type::manuscript: break;
      default: return {};
    }
    const std::string state = date_in_text(item_, style_);
    if (state == terms_.in_preparation) return terms_.manuscript_in_preparation;
    return state == terms_.submitted ? terms_.manuscript_submitted : terms_.manuscript;
  }

  // What stands in square brackets: the sort of work, where that is not plain (APA 9.21).
  std::string description() const {
    const bool numbered_report = item_.type == Type::report && !text(number).empty();
    const std::string_view own = !text(medium).empty() ? text(medium)
                                 : numbered_report     ? std::string_view()
                                                       : text(genre);
    std::string out(own.empty() ? usual_description() : own);
    if (item_.type == Type::thesis) join(out, ", ", text(publisher));
    return out;
  }

  void add_periodical() {
    if (text(container_title).empty()) return;
    line_.space().add(text(container_title), Prose::Look::italic);
    if (!text(volume).empty()) line_.add(", ").add(page_range(text(volume)), Prose::Look::italic);
    if (!text(issue).empty()) {
      line_.add(text(volume).empty() ? ", (" : "(").add(page_range(text(issue))).add(")");
    }
    if (!text(page).empty()) {
      line_.add(", ").add(page_range(text(page)));
    } else if (!text(number).empty()) {
      line_.add(", ").add(terms_.article_number).add(" ").add(text(number));
    }
    line_.stop();
  }

  void add_container() {
    if (!text(container_title).empty()) {
      line_.space().add(terms_.in).add(" ");
      const auto editors = item_.people(NameVariable::editor);
      if (!editors.empty()) {
        line_.add(names_inside(editors)).add(" (").add(editors.size() == 1 ? terms_.editor : terms_.editors).add("), ");
      }
      line_.add(text(container_title), Prose::Look::italic);
      std::string details = contributors(NameVariable::translator, terms_.translator, terms_.translator);
      std::string rest = edition_and_volume();
      if (!text(page).empty()) join(rest, ", ", pages_in_words(text(page), style_));
      join(details, "; ", rest);
      add_brackets(details);
      line_.stop();
    }
    add_publisher();
  }

  bool leads(std::string_view name) const {
    const auto names = leading_names(item_);
    return names.size() == 1 && names.front().literal == name;
  }

  // Who is the author as well is not named again (APA 9.29).
  void add_publisher() {
    if (text(publisher).empty() || leads(text(publisher))) return;
    line_.space().add(text(publisher)).stop();
  }

  void add_origin() {
    if (!text(event_title).empty() || !text(event_place).empty()) {
      std::string event(text(event_title));
      join(event, ", ", text(event_place));
      line_.space().add(event).stop();
    }
    if (!text(container_title).empty() && !leads(text(container_title))) {
      const bool series = item_.type == Type::broadcast;
      if (series) line_.space().add(terms_.in).add(" ").add(text(container_title), Prose::Look::italic).stop();
      if (!series) line_.space().add(text(container_title)).stop();
    }
    if (item_.type != Type::thesis && text(publisher) != text(container_title)) add_publisher();
  }

  void add_address() {
    if (!text(doi).empty()) {
      line_.space().add(doi_url(text(doi)), Prose::Look::link);
      return;
    }
    if (text(url).empty()) return;
    line_.space();
    if (const When* seen = item_.when(DateVariable::accessed); seen != nullptr && seen->from.day > 0) {
      std::string words(terms_.retrieved);
      words.replace(words.find("{date}"), 6, whole_day(seen->from));
      line_.add(words);
    }
    line_.add(text(url), Prose::Look::link);
  }

  std::string whole_day(const DateParts& day) const {
    const std::string year = std::to_string(day.year);
    return month_and_day(day.month, day.day, style_).append(is_dutch(style_) ? " " : ", ") + year;
  }

  const Item& item_;
  const Style& style_;
  const Terms& terms_;
  Form form_;
  std::string_view suffix_;
  Prose line_;
};

}  // namespace

bool stands_alone(const Item& item) { return form_of(item) == Form::whole; }

std::span<const Name> leading_names(const Item& item) {
  if (const auto authors = item.people(NameVariable::author); !authors.empty()) return authors;
  if (item.type == Type::motion_picture) {
    if (const auto directors = item.people(NameVariable::director); !directors.empty()) return directors;
  }
  // The editors of a whole book lead it; those of the book that a chapter stands in do not.
  return stands_alone(item) ? item.people(NameVariable::editor) : std::span<const Name>();
}

Prose reference(const Item& item, const Style& style, std::string_view year_suffix) {
  return Writer(item, style, year_suffix).write();
}

}  // namespace katern::citations
