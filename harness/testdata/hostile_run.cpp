#include "hostile_run.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "match/compare.hpp"
#include "match/golden.hpp"
#include "match/judge.hpp"
#include "model/names.hpp"
#include "run/runner.hpp"
#include "run/sandbox.hpp"
#include "support/file.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* usual_golden =
    "-- stdout --\n"
    "child [[pid 1]] of [[pid program]]\n"
    "parent [[pid program]] reaped [[pid 1]] status 7\n"
    "-- processes --\n"
    "program            exit 0\n"
    "  child            exit 7      reaped\n";

constexpr const char* orphan_golden =
    "-- stdout --\n"
    "{{any order}}\nmain exits\norphan adopted\n{{end}}\n"
    "-- processes --\n"
    "program            exit 7\n"
    "  child            exit 42     orphaned\n";

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);)
    parts.push_back(part);
  return parts;
}

// "1900" where `how` has "KEY=1900".
std::optional<std::string> setting(const HostileProgram& program, const std::string& key) {
  for (const std::string& word : program.how) {
    if (word.starts_with(key + "=")) return word.substr(key.size() + 1);
  }
  return std::nullopt;
}

bool has_word(const HostileProgram& program, const std::string& word) {
  return std::find(program.how.begin(), program.how.end(), word) != program.how.end();
}

// Where time is not what decides, a busy machine must not make it so.
void give_time(Limits& limits, const HostileProgram& program, const std::string& unless) {
  if (std::find(program.verdicts.begin(), program.verdicts.end(), unless) != program.verdicts.end()) return;
  limits.wall = std::chrono::seconds(100);
  limits.cpu = std::chrono::seconds(60);
}

// What no stranger's program may reach: the host's loopback, and an abstract name.
class Listeners {
 public:
  explicit Listeners(int port)
      : tcp_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
        local_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int yes = 1;
    ::setsockopt(tcp_.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(tcp_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
      ::listen(tcp_.get(), 1);
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    std::string("exeunt-hostile").copy(name.sun_path + 1, sizeof name.sun_path - 1);
    if (::bind(local_.get(), reinterpret_cast<sockaddr*>(&name), sizeof name) == 0) ::listen(local_.get(), 1);
  }

 private:
  UniqueFd tcp_;
  UniqueFd local_;
};

std::vector<std::string> build_command(const fs::path& file) {
  const std::string source = "./" + file.string();
  if (file.extension() == ".c")
    return {"/usr/bin/gcc", "-D_GNU_SOURCE=", "-O1", "-pthread", "-o", "program", source};
  return {"/usr/bin/g++", "-std=c++20", "-O1", "-pthread", "-o", "program", source};
}

std::string code_of_failed_build(const Observation& seen) {
  switch (seen.stopped) {
    case Stopped::time_limit:
    case Stopped::cpu_limit:
      return "build-timeout";
    case Stopped::output_limit:
      return "output-limit";
    case Stopped::disk_limit:
      return "disk-limit";
    default:
      return "build-error";
  }
}

Outcome run_one(const Program& program) {
  return Runner({EXEUNT_SHIM_COMMAND, 1, std::nullopt}).run_one(program).value_or(Outcome{});
}

std::size_t count_lines(const char* path) {
  std::ifstream stream(path);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line);)
    ++count;
  return count;
}

std::vector<std::string> processes_marked(const std::string& mark) {
  std::vector<std::string> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc", error)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos || name == std::to_string(::getpid()))
      continue;
    std::ifstream stream(entry.path() / "environ", std::ios::binary);
    const std::string environment{std::istreambuf_iterator<char>(stream), {}};
    if (environment.find(mark) != std::string::npos) found.push_back("process " + name);
  }
  return found;
}

void add_groups_left(std::vector<std::string>& left) {
  const std::string own = "exeunt-" + std::to_string(::getpid()) + "-";
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator("/sys/fs/cgroup",
                                                     fs::directory_options::skip_permission_denied, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().string().starts_with(own)) left.push_back(entry->path().string());
  }
}

void add_segments_left(std::vector<std::string>& left) {
  std::ifstream stream("/proc/sysvipc/shm");
  for (std::string line; std::getline(stream, line);) {
    if (line.find(" 3598 ") != std::string::npos || line.find(" 24589 ") != std::string::npos)
      left.push_back("System V segment" + line);
  }
}

}  // namespace

