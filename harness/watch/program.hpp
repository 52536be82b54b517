#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/observation.hpp"
#include "watch/confined_process.hpp"
#include "watch/stdio.hpp"

namespace harness::watch {

/// What is needed to start the program under observation.
struct Launch {
  const std::string* program = nullptr;  ///< what is executed; empty: argv[0]
  const std::vector<std::string>* argv = nullptr;
  const std::vector<std::string>* env = nullptr;
  const Stdio* stdio = nullptr;
  std::string folder{};  ///< empty: where the shim is
  bool in_place =
      false;  ///< in the shim's own process group, with its descriptors and its caller's signal mask
  const ConfinedProcess* confined = nullptr;  ///< nullptr: nothing confines it
};

/// The program, or why there is none. A process that failed to become the program has been reaped, but for
/// one that waited for its observer: it ends as any other process, and `report` tells why.
struct Started {
  pid_t pid = -1;
  std::optional<StartFailure> failure{};
  UniqueFd report{};
  std::shared_ptr<void> lent{};  ///< what one that waited works with until it has become the program
};

/// Why a process ended without having become the program; nothing where it became it.
std::optional<StartFailure> read_failure(const UniqueFd& report);

/// The limit of open descriptors that programs get; the shim itself takes all it can have.
void raise_own_descriptor_limit();

/// Whether programs go on when they wake the shim: it then reads at once what they did until they block or
/// end, and takes a processor from them less often. Not for those that stop until the shim has looked at
/// them: on a busy machine each stop would last a time slice. Programs are scheduled as the shim was first.
void let_programs_go_first(bool wanted);

/// Signals that programs find blocked: none, unless the shim's caller blocked some and programs run in its
/// place.
void set_program_signal_mask(const sigset_t& mask);

/// A seccomp filter, installed by the program's process just before it becomes the program.
struct Filter {
  const sock_fprog* program = nullptr;
  int socket = -1;  ///< over which the process hands its listener to the shim; -1: the filter notifies nobody
};

/// Starts the program in a process group of its own, the foreground one where it has a terminal.
/// @param attach  Called with the new process while it still waits to become the program, and has what
///                `launch` points to still to read; empty: it does not wait. An errno that it returns ends
///                the process before it becomes anything.
/// @param filter  Installed once the process need not wait any more; nullptr: none.
Started start_program(const Launch& launch, const std::function<int(pid_t)>& attach,
                      const Filter* filter = nullptr);

}  // namespace harness::watch
