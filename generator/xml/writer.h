#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace katern::xml {

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// Appends a document to a string as it is told: no tree is built, so a sitemap of 50,000 pages costs its bytes alone.
/// Texts are escaped, and what XML forbids is left out of them; names are the caller's and are written as they are.
///
///     Writer xml(out);
///     xml.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}});
///     xml.element("loc", url);
///     xml.close();
class Writer {
 public:
  /// Writes the XML declaration. `out` must outlive the writer.
  explicit Writer(std::string& out);

  /// The name must stay until its close().
  void open(std::string_view name, std::initializer_list<Attribute> attributes = {});
  /// Ends the element that was opened last.
  void close();

  /// An element with nothing but text in it.
  void element(std::string_view name, std::string_view text, std::initializer_list<Attribute> attributes = {});
  /// An element with nothing in it.
  void empty(std::string_view name, std::initializer_list<Attribute> attributes = {});

 private:
  void begin_line();
  void begin_tag(std::string_view name, std::initializer_list<Attribute> attributes);
  void end_tag(std::string_view name);

  std::string& out_;
  std::vector<std::string_view> open_;
};

}  // namespace katern::xml
