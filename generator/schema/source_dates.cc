#include <algorithm>

#include "citations/short_forms.h"
#include "schema/dates_as_written.h"
#include "schema/numbers.h"
#include "schema/places.h"
#include "schema/source_reader.h"
#include "text/words.h"

namespace katern::schema {
namespace {

using citations::DateParts;
using citations::When;
using parse::Node;

/// As CSL-JSON writes it: [2022, 3, 3].
std::optional<DateParts> parts_of(const Node& node) {
  if (node.kind != Node::Kind::sequence || node.items.empty() || node.items.size() > 3) return std::nullopt;
  std::string iso;
  for (const Node& item : node.items) {
    const auto number = item.kind == Node::Kind::scalar ? parse_integer(item.text) : std::nullopt;
    if (!number || *number < 0) return std::nullopt;
    const std::string digits = std::to_string(*number);
    const std::size_t width = iso.empty() ? 4 : 2;
    if (digits.size() > width) return std::nullopt;
    if (!iso.empty()) iso += '-';
    iso += std::string(width - digits.size(), '0') + digits;
  }
  const auto when = citations::parse_when(iso);
  return when ? std::optional(when->from) : std::nullopt;
}

std::optional<When> when_of_parts(const Node& node) {
  if (node.kind != Node::Kind::sequence || node.items.empty() || node.items.size() > 2) return std::nullopt;
  const auto from = parts_of(node.items.front());
  const auto to = parts_of(node.items.back());
  if (!from || !to || *to < *from) return std::nullopt;
  When when;
  when.from = *from;
  if (node.items.size() == 2) when.to = to;
  return when;
}

std::optional<When> when_of_text(const Node& node) {
  if (node.kind == Node::Kind::sequence) {
    const auto from = parts_of(node);
    return from ? std::optional(When{*from, {}, false, 0, {}}) : std::nullopt;
  }
  return node.kind == Node::Kind::scalar ? citations::parse_when(node.text) : std::nullopt;
}

class WhenReader {
 public:
  WhenReader(std::string_view key, std::string_view file, Report& report) : key_(key), file_(file), report_(report) {}

  std::optional<When> read(const Node& node) {
    if (node.kind == Node::Kind::mapping) return read_mapping(node);
    if (auto when = when_of_text(node)) return when;
    return refuse(node);
  }

 private:
  std::optional<When> refuse(const Node& node) {
    const auto meant = node.kind == Node::Kind::scalar ? guess_date(node.text) : std::nullopt;
    const std::string example = std::string(key_) + ": " + (meant ? iso(*meant) : "2022-03-03");
    report_.add(Diagnostic(Code::citation_not_date, place_of(file_, node))
                    .with("field", key_)
                    .with("value", node.kind == Node::Kind::scalar ? shown(node.text) : std::string("[…]"))
                    .with("example", example));
    return std::nullopt;
  }

  std::optional<When> read_mapping(const Node& node) {
    static const std::vector<std::string> kKeys{"date-parts", "season", "circa", "literal", "raw"};
    std::optional<When> when;
    for (const Node::Member& member : node.members) {
      const Node& value = member.value;
      if (std::find(kKeys.begin(), kKeys.end(), member.key) == kKeys.end()) {
        report_.add(Diagnostic(Code::field_unknown, place_of_key(file_, member))
                        .with("field", shown(member.key))
                        .suggest(text::nearest(member.key, kKeys).value_or("")));
      } else if (member.key == "literal" && value.kind == Node::Kind::scalar && !value.text.empty()) {
        when = When{{}, {}, false, 0, text::collapse_spaces(value.text)};
      } else if (member.key == "date-parts" || member.key == "raw") {
        when = member.key == "raw" ? when_of_text(value) : when_of_parts(value);
        if (!when) return refuse(value);
      }
    }
    if (!when) return refuse(node);
    if (const Node::Member* season = node.find("season")) {
      const auto number = parse_integer(season->value.text);
      if (!number || *number < 1 || *number > 4) return refuse(season->value);
      when->season = static_cast<unsigned>(*number);
    }
    if (const Node::Member* circa = node.find("circa")) {
      const std::string& text = circa->value.text;
      when->circa = text == "true" || text == "1" || text == "ja";
    }
    return when;
  }

  std::string_view key_;
  std::string_view file_;
  Report& report_;
};

}  // namespace

std::optional<When> read_when(std::string_view key, const Node& node, std::string_view file, Report& report) {
  if (node.kind == Node::Kind::scalar && citations::means_no_date(node.text)) return std::nullopt;
  return WhenReader(key, file, report).read(node);
}

}  // namespace katern::schema
