#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "watch/launcher/held_program.hpp"

namespace harness::watch {
namespace {

constexpr int has_not_begun = 125;

struct PipeEnds {
  UniqueFd reader, writer;
};

PipeEnds open_private_pipe() {
  int ends[2] = {};
  if (::pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "make a pipe");
  for (const int end : ends)
    ::fcntl(end, F_SETFD, FD_CLOEXEC);
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

// From here to the exec: async-signal-safe calls only.

void take_own_group() noexcept {
  const pid_t former = ::getpgrp();
  ::setpgid(0, 0);
  sigset_t terminal;
  sigemptyset(&terminal);
  sigaddset(&terminal, SIGTTOU);
  ::sigprocmask(SIG_BLOCK, &terminal, nullptr);
  for (int stream = 0; stream <= 2; ++stream) {
    if (::tcgetpgrp(stream) == former) ::tcsetpgrp(stream, ::getpid());
  }
}

[[noreturn]] void become(char* const* argv, const sigset_t& mask, int gate, int report) noexcept {
  char byte = 0;
  if (::read(gate, &byte, 1) != 1) ::_exit(has_not_begun);
  ::sigprocmask(SIG_SETMASK, &mask, nullptr);
  ::execv(argv[0], argv);
  const int error = errno;
  (void)!::write(report, &error, sizeof error);
  ::_exit(has_not_begun);
}

}  // namespace

HeldProgram::HeldProgram(const std::vector<std::string>& words, const sigset_t& mask) : name_(words.front()) {
  std::vector<char*> argv;
  for (const std::string& word : words)
    argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  PipeEnds gate = open_private_pipe();
  PipeEnds report = open_private_pipe();
  pid_ = ::fork();
  if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid_ == 0) {
    gate.writer.reset();  // or it would wait for itself
    take_own_group();
    become(argv.data(), mask, gate.reader.get(), report.writer.get());
  }
  gate_ = std::move(gate.writer);
  report_ = std::move(report.reader);
}

void HeldProgram::let_go() {
  (void)!::write(gate_.get(), "", 1);
  gate_.reset();
  int error = 0;
  ssize_t count = 0;
  while ((count = ::read(report_.get(), &error, sizeof error)) < 0 && errno == EINTR) {
  }
  if (count == sizeof error)
    throw std::system_error(error, std::generic_category(), "cannot start '" + name_ + "'");
}

}  // namespace harness::watch
