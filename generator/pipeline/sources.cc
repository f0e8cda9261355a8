#include "pipeline/sources.h"

#include <memory>
#include <span>

#include "parse/yaml.h"
#include "value/dict.h"

namespace katern::pipeline {
namespace {

// Configuration is written by those who own the site, so it may be larger than an entry's front matter.
constexpr parse::YamlLimits kConfigLimits{256 * 1024, 32, 50'000};

class YamlReader {
 public:
  YamlReader(const files::FileSystem& disk, const read::Inventory& inventory, Report& report)
      : disk_(disk), inventory_(inventory), report_(report) {}

  std::optional<parse::Node> read(const read::SourceFile& file) const {
    const auto text = read::read_text(disk_, inventory_, file, kConfigLimits.bytes, report_);
    if (!text) return std::nullopt;
    return parse::parse_yaml(*text, file.path, report_, 1, kConfigLimits);
  }

  std::vector<schema::NamedNode> read_all(std::span<const read::SourceFile> files) const {
    std::vector<schema::NamedNode> nodes;
    for (const read::SourceFile& file : files) {
      if (auto node = read(file)) nodes.push_back({file.path, *std::move(node)});
    }
    return nodes;
  }

 private:
  const files::FileSystem& disk_;
  const read::Inventory& inventory_;
  Report& report_;
};

std::string stem(const std::string& path) {
  const std::size_t name = path.rfind('/') + 1;
  return path.substr(name, path.rfind('.') - name);
}

}  // namespace

void load_content_model(const files::FileSystem& disk, const std::string& root, Sources& sources, Report& report) {
  sources.registry = templating::Registry::standard();
  sources.inventory = read::take_inventory(disk, root, report);
  const YamlReader yaml(disk, sources.inventory, report);
  if (sources.inventory.site) {
    const read::SourceFile& file = *sources.inventory.site;
    if (const auto node = yaml.read(file)) sources.settings = schema::load_settings(*node, file.path, report);
  }
  sources.data = yaml.read_all(sources.inventory.data);
  const std::vector<schema::NamedNode> kinds = yaml.read_all(sources.inventory.kinds);
  sources.schema = schema::Schema::load(kinds, sources.data, sources.registry, report, sources.settings.zone);
}

void load_sources(const files::FileSystem& disk, const std::string& root, Sources& sources, Report& report) {
  load_content_model(disk, root, sources, report);
  if (!sources.settings.theme.empty()) {
    sources.theme = render::load_theme(disk, sources.inventory, sources.settings, report);
  }
}

Value data_value(const Sources& sources) {
  auto data = std::make_unique<Dict>();
  for (const schema::NamedNode& file : sources.data) data->set(stem(file.file), schema::to_value(file.node));
  return Value::adopt(data.release());
}

}  // namespace katern::pipeline
