#include "watch/launcher/launcher.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/names.hpp"
#include "watch/fates.hpp"
#include "watch/launcher/command_line_windows.hpp"
#include "watch/launcher/ending.hpp"
#include "watch/launcher/program_windows.hpp"
#include "watch/launcher/run.hpp"

// Whole runs of small programs of known shape (launcher_shapes_windows.cpp).

namespace harness::watch {
namespace {

using namespace std::chrono_literals;
using wire::RunReport;
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

Ending launch_line(const std::wstring& line, std::ostream& errors) {
  return launch(words_behind_the_first(line), errors);
}

/// "program exit 1 root, 1 exit 3 -".
std::string tree_of(const RunReport& seen) {
  std::string text;
  for (const Process& process : fates_of(seen)) {
    if (!text.empty()) text += ", ";
    text += process.id + " " + (process.end ? to_string(*process.end) : "?") + " ";
    text += process.fate ? to_string(*process.fate) : "-";
  }
  return text;
}

TEST(Launcher, SeesAProgramAlone) {
  const RunReport seen = run(shape(L"exit 7"));
  EXPECT_EQ(tree_of(seen), "program exit 7 root");
  EXPECT_EQ(seen.stopped, Stopped::by_itself);
  EXPECT_EQ(fates_of(seen).front().argv,
            (std::vector<std::string>{beside_this_program(L"launcher_shapes.exe").string(), "exit", "7"}));
  EXPECT_GE(static_cast<double>(seen.wall_us) / 1000, fates_of(seen).front().end_ms);
}

TEST(Launcher, SeesChildrenAndGrandchildren) {
  const RunReport seen = run(shape(L"grandparent"));
  EXPECT_EQ(tree_of(seen), "program exit 0 root, 1 exit 1 -, 1.1 exit 3 -, 1.2 exit 300 -");
  EXPECT_EQ(fates_of(seen)[1].parent, "program");
  EXPECT_EQ(fates_of(seen)[3].parent, "1");
}

TEST(Launcher, SeesATerminatedChild) {
  EXPECT_EQ(tree_of(run(shape(L"terminate"))), "program exit 0 root, 1 signal SIGTERM -");
}

TEST(Launcher, SeesACrash) {
  // Wine's debugger may be a second process.
  EXPECT_EQ(ending_of_program(run(shape(L"crash"))), Ending(Exited{0xC0000005}));
}

TEST(Launcher, WaitsForAnOrphan) {
  Options options = shape(L"orphan");
  options.grace = 60s;
  EXPECT_EQ(tree_of(run(options)), "program exit 2 root, 1 exit 5 orphaned");
}

TEST(Launcher, KillsALeakBehindItsGrace) {
  Options options = shape(L"leak");
  options.grace = 100ms;
  const RunReport seen = run(options);
  EXPECT_EQ(tree_of(seen), "program exit 4 root, 1 ? leaked");
  EXPECT_EQ(fates_of(seen)[1].argv, (std::vector<std::string>{"launcher_shapes", "hang"}));
  EXPECT_EQ(seen.stopped, Stopped::by_itself);
  EXPECT_GE(seen.wall_us, 100'000);
}

TEST(Launcher, KillsEverythingAtTheTimeLimit) {
  Options options = shape(L"hang");
  options.limit = 300ms;
  const RunReport seen = run(options);
  EXPECT_EQ(tree_of(seen), "program ? root");
  EXPECT_EQ(ending_of_program(seen), killed_ending);
  EXPECT_EQ(seen.stopped, Stopped::time_limit);
}

TEST(Launcher, LeavesNoProcessBehind) {
  Options options = shape(L"leak");
  options.grace = 0ms;
  const RunReport seen = run(options);
  for (const Process& process : fates_of(seen)) {
    const UniqueHandle handle(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(*process.pid)));
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
      launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"show \"a b\" c\\\"d \"\" e\\", errors),
      Ending(Exited{0}));
  EXPECT_EQ(out.text(), "[show]\n[a b]\n[c\"d]\n[]\n[e\\]\n");
}

TEST(Launcher, EndsWithTheProgramsStatus) {
  std::ostringstream errors;
  EXPECT_EQ(launch_line(L"exeunt-launcher " + quoted_shapes() + L"exit 3000000001", errors),
            Ending(Exited{3000000001}));
  EXPECT_EQ(launch_line(L"exeunt-launcher " + quoted_shapes() + L"exit 256", errors), Ending(Exited{256}));
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 256", errors),
            Ending(Exited{255}));
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 263", errors),
            Ending(Exited{263}));
  EXPECT_EQ(launch_line(L"exeunt-launcher --unix " + quoted_shapes() + L"exit 0", errors), Ending(Exited{0}));
  EXPECT_EQ(errors.str(), "");
}

TEST(Launcher, SaysWhatItCannotDo) {
  std::ostringstream errors;
  EXPECT_EQ(launch_line(L"exeunt-launcher nowhere.exe", errors), Ending(Exited{125}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot start 'nowhere.exe': "), 0U) << errors.str();
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --time-limit 200 " + quoted_shapes() + L"hang", errors),
            killed_ending);
  EXPECT_EQ(errors.str(), "exeunt-launcher: killed at the time limit of 200 ms\n");
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --report nowhere/file " + quoted_shapes() + L"exit 0", errors),
            Ending(Exited{125}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot write the report 'nowhere/file': "), 0U)
      << errors.str();
  errors.str("");
  EXPECT_EQ(launch_line(L"exeunt-launcher --wrong", errors), Ending(Exited{126}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: unknown option '--wrong'\n"), 0U) << errors.str();
}

TEST(Launcher, WritesItsReport) {
  const fs::path path = fs::temp_directory_path() / ("report-" + std::to_string(::GetCurrentProcessId()));
  std::ostringstream errors;
  EXPECT_EQ(
      launch_line(L"exeunt-launcher --report \"" + path.wstring() + L"\" " + quoted_shapes() + L"parent",
                  errors),
      Ending(Exited{1}));
  std::ifstream file(path, std::ios::binary);
  const std::string message{std::istreambuf_iterator<char>(file), {}};
  file.close();
  fs::remove(path);
  EXPECT_EQ(tree_of(wire::decode_report(message)), "program exit 1 root, 1 exit 3 -, 2 exit 300 -");
}

}  // namespace
}  // namespace harness::watch
