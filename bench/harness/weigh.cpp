#include "harness/weigh.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "sampling/sample.hpp"

namespace bench {
namespace {

std::int64_t nanoseconds(const timeval& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 +
         static_cast<std::int64_t>(time.tv_usec) * 1'000;
}

pid_t spawn(std::vector<std::string> command, const std::filesystem::path& folder, int output) {
  std::vector<char*> argv;
  for (std::string& word : command)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), "start " + command.front());
  return pid;
}

std::string last_line(int file) {
  char text[400] = {};
  const off_t size = ::lseek(file, 0, SEEK_END);
  const ssize_t count = ::pread(file, text, sizeof text - 1, std::max<off_t>(0, size - 399));
  std::string line(text, count > 0 ? static_cast<std::size_t>(count) : 0);
  while (line.ends_with('\n'))
    line.pop_back();
  return line.substr(line.rfind('\n') + 1);
}

/// Where a command's output goes: memory, for a pipe would have to be read meanwhile.
class Output {
 public:
  Output() : file_(::memfd_create("output", MFD_CLOEXEC)) {}
  ~Output() { ::close(file_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  int file() const { return file_; }

 private:
  int file_;
};

}  // namespace

Weight weigh(const std::vector<std::string>& command, const std::filesystem::path& folder) {
  const Output output;
  const std::int64_t begun = now();
  const pid_t pid = spawn(command, folder, output.file());
  int status = 0;
  rusage usage = {};
  while (::wait4(pid, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  const Weight weight{now() - begun, nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime),
                      usage.ru_maxrss};
  if (status == 0) return weight;
  throw std::runtime_error("wait status " + std::to_string(status) + ": " + last_line(output.file()));
}

}  // namespace bench
