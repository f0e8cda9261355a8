// Relations made at random: what stands beside a reference comes along, and inverse lists are in the order that was
// declared. What is expected is made from what was written, in another way than the site makes it.
#include <algorithm>
#include <random>

#include "library.h"

using namespace katern;
using test::Library;

namespace {

constexpr const char* kGuild = R"(kind: lid
folder: leden
roles: {title: naam, draft: concept}
fields:
  naam: {type: string, required: true}
  concept: {type: bool}
  rollen:
    type: list
    of:
      type: object
      fields:
        bij: {type: ref, kind: lid, inverse: {name: rollen_bij, with: [rol, sinds], sort: ["-sinds", rol]}}
        onder: {type: ref, kind: lid, inverse: {name: boven, with: [rol]}}
        naast: {type: ref, kind: lid, inverse: {name: ernaast, sort: [entry.naam]}}
        rol: {type: string}
        sinds: {type: date}
)";

struct Role {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string role;   ///< empty: left out
  std::string since;  ///< empty: left out
};

struct Guild {
  std::vector<bool> hidden;
  std::vector<Role> roles;  ///< as they stand in the files
};

Guild random_guild(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  Guild guild{std::vector<bool>(2 + below(20)), {}};
  for (std::size_t i = 0; i < guild.hidden.size(); ++i) {
    guild.hidden[i] = below(5) == 0;
    for (std::size_t n = below(6); n > 0; --n) {
      guild.roles.push_back({i, below(guild.hidden.size()), std::string(below(4), 'r'), ""});
      if (below(4) > 0) guild.roles.back().since = "202" + std::to_string(below(4)) + "-01-01";
    }
  }
  return guild;
}

/// Names of one length, so that their order is that of the numbers.
std::string name(std::size_t i) { return "lid" + std::to_string(100 + i); }
std::string path(std::size_t i) { return "content/leden/" + name(i) + ".md"; }

void build(Library& guildhall, const Guild& guild) {
  guildhall.kind(kGuild);
  for (std::size_t i = guild.hidden.size(); i-- > 0;) {
    std::string yaml = "naam: " + name(i) + "\nconcept: " + (guild.hidden[i] ? "ja" : "nee") + "\nrollen:\n";
    for (const Role& role : guild.roles) {
      if (role.from != i) continue;
      for (const char* field : {"bij", "onder", "naast"}) {
        yaml += (field[0] == 'b' ? "  - " : "    ") + std::string(field) + ": " + name(role.to) + "\n";
      }
      if (!role.role.empty()) yaml += "    rol: " + role.role + "\n";
      if (!role.since.empty()) yaml += "    sinds: " + role.since + "\n";
    }
    guildhall.entry(path(i), yaml);
  }
  guildhall.build();
}

std::vector<Role> roles_at(const Guild& guild, std::size_t to) {
  std::vector<Role> all;
  for (const Role& role : guild.roles) {
    if (role.to == to && !guild.hidden[role.from]) all.push_back(role);
  }
  return all;
}

/// Newest first, then by role; what is left out comes last in either, and what is equal stays as it was written.
void sort_as_declared(std::vector<Role>& roles) {
  std::stable_sort(roles.begin(), roles.end(), [](const Role& a, const Role& b) {
    if (a.since != b.since) return a.since > b.since;  // nothing is before any text
    return a.role != b.role && !a.role.empty() && (b.role.empty() || a.role < b.role);
  });
}

std::string in_words(const std::vector<Role>& roles, bool with_day) {
  std::string all;
  for (const Role& role : roles) all += name(role.from) + ":" + role.role + (with_day ? ":" + role.since : "") + " ";
  return all;
}

std::string in_words(const Value& list, bool with_day) {
  std::string all;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Value item = list.at(i);
    const Value role = item.get("rol");
    const Value since = item.get("sinds");
    CHECK(since.is_undefined() == !with_day);
    all += std::string(item.get("entry").get("naam").as_string()) + ":";
    all += role.is_none() ? "" : std::string(role.as_string());
    if (with_day) all += ":" + (since.is_none() ? "" : iso(since.as_date()));
    all += " ";
  }
  return all;
}

std::string each_once(const std::vector<Role>& roles) {
  std::vector<std::string> names;
  for (const Role& role : roles) names.push_back(name(role.from));
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

TEST_CASE("In any site, inverse lists are in their order and carry what stands beside each reference") {
  for (unsigned seed = 1; seed <= 80; ++seed) {
    INFO("seed " << seed);
    const Guild guild = random_guild(seed);
    Library guildhall;
    build(guildhall, guild);
    REQUIRE(guildhall.findings().empty());
    for (std::size_t i = 0; i < guild.hidden.size(); ++i) {
      if (guild.hidden[i]) continue;
      const Value member = guildhall.at(path(i));
      std::vector<Role> roles = roles_at(guild, i);
      CHECK(in_words(member.get("boven"), false) == in_words(roles, false));
      CHECK(Library::titles(member.get("ernaast")) == each_once(roles));
      sort_as_declared(roles);
      CHECK(in_words(member.get("rollen_bij"), true) == in_words(roles, true));
    }
  }
}
