#include "render/theme.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include "parse/yaml.h"
#include "render/digest.h"
#include "render/stylesheet.h"
#include "render/template_ids.h"
#include "schema/mapping.h"
#include "text/utf8.h"
#include "text/words.h"

namespace katern::render {
namespace {

constexpr std::uint64_t kTemplateBytes = 512 * 1024;
constexpr std::uint64_t kAssetBytes = 10 * 1024 * 1024;

class Loader {
 public:
  Loader(const files::FileSystem& disk, const read::Inventory& inventory, std::string_view language, Report& report)
      : disk_(disk), inventory_(inventory), language_(language), report_(report) {}

  // `path` is relative to the theme's folder.
  void load(const read::SourceFile& file, std::string_view path, Theme& theme) const {
    const auto below = [&](std::string_view folder) { return path.starts_with(folder); };
    if (below("templates/")) return load_template(file, path.substr(std::string_view("templates/").size()), theme);
    if (below("components/") && path.ends_with(".html")) return load_template(file, path, theme);
    if (below("components/") && path.ends_with(".yaml")) return load_component(file, path, theme);
    if (below("assets/")) return load_asset(file, path.substr(std::string_view("assets/").size()), theme);
    if (path == "theme.yaml") return check_settings(file);
    if (path == "i18n/" + std::string(language_) + ".yaml") return load_texts(file, theme);
  }

 private:
  void load_template(const read::SourceFile& file, std::string_view name, Theme& theme) const {
    if (auto text = read::read_text(disk_, inventory_, file, kTemplateBytes, report_)) {
      for (std::string& id : ids_in_template(*text)) theme.ids.push_back(std::move(id));
      theme.templates.push_back({std::string(name), file.path, *std::move(text)});
    }
  }

  std::optional<parse::Node> load_yaml(const read::SourceFile& file) const {
    const auto text = read::read_text(disk_, inventory_, file, kTemplateBytes, report_);
    if (!text) return std::nullopt;
    parse::YamlLimits limits;
    limits.bytes = kTemplateBytes;
    return parse::parse_yaml(*text, file.path, report_, 1, limits);
  }

  // Only what the theme asks of the site matters to a build; the rest is there for people.
  void check_settings(const read::SourceFile& file) const {
    const auto node = load_yaml(file);
    if (!node) return;
    schema::Mapping settings(*node, file.path, report_);
    settings.require("name", "name: praktijk");
    settings.text("version");
    if (const parse::Node* required = settings.take("requires")) {
      schema::Mapping requirements(*required, file.path, report_);
      for (const parse::Node* name : requirements.texts("data")) require_data(file, *name);
      requirements.finish();
    }
    settings.finish();
  }

  void require_data(const read::SourceFile& file, const parse::Node& name) const {
    const std::string path = "content/data/" + name.text + ".yaml";
    const bool there = std::any_of(inventory_.data.begin(), inventory_.data.end(),
                                   [&](const read::SourceFile& data) { return data.path == path; });
    if (there || report_.has_errors_in(path)) return;
    const auto length = static_cast<std::uint32_t>(text::length(name.text));
    report_.add(Diagnostic(Code::theme_data_missing, Place{file.path, name.at, length}).with("path", path));
  }

  void load_component(const read::SourceFile& file, std::string_view path, Theme& theme) const {
    const std::size_t name_at = path.rfind('/') + 1;
    const std::string name(path.substr(name_at, path.rfind('.') - name_at));
    if (const auto node = load_yaml(file)) {
      theme.components.push_back(schema::load_component(name, file.path, *node, report_));
    }
  }

  void load_texts(const read::SourceFile& file, Theme& theme) const {
    const auto node = load_yaml(file);
    if (!node) return;
    for (const parse::Node::Member& member : node->members) {
      if (member.value.kind == parse::Node::Kind::scalar) {
        theme.texts.insert_or_assign(member.key, member.value.text);
      } else {
        report_.add(Diagnostic(Code::theme_text_not_text, Place{file.path, member.key_at, 0}).with("key", member.key));
      }
    }
  }

  void load_asset(const read::SourceFile& file, std::string_view name, Theme& theme) const {
    auto bytes = disk_.read(inventory_.root + '/' + file.path, kAssetBytes);
    if (!bytes) {
      report_.add(Diagnostic(Code::file_unreadable, Place{file.path, {}, 0}).with("reason", bytes.error().reason));
      return;
    }
    theme.assets.push_back({std::string(name), {}, {}, *std::move(bytes)});
  }

