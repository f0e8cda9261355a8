#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/code.h"
#include "diagnostics/result.h"
#include "templating/ast.h"

namespace katern::templating {

/// Where in a document a piece of a template stands, found by following the HTML (WHATWG HTML, section 13.2.5, as far
/// as it decides about escaping) or XML from the beginning. A value: each branch of a template goes on with its own
/// copy.
class HtmlContext {
 public:
  /// The beginning of a document, or of what is put into its text.
  explicit HtmlContext(Syntax syntax);

  bool operator==(const HtmlContext&) const = default;

  /// Moves on over text of the template. An error when the text cannot follow what came before it.
  std::optional<Code> advance(std::string_view text);

  /// How an output here is to be escaped, or why there can be none. The context moves on over it.
  Result<Escape, Code> output();

  /// The same for an output that writes whole attributes, by the filter `xmlattr`.
  Result<Escape, Code> attributes();

  /// Whether only what the filter `json` made may be put out here.
  bool wants_json() const;
  /// Plain text of the document, where whole fragments of it can stand.
  bool is_text() const { return state_ == State::text || state_ == State::json || state_ == State::plain; }
  /// The attribute that it is in.
  const std::string& attribute_name() const { return attribute_name_; }

  /// Where two branches that end here and there can go on together; nothing when they cannot.
  static std::optional<HtmlContext> join(const HtmlContext& a, const HtmlContext& b);

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
  enum class Element : std::uint8_t { other, script, style, rcdata, raw, object };
  enum class Attribute : std::uint8_t { plain, url, url_list, code, script_type };
  /// How far a URL is.
  enum class Url : std::uint8_t { begin, scheme, undecided, decided, refused };

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
  void begin_attribute(char c);
  void end_value();
  void follow_url(char c);
  void name_tag();
  void name_attribute();
  void finish_tag();

  State state_ = State::text;
  Element element_ = Element::other;
  Attribute attribute_ = Attribute::plain;
  Url url_ = Url::begin;
  bool xml_ = false;
  bool end_tag_ = false;
  bool json_script_ = false;
  bool self_closing_ = false;    ///< a / was the last thing in the tag
  std::optional<Code> problem_;  ///< what advance() reports
  std::string word_;             ///< what is being read: a name, the type of a script, the end of a comment
  std::string tag_;              ///< of the tag that it is in, or of the raw text
  std::string attribute_name_;
};

}  // namespace katern::templating
