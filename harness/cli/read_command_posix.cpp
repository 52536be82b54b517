#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "cli/bench_programs.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

// Named by nobody, gone with its last descriptor.
UniqueFd nameless_file() {
  std::string name = (std::filesystem::temp_directory_path() / "exeunt-XXXXXX").string();
  UniqueFd file(::mkostemp(name.data(), O_CLOEXEC));
  if (!file) throw_errno("make a file in " + std::filesystem::temp_directory_path().string());
  ::unlink(name.c_str());
  return file;
}

std::string last_line_of(int file) {
  std::array<char, 600> text{};
  const off_t size = ::lseek(file, 0, SEEK_END);
  const off_t from = std::max<off_t>(0, size - static_cast<off_t>(text.size()));
  const ssize_t count = ::pread(file, text.data(), text.size(), from);
  const std::vector<std::string> lines =
      lines_of({text.data(), count > 0 ? static_cast<std::size_t>(count) : 0});
  return lines.empty() ? "it said nothing" : lines.back();
}

}  // namespace

ReadCommand::ReadCommand(std::vector<std::string> argv) : name_(argv.front()), errors_(nameless_file()) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("make a pipe");
  output_.reset(ends[0]);
  const UniqueFd writing(ends[1]);
  std::vector<char*> pointers;
  for (std::string& word : argv)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors_.get(), STDERR_FILENO);
  const int error = ::posix_spawn(&pid_, pointers[0], &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error == 0) return;
  pid_ = -1;
  throw CannotJudge(errno_text("cannot start " + name_, error));
}

ReadCommand::~ReadCommand() {
  if (pid_ < 0) return;
  ::kill(pid_, SIGTERM);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void ReadCommand::read(const std::function<void(std::string_view)>& heard) {
  std::array<char, 4096> bytes{};
  for (;;) {
    const ssize_t count = ::read(output_.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    heard({bytes.data(), static_cast<std::size_t>(count)});
  }
}

void ReadCommand::finish() {
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (status != 0) throw CannotJudge(name_ + " failed: " + last_line_of(errors_.get()));
}

}  // namespace harness
