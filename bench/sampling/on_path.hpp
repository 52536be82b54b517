#pragma once

#include <string>

namespace bench {

/// The first python3 on PATH that is the interpreter itself, not a script around it; empty: there is none.
std::string find_python();

/// The first program of that name on PATH; empty: there is none.
std::string find_program(const std::string& name);

}  // namespace bench
