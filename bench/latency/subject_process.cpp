#include "latency/subject_process.hpp"

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

#include "subject/wire.hpp"

namespace bench {
namespace {

std::vector<std::string> command_line(const Subject& subject, int socket) {
  std::vector<std::string> words = subject.command;
  words.push_back("--socket=" + std::to_string(socket));
  words.push_back("--started=" BENCH_STARTED "/exit_only");
  words.insert(words.end(), subject.surroundings.begin(), subject.surroundings.end());
  return words;
}

int spawn_with(std::vector<std::string> words, int socket) {
  std::vector<char*> argv;
  for (std::string& word : words)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, socket, socket);  // it stays open across the exec
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::system_error(error, std::generic_category(), "start " + words.front());
  return pid;
}

}  // namespace

SubjectProcess::SubjectProcess(const Subject& subject) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "socketpair");
  }
  socket_ = ends[0];
  try {
    pid_ = spawn_with(command_line(subject, ends[1]), ends[1]);
  } catch (...) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw;
  }
  ::close(ends[1]);
}

SubjectProcess::~SubjectProcess() {
  ::close(socket_);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Sample SubjectProcess::run(const std::string& course) {
  Request request = {};
  std::strncpy(request.course, course.c_str(), sizeof request.course - 1);
  Reply reply = {};
  if (::send(socket_, &request, sizeof request, MSG_NOSIGNAL) != sizeof request ||
      ::recv(socket_, &reply, sizeof reply, MSG_WAITALL) != sizeof reply) {
    throw std::runtime_error("the program that is measured has ended; it says why on its standard error");
  }
  if (reply.error[0] != '\0') throw std::runtime_error(reply.error);
  return reply.sample;
}

}  // namespace bench
