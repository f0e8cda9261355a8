#pragma once

#include "diagnostics/report.h"

namespace katern {

/// The same findings, every error a warning: of what is not on the site yet, so that nobody has to wait for it.
Report softened(const Report& report);

}  // namespace katern