std::vector<HostileProgram> read_hostile_manifest(const fs::path& folder) {
  std::vector<HostileProgram> programs;
  std::ifstream stream(folder / "manifest.tsv");
  for (std::string line; std::getline(stream, line);) {
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.empty() || columns[0].starts_with("#") || columns[0] == "file") continue;
    const bool long_form = columns.size() >= 7;
    programs.push_back(
        {columns[0], split(columns.at(long_form ? 4 : 1), '|'), split(columns.at(long_form ? 6 : 2), ' ')});
  }
  return programs;
}

// Every user may come in: where the harness is root, the sandbox's user is another one.
HostileGrader::HostileGrader(fs::path programs) : programs_(std::move(programs)) {
  fs::permissions(folder_.path(), fs::perms(0755));
  fs::create_directory(folder_.path() / "source");
  mark_ = "EXEUNT_HOSTILE=" + folder_.path().string();
}

HostileResult HostileGrader::grade(const HostileProgram& program) {
  const fs::path source = folder_.path() / "source";
  for (const std::string& name : {program.file, std::string("bounded.h")}) {
    std::error_code not_there;
    if (fs::copy_file(programs_ / name, source / name, not_there))
      fs::permissions(source / name, fs::perms(0644));
  }
  const std::size_t mounts = count_lines("/proc/self/mountinfo");
  std::optional<HostileResult> failed;
  if (!program.file.ends_with(".py")) failed = build(program);
  HostileResult result = failed ? *failed : run(program);
  result.left = processes();
  add_groups_left(result.left);
  add_segments_left(result.left);
  if (count_lines("/proc/self/mountinfo") != mounts) result.left.push_back("a mount");
  return result;
}

std::vector<std::string> HostileGrader::processes() const {
  return processes_marked(mark_);
}

std::optional<HostileResult> HostileGrader::build(const HostileProgram& program) {
  Program compiler;
  compiler.argv = build_command(program.file);
  compiler.env = {mark_};
  compiler.settings.level = Level::adopt;
  compiler.sandbox.emplace();
  compiler.sandbox->limits = build_limits();
  give_time(compiler.sandbox->limits, program, "build-timeout");
  compiler.sandbox->visible = {{folder_.path() / "source", "/submission"}};
  compiler.sandbox->copied_in = "/submission";
  compiler.sandbox->take_out = true;
  compiler.settings.time_limit = compiler.sandbox->limits.wall;
  Outcome outcome = run_one(compiler);
  if (!outcome.trouble.empty()) return HostileResult{"broken", outcome.trouble, {}, {}, {}};
  std::erase_if(outcome.files, [](const TakenFile& file) { return file.path != "program"; });
  const bool built = outcome.seen.stopped == Stopped::by_itself && !outcome.files.empty() &&
                     outcome.seen.processes.front().end == Ending(Exited{0});
  if (!built) return HostileResult{code_of_failed_build(outcome.seen), "", "", outcome.seen.err, {}};
  write_taken_files(outcome.files, folder_.path() / "built");
  return std::nullopt;
}

HostileResult HostileGrader::run(const HostileProgram& hostile) {
  const bool script = hostile.file.ends_with(".py");
  Program program;
  program.argv = script ? std::vector<std::string>{"/usr/bin/python3", "-I", "/program/" + hostile.file}
                        : std::vector<std::string>{"/program/program"};
  if (const auto argument = setting(hostile, "argv")) program.argv.push_back(*argument);
  program.env = {mark_};
  program.sandbox.emplace();
  program.sandbox->visible = {{folder_.path() / (script ? "source" : "built"), "/program"}};
  give_time(program.sandbox->limits, hostile, "timeout");
  program.settings.time_limit = program.sandbox->limits.wall;
  if (const auto limit = setting(hostile, "wall_limit_ms"))
    program.settings.time_limit = std::chrono::milliseconds(std::stoi(*limit));
  if (const auto most = setting(hostile, "processes_in_all"))
    program.sandbox->limits.processes_in_all = std::stoi(*most);
  const bool orphan = setting(hostile, "golden") == "orphan";
  const Golden golden = parse_golden(orphan ? orphan_golden : usual_golden, hostile.file + ".golden");
  program.declared_survivors = declared_survivors(golden, {});
  std::optional<Listeners> listeners;
  if (has_word(hostile, "listen") || has_word(hostile, "listener"))
    listeners.emplace(has_word(hostile, "listen") ? 47931 : 47911);
  const Outcome outcome = run_one(program);
  if (!outcome.trouble.empty()) return {"broken", outcome.trouble, {}, {}, {}};
  const Judgement judgement = judge(outcome.seen, compare(outcome.seen, golden, {}));
  const std::string verdict =
      judgement.code ? std::string(to_string(*judgement.code)) : std::string(to_string(judgement.verdict));
  return {verdict, judgement.reason, outcome.seen.out, {}, {}};
}

}  // namespace harness
