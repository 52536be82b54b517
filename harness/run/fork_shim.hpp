#pragma once

#include <string>

#include "run/launcher.hpp"

namespace harness {

/// Starts a shim as a copy of this process, which costs less than to execute one: what a C library finds out
/// when a program begins takes longer than to copy the little memory that is in use when shims are started.
/// What fails in the new process its greeting tells.
/// @param namespaces  It is process 1 of a pid namespace, with its own /proc and /dev/shm.
/// @param base  Without namespaces: a folder of this shim's own.
/// @param probe  The shim finds out first which levels of observation work.
/// @throws CannotJudge where there can be no such process.
ShimProcess fork_shim(bool namespaces, const std::string& base, bool probe);

}  // namespace harness
