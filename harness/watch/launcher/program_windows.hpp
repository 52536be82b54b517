#pragma once

#include "watch/launcher/job_windows.hpp"
#include "watch/launcher/options.hpp"
#include "watch/launcher/unique_handle_windows.hpp"

namespace harness::watch {

/// The program that is run, and the reading ends of its output.
struct Program {
  UniqueHandle process;
  DWORD pid = 0;
  UniqueHandle out;
  UniqueHandle err;
};

/// Starts it in the job, before anything of it runs. It has this process's stdin, pipes for stdout and
/// stderr, and no other handle. A crash opens no window.
///
/// @throws  std::system_error  naming the step.
Program start_program(const Options& options, Job& job);

}  // namespace harness::watch
