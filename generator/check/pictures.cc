#include "check/checks.h"
#include "files/path.h"

namespace katern::check {
namespace {

void check_pictures_in(const parse::Body& body, const model::Site& site, const schema::Record& record, Report& report) {
  for (const parse::Image& image : body.images) {
    const auto path = files::join_relative(record.path, image.source);
    const model::Media* media = path ? site.media_at(*path) : nullptr;
    if (path && media == nullptr) media = site.hidden.media_at(*path);
    if (media != nullptr && media->picture) continue;
    const Code code = media == nullptr ? Code::picture_missing : Code::picture_not_a_picture;
    report.add(Diagnostic(code, Place{record.path, image.at, 0}).with("path", image.source));
  }
}

}  // namespace

void check_pictures(const model::Site& site, const schema::Record& record, Report& report) {
  check_pictures_in(record.body, site, record, report);
  for (const schema::MarkdownField& field : record.markdown_fields) {
    check_pictures_in(field.body, site, record, report);
  }
}

}  // namespace katern::check
