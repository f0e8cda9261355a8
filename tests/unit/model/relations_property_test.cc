#include <algorithm>
#include <random>
#include <set>

#include "library.h"

using namespace katern;
using test::Library;

namespace {

constexpr const char* kNode = R"(kind: knoop
label: {one: Knoop, many: Knopen}
folder: knopen
url: "/knopen/{{ slug }}/"
roles: {title: naam, draft: concept, date: dag}
entry_feeds: [genoemd]
feed: true
fields:
  naam: {type: string, required: true}
  concept: {type: bool}
  dag: {type: date, default: 2026-01-01}
  noemt: {type: list, of: {type: ref, kind: knoop, inverse: genoemd}}
  een: {type: ref, kind: knoop, inverse: gekozen}
listings: [{url: /knopen/, template: x.html, per_page: 7}]
)";

struct Graph {
  std::vector<bool> hidden;
  std::vector<std::vector<std::size_t>> edges;
};

Graph random_graph(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const std::size_t size = 1 + below(40);
  Graph graph{std::vector<bool>(size), std::vector<std::vector<std::size_t>>(size)};
  for (std::size_t i = 0; i < size; ++i) {
    graph.hidden[i] = below(4) == 0;
    std::vector<std::size_t>& edges = graph.edges[i];
    for (std::size_t n = below(6); n > 0; --n) {
      const std::size_t to = below(size);
      if (std::find(edges.begin(), edges.end(), to) == edges.end()) edges.push_back(to);
    }
  }
  return graph;
}

std::string name(std::size_t i) { return "k" + std::to_string(i); }
std::string path(std::size_t i) { return "content/knopen/" + name(i) + ".md"; }

void build(Library& nodes, const Graph& graph) {
  nodes.kind(kNode);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    std::string front_matter = "naam: " + name(i) + "\nconcept: " + (graph.hidden[i] ? "ja" : "nee") + "\nnoemt: [";
    for (const std::size_t to : graph.edges[i]) front_matter += name(to) + ",";
    front_matter += "]\n";
    if (!graph.edges[i].empty()) front_matter += "een: " + name(graph.edges[i].front()) + "\n";
    nodes.entry(path(i), front_matter);
  }
  nodes.build();
}

std::multiset<std::string> names_of(const Value& list) {
  std::multiset<std::string> names;
  for (std::size_t i = 0; i < list.size(); ++i) names.emplace(list.at(i).get("naam").as_string());
  return names;
}

void check_node(const Library& nodes, const Graph& graph, std::size_t i) {
  const Value node = nodes.at(path(i));
  std::multiset<std::string> mentions;
  std::set<std::string> mentioned_by;
  for (const std::size_t to : graph.edges[i]) {
    if (!graph.hidden[to]) mentions.insert(name(to));
  }
  for (std::size_t from = 0; from < graph.edges.size(); ++from) {
    const auto& edges = graph.edges[from];
    if (!graph.hidden[from] && std::count(edges.begin(), edges.end(), i) > 0) mentioned_by.insert(name(from));
  }
  CHECK(names_of(node.get("noemt")) == mentions);
  CHECK(names_of(node.get("genoemd")) == std::multiset<std::string>(mentioned_by.begin(), mentioned_by.end()));
  const Value chosen = node.get("een");
  if (!chosen.is_none()) CHECK(names_of(chosen.get("gekozen")).contains(name(i)));
}

}  // namespace

TEST_CASE("In any graph, inverses agree with references and what is hidden is nowhere") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const Graph graph = random_graph(seed);
    Library nodes;
    build(nodes, graph);
    REQUIRE(nodes.findings().empty());
    const model::Site& site = nodes.site();
    std::size_t visible = 0;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
      CHECK(site.is_hidden(path(i)) == graph.hidden[i]);
      if (graph.hidden[i]) continue;
      ++visible;
      check_node(nodes, graph, i);
    }
    CHECK(site.records.size() == visible);
    CHECK(site.root.borrow().get("kinds").get("knoop").get("entries").size() == visible);
    std::size_t listed = 0;
    for (const model::ListingPage& page : site.listing_pages) listed += page.last - page.first;
    CHECK(listed == visible);
    CHECK(site.feeds.front().records.size() == std::min<std::size_t>(visible, 20));
    CHECK(site.page_urls.size() == visible + site.listing_pages.size() + 1);
  }
}

TEST_CASE("The order of files does not matter") {
  const Graph graph = random_graph(7);
  Library forward;
  build(forward, graph);
  Library backward;
  backward.kind(kNode);
  for (std::size_t i = graph.edges.size(); i-- > 0;) {
    std::string front_matter = "naam: " + name(i) + "\nconcept: " + (graph.hidden[i] ? "ja" : "nee") + "\nnoemt: [";
    for (const std::size_t to : graph.edges[i]) front_matter += name(to) + ",";
    backward.entry(path(i), front_matter + "]\n");
  }
  backward.build();
  CHECK(forward.site().urls == backward.site().urls);
}
