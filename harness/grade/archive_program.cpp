#include "grade/archive_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>

#include "support/companion.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

/// What the program finds as its descriptors 0, 1 and 2, and no other.
class Descriptors {
 public:
  Descriptors(int in, int out) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
  }
  ~Descriptors() { ::posix_spawn_file_actions_destroy(&actions_); }
  Descriptors(const Descriptors&) = delete;
  Descriptors& operator=(const Descriptors&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// Copies above those that the program gets: dup2() of one onto itself would leave it closed on exec, and one
// must not lie where the other belongs.
UniqueFd above_standard(int fd) {
  UniqueFd copy(::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!copy) throw_errno("fcntl");
  return copy;
}

}  // namespace

ArchiveProgram::ArchiveProgram(Task task, const UniqueFd& archive) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_errno("socketpair");
  socket_.reset(ends[0]);
  channel_.emplace(socket_.get());
  const UniqueFd far = above_standard(UniqueFd(ends[1]).get());
  const UniqueFd file = above_standard(archive.get());
  const bool reads = task == Task::read;
  const Descriptors descriptors(reads ? file.get() : far.get(), reads ? far.get() : file.get());
  const std::string program = path().string();
  std::string word = reads ? "read" : "write";
  std::array<char*, 3> argv{const_cast<char*>(program.c_str()), word.data(), nullptr};
  std::array<char*, 1> env{nullptr};
  const int error =
      ::posix_spawn(&pid_, program.c_str(), descriptors.get(), nullptr, argv.data(), env.data());
  if (error != 0) throw CannotJudge(errno_text("cannot start " + program, error));
}

std::filesystem::path ArchiveProgram::path() {
  return companion("exeunt-archive", EXEUNT_ARCHIVE);
}

ArchiveProgram::~ArchiveProgram() {
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace harness
