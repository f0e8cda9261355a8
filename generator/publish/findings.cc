#include "publish/findings.h"

namespace katern::publish {

Diagnostic finding_of(const files::FileError& error) {
  using Kind = files::FileError::Kind;
  if (error.kind == Kind::other_disk) return Diagnostic(Code::output_other_disk, {}).with("path", error.path);
  if (error.kind == Kind::no_space) return Diagnostic(Code::output_disk_full, {}).with("path", error.path);
  const Code code = error.kind == Kind::denied ? Code::output_not_writable : Code::output_write_failed;
  return Diagnostic(code, {}).with("path", error.path).with("reason", error.reason);
}

}  // namespace katern::publish
