#pragma once

#include <string>

namespace harness {

/// The seccomp filter of strangers' programs, as instructions that lie in memory (sock_filter): everything
/// passes but what reaches out of a sandbox, hides from observation, or opens up parts of the kernel that no
/// coursework needs. These calls fail as if the kernel did not have them, or did not permit them; one of a
/// foreign architecture kills the process.
/// @param may_trace  ptrace and its relatives pass too.
/// @throws CannotJudge where libseccomp refuses.
std::string system_call_filter(bool may_trace);

}  // namespace harness
