#include "pipeline/media.h"

#include <algorithm>
#include <set>
#include <string>

#include "files/path.h"

namespace katern::pipeline {
namespace {

std::set<std::string> used_paths(const std::vector<schema::Record>& records) {
  std::set<std::string> paths;
  const auto use = [&](const schema::Record& record, const std::string& relative) {
    if (auto path = files::join_relative(record.path, relative)) paths.insert(*std::move(path));
  };
  const auto use_body = [&](const schema::Record& record, const parse::Body& body) {
    for (const parse::Image& image : body.images) use(record, image.source);
    for (const parse::Link& link : body.links) {
      if (!link.external) use(record, link.target);
    }
  };
  for (const schema::Record& record : records) {
    use_body(record, record.body);
    for (const schema::MarkdownField& field : record.markdown_fields) use_body(record, field.body);
    for (const schema::Attachment& attachment : record.attachments) paths.insert(attachment.path);
  }
  return paths;
}

}  // namespace

std::vector<model::Media> used_media(const files::FileSystem& disk, const read::Inventory& inventory,
                                     const std::vector<schema::Record>& records, Report& report) {
  const std::set<std::string> used = used_paths(records);
  std::vector<model::Media> media;
  for (const read::SourceFile& file : inventory.media) {
    if (used.find(file.path) == used.end()) continue;
    const auto bytes = disk.read(inventory.root + '/' + file.path, file.bytes);
    if (!bytes) {
      report.add(Diagnostic(Code::file_unreadable, Place{file.path, {}, 0}).with("reason", bytes.error().reason));
      continue;
    }
    media.push_back({file.path, {}, file.bytes, read::check_picture(file.path, *bytes, report)});
  }
  return media;
}

}  // namespace katern::pipeline
