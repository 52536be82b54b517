#include "run/handed_report.hpp"

#include <set>

#include "record/json_fields.hpp"
#include "record/process_json.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "watch/fates.hpp"
#include "wire/archive.hpp"
#include "wire/orders.hpp"

namespace harness {
namespace {

constexpr std::uintmax_t most_report_bytes = 64U << 20U;

void check_head(const Json& object) {
  if (const int format = object.at("format").get<int>(); format != 1)
    throw CannotJudge("its format is " + std::to_string(format) + ", this program reads format 1");
  if (const Level level = word_at<Level>(object, "level"); level != Level::job)
    throw CannotJudge("its level is '" + std::string(to_string(level)) + "', expected 'job'");
}

Stopped stopped_of(const Json& object) {
  const auto stopped = word_at<Stopped>(object, "stopped");
  if (stopped == Stopped::by_itself || stopped == Stopped::time_limit) return stopped;
  throw CannotJudge("it is stopped '" + std::string(to_string(stopped)) +
                    "', expected 'by-itself' or 'time-limit'");
}

// The harness ended it, not the program: how is nothing that a golden speaks of.
Process without_end_of_leaked(Process process) {
  if (process.fate == Fate::leaked) process.end.reset();
  return process;
}

// The first is the program and nobody else is; who is named as a creator is known already.
void check_place(const Process& process, bool first, const std::set<std::string>& before) {
  const bool is_root = process.fate == Fate::root;
  const bool well_named = first == (process.id == "program") && first == is_root;
  if (!well_named || (first && process.parent))
    throw CannotJudge("the first process, and it alone, has the id 'program', the fate 'root' and no parent");
  if (before.contains(process.id)) throw CannotJudge("two processes have the id '" + process.id + "'");
  if (process.parent && !before.contains(*process.parent))
    throw CannotJudge("the parent '" + *process.parent + "' of '" + process.id + "' is not named before it");
}

std::vector<Process> processes_of(const Json& list) {
  std::vector<Process> processes;
  std::set<std::string> ids;
  for (const Json& object : list) {
    processes.push_back(without_end_of_leaked(process_of(object)));
    check_place(processes.back(), processes.size() == 1, ids);
    ids.insert(processes.back().id);
  }
  if (processes.empty()) throw CannotJudge("it names no process, not even the program");
  return processes;
}

// What exeunt-launcher writes: the events alone, as the shim reports them.
HandedReport from_events(const std::string& message) {
  const wire::RunReport report = wire::decode_report(message);
  std::vector<Process> processes = watch::fates_of(report);
  if (report.level != Level::job || processes.empty()) throw wire::BadMessage();
  return {report.stopped, std::move(processes), report.is_complete};
}

bool is_complete(const Json& object) {
  return maybe_at<bool>(object, "complete").value_or(true);
}

std::string content_of_report(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error) throw CannotJudge("there is none (" + error.message() + ")");
  if (size > most_report_bytes) throw CannotJudge("it has " + std::to_string(size) + " bytes");
  return read_file(file);
}

}  // namespace

HandedReport parse_handed_report(const std::string& text) {
  try {
    if (!text.empty() && text.front() == static_cast<char>(wire::MessageKind::report))
      return from_events(text);
    const Json object = Json::parse(text);
    check_head(object);
    return {stopped_of(object), processes_of(object.at("processes")), is_complete(object)};
  } catch (const wire::BadMessage&) {
    throw CannotJudge("it is torn, or of another version of exeunt-launcher");
  } catch (const Json::parse_error& error) {
    throw CannotJudge("it is torn, or no JSON, behind byte " + std::to_string(error.behind) + " of " +
                      std::to_string(text.size()));
  } catch (const Json::exception& error) {
    throw CannotJudge(std::string("a key is missing or holds something else: ") + error.what());
  }
}

HandedReport read_handed_report(const std::filesystem::path& file) {
  try {
    return parse_handed_report(content_of_report(file));
  } catch (const CannotJudge& error) {
    throw CannotJudge("the program of --through handed over no report that can be read as " + file.string() +
                      ": " + error.what() +
                      "; with --observe job it has to write one where EXEUNT_REPORT says, before it ends");
  }
}

// Times of the two are told by different clocks, so events of the one beside the other would mislead.
void replace_processes(Observation& seen, HandedReport report) {
  seen.level = Level::job;
  seen.stopped = report.stopped;
  seen.processes = std::move(report.processes);
  seen.is_complete = report.is_complete;
  for (Process& process : seen.processes)
    process.number = -1;
  seen.events.clear();
}

}  // namespace harness
