#include "watch/launcher/launcher.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "watch/launcher/command_line_windows.hpp"
#include "watch/launcher/program_windows.hpp"
#include "watch/launcher/run.hpp"

// Whole runs of small programs of known shape (launcher_shapes.cpp).

namespace harness::launcher {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

fs::path beside_this_program(const wchar_t* name) {
  wchar_t path[MAX_PATH] = {};
  ::GetModuleFileNameW(nullptr, path, MAX_PATH);
  return fs::path(path).replace_filename(name);
}

/// A standard stream of this process, in a file as long as this lives.
class Captured {
 public:
  explicit Captured(DWORD which) : which_(which), before_(::GetStdHandle(which)) {
    static int made = 0;
    path_ = fs::temp_directory_path() /
            ("launcher-" + std::to_string(::GetCurrentProcessId()) + "-" + std::to_string(++made));
    file_ = UniqueHandle(::CreateFileW(path_.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, CREATE_ALWAYS,
                                       FILE_ATTRIBUTE_NORMAL, nullptr));
    ::SetStdHandle(which, file_.get());
  }
  ~Captured() {
    if (file_) text();
  }

  std::string text() {
    ::SetStdHandle(which_, before_);
    file_.reset();
    std::ifstream file(path_, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(file)), {});
    file.close();
    fs::remove(path_);
    return content;
  }

 private:
  DWORD which_;
  HANDLE before_;
  fs::path path_;
  UniqueHandle file_;
};

std::wstring quoted_shapes() {
  return L"\"" + beside_this_program(L"launcher_shapes.exe").wstring() + L"\" ";
}

Options shape(const std::wstring& words) {
  return options_of(words_behind_the_first(L"exeunt-launcher " + quoted_shapes() + words));
}

Status launch_line(const std::wstring& line, std::ostream& errors) {
  return launch(words_behind_the_first(line), errors);
}

/// "program exit 1 root, 1 exit 3 -", in order of creation.
std::string tree_of(const Observation& seen) {
  const char* const fates[] = {"-", "root", "orphaned", "leaked"};
  std::string text;
  for (const Process& process : seen.processes) {
    if (!text.empty()) text += ", ";
    text += process.id + " " + (process.status ? std::to_string(*process.status) : "?") + " " +
            fates[static_cast<int>(process.fate)];
  }
  return text;
}

TEST(Launcher, SeesAProgramAlone) {
  const Observation seen = run(shape(L"exit 7"));
  EXPECT_EQ(tree_of(seen), "program 7 root");
  EXPECT_FALSE(seen.timed_out);
  EXPECT_EQ(seen.processes[0].parent, std::nullopt);
  EXPECT_EQ(seen.processes[0].argv,
            (std::vector<std::string>{beside_this_program(L"launcher_shapes.exe").string(), "exit", "7"}));
  EXPECT_GE(seen.wall_ms, *seen.processes[0].end_ms);
}

TEST(Launcher, SeesChildrenAndGrandchildren) {
  const Observation seen = run(shape(L"grandparent"));
  EXPECT_EQ(tree_of(seen), "program 0 root, 1 1 -, 1.1 3 -, 1.2 300 -");
  EXPECT_EQ(seen.processes[1].parent, "program");
  EXPECT_EQ(seen.processes[3].parent, "1");
}

TEST(Launcher, SeesATerminatedChild) {
  EXPECT_EQ(tree_of(run(shape(L"terminate"))), "program 0 root, 1 65536 -");
}

TEST(Launcher, SeesACrash) {
  // Wine's debugger may be a second process.
  EXPECT_EQ(run(shape(L"crash")).processes.front().status, 0xC0000005);
}

TEST(Launcher, WaitsForAnOrphan) {
  Options options = shape(L"orphan");
  options.grace = 60s;
  EXPECT_EQ(tree_of(run(options)), "program 2 root, 1 5 orphaned");
}

TEST(Launcher, KillsALeakBehindItsGrace) {
  Options options = shape(L"leak");
  options.grace = 100ms;
  const Observation seen = run(options);
  EXPECT_EQ(tree_of(seen), "program 4 root, 1 65536 leaked");
  EXPECT_EQ(seen.processes[1].argv, (std::vector<std::string>{"launcher_shapes", "hang"}));
  EXPECT_FALSE(seen.timed_out);
  EXPECT_GE(seen.wall_ms, 100);
}