  const files::FileSystem& disk_;
  const read::Inventory& inventory_;
  std::string_view language_;
  Report& report_;
};

void publish_as(Asset& asset) {
  const std::size_t dot = asset.name.rfind('.');
  const std::string ending = dot == std::string::npos ? std::string() : asset.name.substr(dot);
  asset.url = "/assets/" + asset.name.substr(0, dot) + '.' + fingerprint_of(asset.bytes) + ending;
  asset.integrity = integrity_of(asset.bytes);
}

// A folder that is called like a style sheet is one: what its files hold, in the order of their names.
std::string sheet_of(const std::string& file) {
  const std::size_t folder = file.find(".css/");
  return folder == std::string::npos ? file : file.substr(0, folder + 4);
}

// Style sheets come last, since what they load gives them their content.
void name_assets(const std::string& folder, Theme& theme, Report& report) {
  const auto by_name = [](const Asset& a, const Asset& b) { return a.name < b.name; };
  const auto is_sheet = [](const Asset& asset) { return asset.name.ends_with(".css"); };
  const auto sheets = std::stable_partition(theme.assets.begin(), theme.assets.end(), std::not_fn(is_sheet));
  std::for_each(theme.assets.begin(), sheets, publish_as);
  const std::vector<Asset> others(theme.assets.begin(), sheets);
  std::sort(sheets, theme.assets.end(), by_name);
  std::vector<Asset> whole;
  for (auto part = sheets; part != theme.assets.end(); ++part) {
    const std::string name = sheet_of(part->name);
    if (whole.empty() || whole.back().name != name) whole.push_back({name, {}, {}, {}});
    whole.back().bytes += with_fingerprints(part->bytes, name, folder + "assets/" + part->name, others, report);
  }
  std::for_each(whole.begin(), whole.end(), publish_as);
  theme.assets.erase(sheets, theme.assets.end());
  std::move(whole.begin(), whole.end(), std::back_inserter(theme.assets));
  std::sort(theme.assets.begin(), theme.assets.end(), by_name);
}

std::vector<std::string> theme_names(const read::Inventory& inventory) {
  constexpr std::string_view kThemes = "themes/";
  std::set<std::string> names;
  for (const read::SourceFile& file : inventory.theme) {
    const std::size_t slash = file.path.find('/', kThemes.size());
    if (slash != std::string::npos) names.insert(file.path.substr(kThemes.size(), slash - kThemes.size()));
  }
  return {names.begin(), names.end()};
}

bool has_template(const Theme& theme, std::string_view name) {
  return std::any_of(theme.templates.begin(), theme.templates.end(), [&](const auto& t) { return t.name == name; });
}

void check_components(const Theme& theme, Report& report) {
  for (const schema::ComponentType& component : theme.components) {
    if (has_template(theme, "components/" + component.name + ".html")) continue;
    report.add(Diagnostic(Code::component_without_template, Place{component.file, {}, 0}).with("name", component.name));
  }
}

}  // namespace

std::optional<Theme> load_theme(const files::FileSystem& disk, const read::Inventory& inventory,
                                const schema::Settings& settings, Report& report) {
  const std::string& name = settings.theme;
  const std::string folder = "themes/" + name + '/';
  const Loader loader(disk, inventory, settings.language, report);
  Theme theme;
  theme.name = name;
  bool found = false;
  bool has_settings = false;
  for (const read::SourceFile& file : inventory.theme) {
    if (!file.path.starts_with(folder)) continue;
    found = true;
    has_settings = has_settings || file.path == folder + "theme.yaml";
    loader.load(file, std::string_view(file.path).substr(folder.size()), theme);
  }
  if (!found && report.has_errors_in("themes")) return std::nullopt;
  if (!found) {
    const std::vector<std::string> names = theme_names(inventory);
    const auto length = static_cast<std::uint32_t>(text::length(name));
    report.add(Diagnostic(Code::theme_unknown, Place{"content/site.yaml", settings.theme_at, length})
                   .with("name", name)
                   .suggest(text::nearest(name, names).value_or("")));
    return std::nullopt;
  }
  if (!has_settings && !report.has_errors_in(folder + "theme.yaml")) {
    report.add(Diagnostic(Code::theme_settings_missing, Place{folder + "theme.yaml", {}, 0}).with("name", name));
  }
  name_assets(folder, theme, report);
  check_components(theme, report);
  return theme;
}

}  // namespace katern::render
