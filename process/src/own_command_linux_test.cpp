#include "own_command.hpp"

#include <link.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "launch.hpp"
#include "probe.hpp"

// Starting where the program's file is not found in the usual way. Each probe begins by executing itself
// again, in surroundings that it has made for itself.

namespace exeunt::testing {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool can_run_bare = false;  // a sanitizer needs /proc, and the kernel's own loading
#else
constexpr bool can_run_bare = true;
#endif

class OwnCommand : public EveryStartMethod {
 protected:
  void SetUp() override {
    EveryStartMethod::SetUp();
    if (!can_run_bare) GTEST_SKIP() << "a sanitizer cannot run so";
    if (::geteuid() != 0) GTEST_SKIP() << "needs to be root, to change the root folder";
  }
};
INSTANTIATE_TEST_SUITE_P(, OwnCommand, ::testing::ValuesIn(all_start_methods()), name_of_method);

constexpr const char* again = "EXEUNT_TEST_AGAIN";

bool is_first_time() {
  return ::getenv(again) == nullptr;
}

[[noreturn]] void execute(std::vector<std::string> words) {
  ::setenv(again, "1", 1);
  std::vector<char*> argv;
  for (std::string& word : words)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  std::perror("exec");
  os_exit(1);
}

int note_interpreter(dl_phdr_info* program, std::size_t, void* result) {
  for (int i = 0; i < program->dlpi_phnum; ++i) {
    const auto& header = program->dlpi_phdr[i];
    if (header.p_type == PT_INTERP)
      *static_cast<std::string*>(result) = reinterpret_cast<const char*>(program->dlpi_addr + header.p_vaddr);
  }
  return 1;  // the first is the program
}

std::string dynamic_loader() {
  std::string path;
  ::dl_iterate_phdr(note_interpreter, &path);
  return path;
}

int copy_library(dl_phdr_info* library, std::size_t, void* root) {
  const fs::path name = library->dlpi_name;
  if (!name.is_absolute()) return 0;
  const fs::path copy = *static_cast<const fs::path*>(root) / name.relative_path();
  fs::create_directories(copy.parent_path());
  fs::copy_file(name, copy, fs::copy_options::skip_existing);
  return 0;
}

/// The program as "program", and the libraries where it looks for them.
void furnish(fs::path root) {
  fs::copy_file("/proc/self/exe", root / "program");
  ::dl_iterate_phdr(copy_library, &root);
}

/// Goes on as ./program, which then leaves the folder, in a place with neither /proc nor /dev.
void go_on_in_a_bare_place(const char* probe) {
  if (!is_first_time()) return fs::current_path("/elsewhere");
  std::string root = (fs::temp_directory_path() / "exeunt-XXXXXX").string();
  if (::mkdtemp(root.data()) == nullptr) return std::perror("mkdtemp");
  furnish(root);
  fs::create_directory(fs::path(root) / "elsewhere");
  // Whoever is outside removes it when all of the test's processes have ended.
  std::fprintf(stderr, "%s", root.c_str());
  std::fflush(stderr);
  if (::chroot(root.c_str()) != 0 || ::chdir("/") != 0) return std::perror("chroot");
  execute({"./program", "--probe", probe});
}

void remove_bare_place(const Outcome& outcome) {
  EXPECT_THAT(outcome.err, ::testing::HasSubstr("exeunt-"));
  EXPECT_THAT(outcome.err, ::testing::Not(::testing::HasSubstr("\n")));
  if (outcome.err.find("exeunt-") != std::string::npos) fs::remove_all(outcome.err);
}

void start_one() {
  Process child([] {
    say("child, its stdin %d\n", std::getchar());
    exeunt::exit(3);
  });
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}

PROBE(OwnCommand, IsFoundByNameWithoutProc) {
  go_on_in_a_bare_place("OwnCommand.IsFoundByNameWithoutProc");
  start_one();
}
CHECK(OwnCommand, IsFoundByNameWithoutProc) {
  EXPECT_EQ(outcome.out, "child, its stdin -1\n3\n");
  remove_bare_place(outcome);
}

PROBE(OwnCommand, IsFoundByNameWhereOnlyPosixSpawnIsLeft) {
  go_on_in_a_bare_place("OwnCommand.IsFoundByNameWhereOnlyPosixSpawnIsLeft");
  detail::launch_instead(nullptr, true);
  start_one();
}
CHECK(OwnCommand, IsFoundByNameWhereOnlyPosixSpawnIsLeft) {
  EXPECT_EQ(outcome.out, "child, its stdin -1\n3\n");
  remove_bare_place(outcome);
}

PROBE(OwnCommand, SaysThatTheNameDoesNotHelpEither) {
  go_on_in_a_bare_place("OwnCommand.SaysThatTheNameDoesNotHelpEither");
  fs::remove("/program");
  Process child([] {});
  try {
    child.start();
    child.join();
    say("started\n");
  } catch (const std::system_error& error) {
    say("%s\n", error.what());
  }
}
CHECK(OwnCommand, SaysThatTheNameDoesNotHelpEither) {
  if (method == StartMethod::fork) {
    EXPECT_EQ(outcome.out, "started\n");
  } else {
    EXPECT_EQ(outcome.out,
              "cannot start process 'Process-1': exec of /./program (by its name, since /proc is not there): "
              "No such "
              "file or directory\n");
  }
  remove_bare_place(outcome);
}

PROBE(OwnCommand, IsTheLoadersWhereThatWasExecuted) {
  if (is_first_time()) {
    const fs::path program = fs::read_symlink("/proc/self/exe");
    fs::current_path(program.parent_path());
    execute({dynamic_loader(), "--library-path", "/lib", "./" + program.filename().string(), "--probe",
             "OwnCommand.IsTheLoadersWhereThatWasExecuted"});
  }
  fs::current_path("/");
  start_one();
}
CHECK(OwnCommand, IsTheLoadersWhereThatWasExecuted) {
  if (dynamic_loader().empty()) GTEST_SKIP() << "linked statically";
  EXPECT_EQ(outcome.out, "child, its stdin -1\n3\n");
  EXPECT_EQ(outcome.err, "");
}

}  // namespace
}  // namespace exeunt::testing
