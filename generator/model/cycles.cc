#include "model/cycles.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "model/builtins.h"

namespace katern::model {
namespace {

using schema::Record;

using Edges = std::unordered_map<std::size_t, std::vector<const Relation*>>;

/// Depth first, with a stack of its own: a chain may be as long as there are entries.
class CycleFinder {
 public:
  CycleFinder(std::span<const Record> records, const Edges& edges, Report& report)
      : records_(records), edges_(edges), report_(report) {}

  void search(std::size_t start) {
    if (!enter(start)) return;
    while (!path_.empty()) {
      Step& step = path_.back();
      const auto edges = edges_.find(step.record);
      if (edges == edges_.end() || step.next == edges->second.size()) {
        state_[step.record] = State::done;
        path_.pop_back();
        continue;
      }
      const Relation& edge = *edges->second[step.next++];
      if (!enter(edge.to) && state_[edge.to] == State::open) tell(edge);
    }
  }

 private:
  enum class State { unseen, open, done };
  struct Step {
    std::size_t record = 0;
    std::size_t next = 0;
  };

  bool enter(std::size_t record) {
    State& state = state_[record];
    if (state != State::unseen) return false;
    state = State::open;
    path_.push_back({record});
    return true;
  }

  void tell(const Relation& closing) {
    constexpr std::size_t kShown = 8;
    const auto first = std::find_if(path_.begin(), path_.end(), [&](const Step& s) { return s.record == closing.to; });
    std::string chain;
    std::vector<Frame> others;
    std::size_t shown = 0;
    for (auto step = first; step != path_.end(); ++step, ++shown) {
      if (shown < kShown) chain += records_[step->record].slug + " → ";
      if (shown == kShown) chain += "… → ";
      const Relation& taken = *edges_.at(step->record)[step->next - 1];
      if (shown < kShown && &taken != &closing) others.push_back(step_of(taken));
    }
    chain += records_[closing.to].slug;
    Diagnostic found = Diagnostic(Code::reference_circular, Place{records_[closing.from].path, closing.at, 0})
                           .with("field", closing.field->name)
                           .with("chain", chain);
    found.trace = std::move(others);
    report_.add(std::move(found));
  }

  Frame step_of(const Relation& taken) const {
    const Record& from = records_[taken.from];
    return {Frame::Kind::referring, from.slug, Place{from.path, taken.at, 0}};
  }

  std::span<const Record> records_;
  const Edges& edges_;
  Report& report_;
  std::unordered_map<std::size_t, State> state_;
  std::vector<Step> path_;
};

}  // namespace

void check_cycles(std::span<const Record> records, std::span<const Relation> relations, Report& report) {
  std::map<std::pair<std::string, std::string>, Edges> edges_by_field;
  for (const Relation& relation : relations) {
    if (!relation.field->acyclic) continue;
    const Record& from = records[relation.from];
    edges_by_field[{from.kind->name, relation.field->name}][relation.from].push_back(&relation);
  }
  for (const auto& [field, edges] : edges_by_field) {
    CycleFinder finder(records, edges, report);
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (edges.contains(i)) finder.search(i);
    }
  }
}

}  // namespace katern::model
