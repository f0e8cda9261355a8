#pragma once

#include <cstdint>
#include <string>

namespace katern {

void append_integer(std::string& out, std::int64_t integer);

/// The shortest text that reads back as the same number, as Python and its JSON write a float: 1.0, 1e+16, 1e-05;
/// what is not finite is inf, -inf or nan.
void append_number(std::string& out, double number);

}  // namespace katern
