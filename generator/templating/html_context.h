#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/code.h"
#include "diagnostics/result.h"
#include "templating/ast_statement.h"
#include "templating/html_names.h"
#include "templating/url_progress.h"

namespace katern::templating {

/// Where in a document a piece of a template stands, found by following the HTML (WHATWG HTML, section 13.2.5, as far
/// as it decides about escaping) or XML from the beginning. A value: each branch of a template goes on with its own
/// copy.
class HtmlContext {
 public:
  /// The beginning of a document, or of what is put into its text.
  explicit HtmlContext(Syntax syntax);

  bool operator==(const HtmlContext&) const = default;

  /// Text that cannot follow what came before it.
  struct Problem {
    Code code{};
    std::size_t offset = 0;  ///< in the text
  };

  /// Moves on over text of the template. The first problem counts.
  std::optional<Problem> advance(std::string_view text);

  /// How an output here is to be escaped, or why there can be none. The context moves on over it.
  Result<Escape, Code> output();

  /// The same for an output that writes whole attributes, by the filter `xmlattr`. `spaced`: with a space before them.
  Result<Escape, Code> attributes(bool spaced);

  /// Whether only what the filter `json` made may be put out here.
  bool wants_json() const;
  /// Plain text of the document, where whole fragments of it can stand.
  bool is_text() const { return state_ == State::text || state_ == State::json || state_ == State::plain; }
  /// The attribute that it is in.
  const std::string& attribute_name() const { return attribute_name_; }

  /// Where two branches that end here and there can go on together; nothing when they cannot.
  static std::optional<HtmlContext> join(const HtmlContext& a, const HtmlContext& b);

  /// Where a template goes on after a block that began here, of which other templates may change what it writes.
  /// Whatever fills it must end where, joined with this, it is still this.
  HtmlContext after_block() const;

  /// For messages, in the notation of HTML: `<a href="…">`.
  std::string described() const;

 private:
  enum class State : std::uint8_t {
    plain,  ///< no markup at all
    json,   ///< a file of JSON
    text,
    tag_open,      ///< after <
    end_tag_open,  ///< after </
    tag_name,
    in_tag,  ///< between attributes
    gap,     ///< the same, but right after something that only some branches wrote
    attribute_name,
    after_attribute_name,
    before_value,
    unquoted,
    double_quoted,
    single_quoted,
    raw_text,
    rcdata,
    declaration,  ///< <!doctype …> and the like
    comment,
    cdata,
  };
  /// Where in a script: after `<!--` its end tag may be one of its text (WHATWG HTML, section 13.2.5.20).
  enum class ScriptText : std::uint8_t { plain, comment, nested };

  bool in_tag_area() const;
  bool in_value() const;
  void step(char c);
  void step_tag_open(char c);
  void step_tag_name(char c);
  void step_between(char c);
  void step_attribute_name(char c);
  void step_before_value(char c);
  void step_value(char c);
  void step_raw(char c);
  void step_declaration(char c);
  void step_comment(char c);
  void step_script(char c);
  void begin_attribute(char c);
  void name_attribute();
  std::optional<UrlProgress::Kind> kind_of_url() const;
  void begin_value();
  void end_value();
  void follow_url(char c);
  void name_tag();
  void finish_tag();
  std::optional<Code> refusal_of_attribute() const;
  void leave_gap();

  State state_ = State::text;
  ElementText element_ = ElementText::markup;
  AttributeUse use_ = AttributeUse::plain;
  std::optional<UrlProgress> url_;  ///< in the value of an attribute that holds one
  ScriptText script_text_ = ScriptText::plain;
  bool xml_ = false;
  bool end_tag_ = false;
  bool json_script_ = false;
  bool typed_ = false;           ///< the script has a type already
  bool self_closing_ = false;    ///< a / was the last thing in the tag
  bool tag_in_rcdata_ = false;   ///< something like a tag is in it, which would be one within a drawing
  bool rel_known_ = false;       ///< of a link
  bool loads_code_ = false;      ///< of a link: its rel says so
  bool orders_browser_ = false;  ///< of a meta: it has http-equiv
  bool meaning_open_ = false;    ///< an attribute that comes later decides what was put out here
  std::optional<Code> problem_;  ///< of the character that it is at
  std::string word_;             ///< what is being read: a name, the type of a script, the end of a comment
  std::string mark_;             ///< in a script: the beginning of a mark that changes ScriptText
  std::string tag_;              ///< of the tag that it is in, or of the raw text
  std::string attribute_name_;
};

}  // namespace katern::templating
