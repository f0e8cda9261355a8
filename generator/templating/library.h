#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "templating/callable.h"
#include "value/value.h"

namespace katern::templating {

struct TemplateSource {
  std::string name;  ///< as templates include it: "base.html", "components/quote.html"
  std::string file;  ///< for messages, relative to the site's root
  std::string text;
};

/// Whether a template of that name writes HTML, and so escapes as a page needs it.
bool is_html_template(std::string_view name);

struct CompileOptions {
  bool trim_blocks = true;
  bool lstrip_blocks = true;
  bool keep_trailing_newline = true;
  bool none_as_empty = true;  ///< `{{ none }}` writes nothing; Jinja writes None
  /// Escape by the place in the HTML, and refuse output where none is safe. Without it, HTML and XML are escaped as
  /// text throughout, as Jinja does.
  bool by_context = true;
};

/// Bounds on what one rendering may use; going beyond one is an error of the template.
struct Limits {
  std::size_t output_bytes = 64 * 1024 * 1024;
  std::size_t loop_steps = 10'000'000;
  std::size_t depth = 100;  ///< of includes, macro calls and recursive loops together
};

/// The names that a template sees: several objects, the first that knows a name wins; then the registry's globals.
struct Scope {
  std::vector<Value> layers;  ///< each an object; must outlive the rendering
};

/// All templates of a theme, compiled together. Immutable, and good for many threads at once.
class Library {
 public:
  /// Compiles everything and reports every static error of every template; a template with an error can be looked up
  /// and renders to an error. `registry` must outlive the library.
  static Library compile(std::vector<TemplateSource> sources, const Registry& registry, Report& report,
                         const CompileOptions& options = {});

  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  bool has(std::string_view name) const;
  std::vector<std::string> names() const;

  /// Appends what the template makes to `out`. False, with an error in the report, when it failed; `out` then holds
  /// what was written until there. `entry` names the content that is rendered, for messages (empty: none).
  bool render(std::string_view name, const Scope& scope, std::string_view entry, std::string& out, Report& report,
              const Limits& limits = {}) const;

 private:
  struct Impl;
  explicit Library(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace katern::templating
