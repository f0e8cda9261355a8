#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/ast_expression.h"
#include "templating/ast_statement.h"
#include "templating/block_places.h"
#include "templating/source.h"

namespace katern::templating {

// The syntax tree is what is run: the resolver gives the names their slots, the checker its builtins, and the escaper
// each output its escaping, all in place. From then on it is immutable.

/// A template, or an expression that stands alone: then its root is one Output.
struct Template {
  explicit Template(Source s) : source(std::move(s)) {}
  Source source;
  Function root;
  std::vector<std::unique_ptr<BlockCode>> blocks;
  // The resolver lists these, for only then it is sure which parts of the text the tree has.
  std::vector<const Extends*> extends;  ///< more than one only in branches
  std::vector<const FromImport*> imports;
  std::vector<std::string_view> exports;  ///< what it sets and defines at its top
  BlockPlaces places;                     ///< of its blocks, and of those of what it extends
  Syntax syntax = Syntax::text;
  bool broken = false;  ///< has an error, and must not be run

  /// Whether strings are escaped unless they are markup, and what macros and the like make is markup.
  bool autoescape() const { return syntax == Syntax::html || syntax == Syntax::xml; }

  const BlockCode* block(const Name& name) const {
    for (const auto& code : blocks) {
      if (code->name.hash == name.hash && code->name.text == name.text) return code.get();
    }
    return nullptr;
  }
};

}  // namespace katern::templating
