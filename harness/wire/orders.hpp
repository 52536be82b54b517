#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/observation.hpp"
#include "model/run_settings.hpp"
#include "model/sandbox.hpp"
#include "model/stdio_mode.hpp"

namespace harness::wire {

/// What holds inside a sandbox for the program and all that it starts.
struct Confinement {
  Limits limits{};
  /// Instructions of a seccomp filter (sock_filter), as they lie in memory; installed just before exec.
  std::string system_call_filter{};
  std::string copied_in{};  ///< as in SandboxPolicy
  bool take_out = false;    ///< as in SandboxPolicy
};

/// What the harness asks a shim to run.
struct RunOrder {
  std::string program{};  ///< what is executed; empty: argv[0]
  std::vector<std::string> argv{};
  std::vector<std::string> env{};  ///< "NAME=VALUE"; HOME and TMPDIR are added by the shim
  StdioMode stdio = StdioMode::pipe;
  Level level = Level::adopt;  ///< chosen for this program; settings.level is what was wished
  RunSettings settings{};
  std::optional<std::string> stdin_text{};  ///< nothing: /dev/null
  int declared_survivors = 0;               ///< how many processes may outlive the program
  /// The program works where the shim was started: with its descriptors 0 to 2, folder and session. Of its
  /// output only what attributing sees is known.
  bool in_place = false;
  std::vector<std::string> helper_marks{};   ///< as helper_kind() takes them
  std::optional<Confinement> confinement{};  ///< the shim is that of a sandbox, and carries out one run
};

/// What a shim saw of one run, or a launcher.
struct RunReport {
  Level level = Level::root;
  std::string out{};
  std::string err{};
  std::optional<StartFailure> start_failure{};
  Stopped stopped = Stopped::by_itself;
  std::vector<Event> events{};
  std::vector<int> leaked{};           ///< processes that outlived the run, by their number
  std::vector<Survivor> released{};    ///< who runs on: the watching ended before they did
  std::vector<int> helpers{};          ///< helpers of the start method, by their number
  std::vector<int> guessed_helpers{};  ///< those of them that only look like one
  ReapsSeen reaps = ReapsSeen::all;
  bool is_complete = true;  ///< no process can have been missed, as far as the level sees
  std::vector<std::string> output_holders{};
  std::int64_t wall_us = 0;
  std::int64_t cpu_us = 0;
  std::vector<TakenFile> files{};  ///< where the confinement has take_out
  std::string trouble{};           ///< why this shim must not be used again; empty: it may
};

/// What a shim says once, when it is ready.
struct Greeting {
  bool first_process = false;     ///< it is process 1 of a namespace of its own
  bool private_folders = false;   ///< its temporary folders are its own mounts
  std::string trace_refused{};    ///< why level trace is not to be had; empty: it is
  std::string passive_refused{};  ///< the same of level passive
  std::string trouble{};          ///< why it will never be ready; empty: it is
};

/// A signal that the harness has got.
struct SignalReceived {
  int number = 0;
  bool reached_program = false;  ///< by itself, as from the terminal's keys
};

enum class MessageKind : std::uint8_t { greeting, run, report, stop, signal, survivors };

std::string encode(const RunOrder& order);
std::string encode(const RunReport& report);
std::string encode(const Greeting& greeting);
std::string encode_stop();
std::string encode(const SignalReceived& signal);
std::string encode(const std::vector<Survivor>& survivors);

MessageKind kind_of(std::string_view message);
RunOrder decode_order(std::string_view message);
RunReport decode_report(std::string_view message);
SignalReceived decode_signal(std::string_view message);
std::vector<Survivor> decode_survivors(std::string_view message);
Greeting decode_greeting(std::string_view message);

}  // namespace harness::wire
