#pragma once

#include <string>
#include <string_view>

namespace exeunt::detail {

/// A demangled name as a person writes it: "std::vector<std::string>", without the arguments that templates
/// of the standard library have by default and without its inner namespaces.
std::string readable_type(std::string_view demangled);

}  // namespace exeunt::detail