TEST(Launcher, KillsEverythingAtTheTimeLimit) {
  Options options = shape(L"hang");
  options.limit = 300ms;
  const Observation seen = run(options);
  EXPECT_EQ(tree_of(seen), "program 65536 root");
  EXPECT_TRUE(seen.timed_out);
}

TEST(Launcher, LeavesNoProcessBehind) {
  Options options = shape(L"leak");
  options.grace = 0ms;
  const Observation seen = run(options);
  for (const Process& process : seen.processes) {
    const UniqueHandle handle(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process.pid)));
    EXPECT_TRUE(!handle || ::WaitForSingleObject(handle.get(), 0) == WAIT_OBJECT_0) << process.id;
  }
}

TEST(Launcher, TakesTheProgramWithItWhereItDies) {
  UniqueHandle process;
  {
    Job job;
    process = std::move(start_program(shape(L"hang"), job).process);
  }
  EXPECT_EQ(::WaitForSingleObject(process.get(), 60'000), WAIT_OBJECT_0);
}

TEST(Launcher, PassesOutputOn) {
  Captured out(STD_OUTPUT_HANDLE);
  Captured err(STD_ERROR_HANDLE);
  run(shape(L"say"));
  EXPECT_EQ(err.text(), "err\r\n");
  EXPECT_EQ(out.text(), "out\r\n");
}

TEST(Launcher, MakesUnixLinesOfIt) {
  Options options = shape(L"say");
  options.for_unix = true;
  Captured out(STD_OUTPUT_HANDLE);
  Captured err(STD_ERROR_HANDLE);
  run(options);
  EXPECT_EQ(err.text(), "err\n");
  EXPECT_EQ(out.text(), "out\n");
}

TEST(Launcher, PassesMuchOutputOn) {
  Captured out(STD_OUTPUT_HANDLE);
  run(shape(L"flood"));
  EXPECT_EQ(out.text(), std::string(1'000'000, 'x'));
}

TEST(Launcher, PassesTheCommandLineOnAsItIs) {
  Captured out(STD_OUTPUT_HANDLE);
  std::ostringstream errors;
  EXPECT_EQ(
      launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"show \"a b\" c\\\"d \"\" e\\", errors), 0);
  EXPECT_EQ(out.text(), "[show]\n[a b]\n[c\"d]\n[]\n[e\\]\n");
}

TEST(Launcher, EndsWithTheProgramsStatus) {
  std::ostringstream errors;
  EXPECT_EQ(launch_line(L"exeunt-launcher " + quoted_shapes() + L"exit 3000000001", errors), 3000000001);
  EXPECT_EQ(launch_line(L"exeunt-launcher " + quoted_shapes() + L"exit 256", errors), 256);
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 256", errors), 255);
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 263", errors), 263);
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 0", errors), 0);
  EXPECT_EQ(errors.str(), "");
}

TEST(Launcher, SaysWhatItCannotDo) {
  std::ostringstream errors;
  EXPECT_EQ(launch_line(L"exeunt-launcher nowhere.exe", errors), 125);
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot start 'nowhere.exe': "), 0U) << errors.str();
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --time-limit 200 " + quoted_shapes() + L"hang", errors), 65536);
  EXPECT_EQ(errors.str(), "exeunt-launcher: killed at the time limit of 200 ms\n");
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --report nowhere/file " + quoted_shapes() + L"exit 0", errors),
            125);
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot write the report 'nowhere/file': "), 0U)
      << errors.str();
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --wrong", errors), 126);
  EXPECT_EQ(errors.str().find("exeunt-launcher: unknown option '--wrong'\n"), 0U) << errors.str();
}

TEST(Launcher, WritesItsReport) {
  const fs::path path = fs::temp_directory_path() / ("report-" + std::to_string(::GetCurrentProcessId()));
  std::ostringstream errors;
  EXPECT_EQ(
      launch_line(L"exeunt-launcher --report \"" + path.wstring() + L"\" " + quoted_shapes() + L"parent",
                  errors),
      1);
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  file.close();
  fs::remove(path);
  EXPECT_EQ(line.find("{\"format\":1,\"level\":\"job\",\"stopped\":\"by-itself\","), 0U) << line;
  EXPECT_NE(line.find("\"id\":\"2\",\"parent\":\"program\""), std::string::npos) << line;
}

}  // namespace
}  // namespace harness::launcher
