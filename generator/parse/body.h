#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/place.h"
#include "parse/node.h"

namespace katern::parse {

struct Heading {
  /// A citation in the heading, whose words are known when the page is made.
  struct Cited {
    std::size_t offset = 0;      ///< into text: the citation goes before this byte
    std::uint32_t citation = 0;  ///< index into the body's citations
  };

  unsigned level =
      2;  ///< 2 to 6 as written: the page's own title is the h1, a single # in a body becomes an h2 with a finding
  std::string id;                ///< unique on the page, made from the text
  std::string text;              ///< plain text, without what is cited
  std::vector<Cited> citations;  ///< by offset
  Position at;
};

/// A link to another file of the content (`../personen/x.md#deel`) or to a place on the same page (`#deel`).
/// External links are written into the HTML at once and listed too, for checks.
struct Link {
  std::string target;  ///< as written, entities and percent signs decoded; without the fragment
  std::string fragment;
  bool external = false;
  Position at;
};

struct Image {
  std::string source;  ///< as written, relative to the file
  std::string alt;
  std::string title;    ///< the caption of the figure
  bool figure = false;  ///< alone in its paragraph: a figure in place of the paragraph
  Position at;
};

/// A fenced block whose info string names a component, with its YAML.
struct Component {
  std::string name;
  Node data;
  Position at;
};

/// Sources that the text cites in one place: `[@a; @b, p. 12]`, or `@a` in the sentence.
struct Citation {
  struct Cite {
    std::string key;
    std::string prefix;            ///< before it, typographic: "zie"
    std::string suffix;            ///< behind it, without the comma: "p. 12"
    bool suppress_author = false;  ///< `-@a`: the sentence names the author itself
    Position at;                   ///< of the @
  };

  std::vector<Cite> cites;
  bool narrative = false;  ///< the authors are part of the sentence
};

/// A Markdown body as HTML with holes: what depends on other files is filled in when the page is rendered.
struct Body {
  struct Hole {
    enum class Kind {
      link,           ///< the URL of links[index], inside href="…"
      image,          ///< the whole figure or img of images[index]
      component,      ///< the whole of components[index]
      citation,       ///< the whole of citations[index]
      citation_text,  ///< citations[index] once more as plain text, inside an attribute
    };
    std::size_t offset = 0;  ///< into html: what fills the hole goes before this byte
    Kind kind = Kind::link;
    std::uint32_t index = 0;
  };

  std::string html;
  std::vector<Hole> holes;  ///< by offset
  std::vector<Heading> headings;
  std::vector<Link> links;
  std::vector<Image> images;
  std::vector<Component> components;
  std::vector<Citation> citations;
};

}  // namespace katern::parse
