#pragma once

#include <string>

namespace exeunt::detail {

/// A path in the folder for temporary files that ends in XXXXXX, as mkstemp() takes it.
std::string temporary_name();

}  // namespace exeunt::detail
