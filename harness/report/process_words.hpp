#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/event.hpp"
#include "model/process.hpp"

namespace harness {

/// The words as a shell would take them: "sh -c 'sleep 1 & wait'". Not made fit to be shown.
std::string command_line(const std::vector<std::string>& argv);

/// What the process executed last; "?" where it is not known.
std::string command_of(const Process& process);

/// The name of its program without folders, "~" before it where the process is a copy of its parent that ran
/// no program of its own; "?" where it is not known.
std::string name_of(const Process& process);

/// "helper", "looks like a helper"; empty where it is none.
std::string helper_words(const Process& process);

/// "exit 1", "signal SIGTERM", "signal SIGSEGV, core dumped"; "?" where it is not known.
std::string ending_of(const Process& process);

/// One word: "reaped", "orphaned", …; empty for the root, "?" where it is not known.
std::string fate_of(const Process& process);

/// "reaped by its parent"
std::string reaped_in_words(ReapedBy by);

/// What became of it, for somebody who does not know the word: "reaped by its parent".
std::string fate_in_words(const Process& process, std::optional<ReapedBy> by);

/// The same in at most 26 columns: "orphaned for 302.7 ms".
std::string fate_in_brief(const Process& process, std::optional<ReapedBy> by);

/// "12.5 ms", "1.250 s"; "?" where it is not known.
std::string moment(const std::optional<double>& ms);

/// "3.2 MB"; empty where it is not known.
std::string memory(const std::optional<long>& kb);

}  // namespace harness
