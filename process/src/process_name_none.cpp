#include "roles.hpp"

namespace exeunt::detail {

// The name is that of the file, and cannot be changed.
void set_process_name(const char*) noexcept {}

}  // namespace exeunt::detail
