#pragma once

#include "diagnostics/diagnostic.h"
#include "files/file_system.h"

namespace katern::publish {

/// What to tell of a failure of the disk.
Diagnostic finding_of(const files::FileError& error);

}  // namespace katern::publish
