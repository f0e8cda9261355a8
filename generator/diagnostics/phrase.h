#pragma once

#include <string>
#include <string_view>

namespace katern {

/// The Dutch of an English phrase that fills in a finding ("an integer", "No space left on device"), by phrases.def.
/// A phrase that is not known comes back as it is.
std::string in_dutch(std::string_view phrase);

}  // namespace katern
