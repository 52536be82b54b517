#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// Level job: what a program that executes others tells of the processes it has seen, on a platform that this
/// machine's observer cannot look into (`exeunt run --through PROGRAM --observe job`).
///
/// PROGRAM finds in its environment, as EXEUNT_REPORT, the path of a file that does not exist yet. Before it
/// ends it writes there one JSON object, of the same keys as the records of `exeunt run --json`:
///
///     {"format":1, "level":"job", "stopped":"by-itself",
///      "processes":[
///       {"id":"program", "parent":null, "argv":["Z:\\p.exe"], "exec":true, "end":"exit 0", "fate":"root",
///        "start_ms":0.0, "end_ms":40.1, "pid":32, "helper":false},
///       {"id":"1", "parent":"program", "argv":["Z:\\p.exe","x"], "exec":true, "end":"exit 3", "fate":null,
///        "outlived_creator":false, "start_ms":12.5, "end_ms":30.2, "pid":36, "helper":false}]}
///
/// - It names every process that the program made: the program first, a creator before those it made,
///   numbered in order of creation. PROGRAM itself, and what it is made of, is not among them. Where some
///   may have been missed, `"complete":false` stands beside `processes`: then nobody is found missing.
/// - `id`, `argv`, `end`, `fate` and `helper` must be there. What is not known is null, and compares as "not
///   checked"; a `parent` that is null, for all but the program, is one that is not known.
/// - `end` is "exit N" with a status of up to 32 bits, or "signal NAME"; null where PROGRAM ended it.
/// - `fate` is "root" of the program, "orphaned" of one that was alive when its creator ended, "leaked" of
///   one that outlived the run and was killed; "reaped" or "zombie" where waiting can be seen. Where it
///   cannot, `"outlived_creator":false` tells of a process with the fate null that it was not orphaned.
/// - `helper` is true of a start method's servers; what they make has who asked for it as its parent.
///   `"helper_guessed":true` beside it says that it only looks like one.
/// - `stopped` is "by-itself", or "time-limit" where PROGRAM ended the run at a limit of its own.
///
/// exeunt-launcher writes the events instead, as the shim sends them (wire::RunReport): what became of its
/// processes is then decided here, by the same rules.
///
/// What the program writes and the status it ends with PROGRAM passes on, and it ends when all is over.
inline constexpr const char* handed_report_variable = "EXEUNT_REPORT";

struct HandedReport {
  Stopped stopped = Stopped::by_itself;
  std::vector<Process> processes{};
  bool is_complete = true;
};

/// @throws CannotJudge telling what is wrong with it.
HandedReport parse_handed_report(const std::string& text);

/// The same of a file. @throws CannotJudge naming the file, what is wrong with it, and what to do.
HandedReport read_handed_report(const std::filesystem::path& file);

/// Puts what the report tells in place of what was seen of its writer's own processes.
void replace_processes(Observation& seen, HandedReport report);

}  // namespace harness
