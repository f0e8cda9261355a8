// Renders blog/listing.html and writes the same page by hand, and says what each costs: a line of JSON with the seconds
// of processor time and the allocations for a page of each. Fails when the bytes differ.
//
//   template_bench BLOG_FOLDER DATA.json [SECONDS]

#define KATERN_COUNT_ALLOCATIONS
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

#include "allocations.h"
#include "handwritten.h"
#include "templating/library.h"
#include "value/json.h"

namespace {

using namespace katern;

std::string contents(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Cost {
  double seconds = 0;
  std::size_t allocations = 0;
};

/// Of one page: the least of several stretches, since whatever else the machine does only adds.
template <class Write>
Cost cost_of(Write write, double seconds) {
  constexpr int kStretches = 10;
  std::string out;
  write(out);
  Cost cost{1e9, 0};
  for (int stretch = 0; stretch < kStretches; ++stretch) {
    std::size_t pages = 0;
    const double begin = processor_seconds();
    double now = begin;
    for (; now - begin < seconds / kStretches; now = processor_seconds()) {
      for (int i = 0; i < 20; ++i, ++pages) {
        out.clear();
        write(out);
      }
    }
    cost.seconds = std::min(cost.seconds, (now - begin) / static_cast<double>(pages));
  }
  out.clear();
  const std::size_t before = allocations;
  write(out);
  cost.allocations = allocations - before;
  return cost;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const std::string folder = std::string(arguments[1]) + "/";
  const double seconds = count > 3 ? std::stod(arguments[3]) : 2;
  const auto data = from_json(contents(arguments[2]));
  if (!data) return 2;

  const templating::Registry registry = templating::Registry::standard();
  std::vector<templating::TemplateSource> sources;
  for (const std::string name : {"base.html", "listing.html", "macros.html"}) {
    sources.push_back({name, name, contents(folder + name)});
  }
  Report report;
  const auto library = templating::Library::compile(std::move(sources), registry, report);
  const templating::Scope scope{{data->borrow()}};
  const bench::Blog blog = bench::blog_from(*data);
  const auto render = [&](std::string& out) { library.render("listing.html", scope, {}, out, report); };
  const auto by_hand = [&](std::string& out) { bench::write_by_hand(blog, out); };

  std::string rendered, written;
  render(rendered);
  by_hand(written);
  if (!report.empty() || rendered != written) {
    for (const Diagnostic& finding : report.findings()) std::cerr << message(finding, Language::english) << '\n';
    const auto differs = std::ranges::mismatch(rendered, written).in1 - rendered.begin();
    std::cerr << "the page of the template is not the one written by hand, from byte " << differs << " on\n";
    return 1;
  }
  const Cost templated = cost_of(render, seconds);
  const Cost handwritten = cost_of(by_hand, seconds);
  std::cout << "{\"bytes\": " << rendered.size() << ", \"katern\": " << templated.seconds
            << ", \"katern_allocations\": " << templated.allocations << ", \"hand\": " << handwritten.seconds
            << ", \"hand_allocations\": " << handwritten.allocations << "}\n";
  return 0;
}
