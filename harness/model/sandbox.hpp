#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace harness {

/// How much a stranger's program may use. The defaults are for running; build_limits() are for compilers.
/// What reaches a limit is stopped and told by Observation::stopped.
struct Limits {
  std::chrono::milliseconds wall{5'000};     ///< from exec on; used where neither golden nor caller names one
  std::chrono::seconds cpu{3};               ///< processor time of each process; at least 1
  std::uint64_t memory_bytes = 256U << 20U;  ///< resident, of all processes together
  std::uint64_t address_bytes = 512U << 20U;  ///< address space of each process; 0: no limit (sanitizers)
  int processes = 64;                         ///< processes and threads at a time
  int processes_in_all = 20'000;              ///< processes over the whole run
  std::uint64_t out_bytes = 1U << 20U;        ///< of standard output
  std::uint64_t err_bytes = 256U << 10U;      ///< of standard error
  std::uint64_t file_bytes = 16U << 20U;      ///< of each file
  std::uint64_t disk_bytes = 64U << 20U;      ///< of the working folder and /tmp together
  std::uint64_t shared_bytes = 16U << 20U;    ///< of /dev/shm
  int files = 20'000;                         ///< in the working folder and /tmp, and in /dev/shm
  int open_files = 64;                        ///< descriptors of each process
  std::uint64_t stack_bytes = 8U << 20U;
  bool operator==(const Limits&) const = default;
};

/// The defaults for compilers and build tools.
Limits build_limits();

/// A file or folder of the host that the program sees, and cannot write.
struct Bind {
  std::filesystem::path source{};  ///< on the host; readable for everyone where the harness runs as root
  std::string target{};            ///< absolute, inside: "/submission"
  bool operator==(const Bind&) const = default;
};

/// The world of a stranger's program: system programs and libraries (/usr) and what `visible` names, all
/// read-only; a fresh working folder of its own, the only place besides /tmp and /dev/shm that it can write;
/// no network, no other process, no variable of the harness's environment. Nothing that it writes reaches the
/// host but what take_out brings back as data.
struct SandboxPolicy {
  Limits limits{};
  std::vector<Bind> visible{};
  /// Files or folders of the host that must stay hidden although /usr or a bind would show them: goldens.
  std::vector<std::filesystem::path> hidden{};
  /// A folder inside, whose files the working folder starts with as copies; empty: it starts empty.
  std::string copied_in{};
  /// Bring the regular files of the working folder back when the run is over, in Outcome::files.
  bool take_out = false;
  /// Leave ptrace to the program, as leak checkers need it; it is then not observed at level trace.
  bool may_trace = false;
  bool operator==(const SandboxPolicy&) const = default;
};

/// A regular file that a run left in its working folder.
struct TakenFile {
  std::string path{};  ///< relative to the working folder; no "..", no link on the way
  bool executable = false;
  std::string content{};
  bool operator==(const TakenFile&) const = default;
};

/// One layer of the sandbox on this host, found by trying it.
struct SandboxLayer {
  std::string name{};
  bool in_force = false;
  bool needed = false;   ///< without it no stranger's program may run
  std::string detail{};  ///< in force: by what; else why not
  std::string remedy{};  ///< what mends it; empty where nothing has to be done, or nothing can
  bool operator==(const SandboxLayer&) const = default;
};

}  // namespace harness
