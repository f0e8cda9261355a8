#include "model/attachments.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "files/path.h"
#include "text/escape.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::model {
namespace {

using schema::Record;

constexpr std::string_view kContent = "content/";

std::unordered_set<std::string> used_paths(std::span<const Record> records) {
  std::unordered_set<std::string> paths;
  const auto use = [&](const Record& record, const std::string& relative) {
    if (auto path = files::join_relative(record.path, relative)) paths.insert(*std::move(path));
  };
  const auto use_body = [&](const Record& record, const parse::Body& body) {
    for (const parse::Image& image : body.images) use(record, image.source);
    for (const parse::Link& link : body.links) {
      if (!link.external) use(record, link.target);
    }
  };
  for (const Record& record : records) {
    use_body(record, record.body);
    for (const schema::MarkdownField& field : record.markdown_fields) use_body(record, field.body);
    for (const schema::Attachment& attachment : record.attachments) paths.insert(attachment.path);
  }
  return paths;
}

std::string url_of(std::string_view path, std::string_view prefix) {
  std::string url(prefix);
  path.remove_prefix(kContent.size());
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    url += '/';
    text::append_path_segment(url, path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return url;
}

Value size_in_px(std::uint32_t size) { return size == 0 ? Value() : Value(static_cast<std::int64_t>(size)); }

Value value_of(const Media& media) {
  const Value bytes(static_cast<std::int64_t>(media.bytes));
  if (!media.picture) return make_dict({{"url", Value::string(media.url)}, {"bytes", bytes}});
  return make_dict({{"url", Value::string(media.url)},
                    {"width", size_in_px(media.picture->width)},
                    {"height", size_in_px(media.picture->height)},
                    {"bytes", bytes}});
}

const Media* find(std::span<const Media> media, std::string_view path) {
  const auto at = std::lower_bound(media.begin(), media.end(), path,
                                   [](const Media& m, std::string_view wanted) { return m.path < wanted; });
  return at == media.end() || at->path != path ? nullptr : &*at;
}

}  // namespace

std::vector<Media> used_media(std::span<const Record> records, std::vector<Media> media, std::string_view prefix) {
  const std::unordered_set<std::string> used = used_paths(records);
  std::erase_if(media, [&](const Media& m) { return !m.path.starts_with(kContent) || !used.contains(m.path); });
  std::sort(media.begin(), media.end(), [](const Media& a, const Media& b) { return a.path < b.path; });
  for (Media& m : media) {
    m.url = url_of(m.path, prefix);
    m.value = value_of(m);
  }
  return media;
}

void attach_media(std::span<Record> records, std::span<const Media> media, Report& report) {
  for (Record& record : records) {
    for (const schema::Attachment& attachment : record.attachments) {
      const Media* found = find(media, attachment.path);
      const bool picture = found != nullptr && found->picture.has_value();
      *attachment.value = found != nullptr ? found->value.borrow() : Value();
      if (picture || (found != nullptr && attachment.field->type == schema::FieldType::file)) continue;
      const Code code = found == nullptr ? Code::attachment_missing : Code::attachment_not_picture;
      report.add(Diagnostic(code, Place{record.path, attachment.at, 0})
                     .with("path", attachment.path)
                     .with("field", attachment.field->name));
    }
  }
}

}  // namespace katern::model
