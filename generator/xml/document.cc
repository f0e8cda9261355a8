#include "xml/document.h"

#include <algorithm>
#include <vector>

#include "xml/tree.h"

namespace katern::xml {
namespace {

constexpr unsigned kParse = pugi::parse_default | pugi::parse_pi | pugi::parse_declaration | pugi::parse_fragment;

std::optional<Flaw> check_declaration(pugi::xml_node declaration, bool first) {
  if (!first) return Flaw{"an XML declaration that is not at the beginning", offset_of(declaration)};
  std::string encoding = declaration.attribute("encoding").value();
  std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  // A browser would read the bytes by another table than the one by which they were checked.
  if (!encoding.empty() && encoding != "utf-8" && encoding != "us-ascii") {
    return Flaw{"an encoding other than UTF-8", offset_of(declaration)};
  }
  return std::nullopt;
}

std::optional<Flaw> check_top_level(const pugi::xml_document& document, std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::size_t roots = 0;
  for (const pugi::xml_node node : document.children()) {
    switch (node.type()) {
      case pugi::node_element:
        if (++roots > 1) return Flaw{"a second root element", offset_of(node)};
        break;
      case pugi::node_declaration:
        if (auto flaw = check_declaration(node, node == document.first_child() && bytes.starts_with("<?"))) return flaw;
        break;
      case pugi::node_pcdata:
      case pugi::node_cdata: return Flaw{"text outside the root element", offset_of(node)};
      default: break;
    }
  }
  if (roots == 0) return Flaw{"no root element", 0};
  return std::nullopt;
}

bool has_doubled_attribute(pugi::xml_node element) {
  std::vector<std::string_view> names;
  for (const pugi::xml_attribute attribute : element.attributes()) names.emplace_back(attribute.name());
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

/// The prefixes that are declared at the node that is looked at.
class Namespaces {
 public:
  /// Every name is looked up among all of them: a bound keeps a hostile document from making that slow.
  static constexpr std::size_t kMost = 256;

  void enter(pugi::xml_node element, std::size_t depth) {
    while (!scopes_.empty() && scopes_.back().depth >= depth) scopes_.pop_back();
    for (const pugi::xml_attribute attribute : element.attributes()) {
      const std::string_view name = attribute.name();
      if (name.starts_with("xmlns:")) scopes_.push_back({name.substr(6), depth});
    }
  }

  bool too_many() const { return scopes_.size() > kMost; }

  bool knows(std::string_view name) const {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return true;
    const std::string_view prefix = name.substr(0, colon);
    if (prefix == "xml" || prefix == "xmlns") return true;
    return std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) { return s.prefix == prefix; });
  }

 private:
  struct Scope {
    std::string_view prefix;
    std::size_t depth;
  };

  std::vector<Scope> scopes_;
};

std::optional<Flaw> check_elements(const pugi::xml_document& document) {
  Namespaces namespaces;
  std::size_t depth = 0;
  pugi::xml_node before = document;
  for (pugi::xml_node node = next_node(document); node; before = node, node = next_node(node)) {
    if (node.parent() == before) {
      ++depth;
    } else {
      for (pugi::xml_node up = before; up.parent() != node.parent(); up = up.parent()) --depth;
    }
    if (node.type() != pugi::node_element) continue;
    namespaces.enter(node, depth);
    if (namespaces.too_many()) return Flaw{"too many namespaces", offset_of(node)};
    if (has_doubled_attribute(node)) return Flaw{"an attribute that is there twice", offset_of(node)};
    bool known = namespaces.knows(node.name());
    for (const pugi::xml_attribute attribute : node.attributes()) known = known && namespaces.knows(attribute.name());
    if (!known) return Flaw{"a namespace prefix that is not declared", offset_of(node)};
  }
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<pugi::xml_document>, Flaw> load(std::string_view bytes) {
  if (auto flaw = find_flaw(bytes)) return unexpected(*std::move(flaw));
  auto document = std::make_unique<pugi::xml_document>();
  const auto parsed = document->load_buffer(bytes.data(), bytes.size(), kParse, pugi::encoding_utf8);
  if (!parsed) return unexpected(Flaw{parsed.description(), static_cast<std::size_t>(parsed.offset)});
  if (auto flaw = check_top_level(*document, bytes)) return unexpected(*std::move(flaw));
  if (auto flaw = check_elements(*document)) return unexpected(*std::move(flaw));
  return document;
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

pugi::xml_node next_node(pugi::xml_node node) {
  if (node.first_child()) return node.first_child();
  while (node && !node.next_sibling()) node = node.parent();
  return node.next_sibling();
}

std::size_t offset_of(pugi::xml_node node) {
  const auto offset = node.offset_debug();
  return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

std::optional<Malformed> find_malformed(std::string_view bytes) {
  const auto document = load(bytes);
  if (document) return std::nullopt;
  return Malformed{document.error().reason, position_at(bytes, document.error().offset)};
}

}  // namespace katern::xml
