// The floor of every harness: starts the programs of a folder, N at a time, reads what each prints, compares
// it with the file of its name, and ends with status 0 when all were as expected.
//
//     bare_loop PROGRAMS OUTPUTS N TIMES
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Run {
  fs::path expected;
  std::string output;
  pid_t pid = -1;
  int output_end = -1;
};

class Loop {
 public:
  Loop(std::vector<fs::path> programs, fs::path outputs, std::size_t at_once, std::size_t times)
      : programs_(std::move(programs)),
        outputs_(std::move(outputs)),
        at_once_(at_once),
        all_(programs_.size() * times) {}

  /// @return  how many were not as expected.
  int run() {
    for (runs_.resize(at_once_); ended_ < all_;) {
      for (Run& one : runs_) {
        if (one.pid < 0 && begun_ < all_) begin(one);
      }
      wait();
    }
    return different_;
  }

 private:
  void begin(Run& run) {
    const fs::path& program = programs_[begun_++ % programs_.size()];
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
    char* const argv[] = {const_cast<char*>(program.c_str()), nullptr};
    run.expected = outputs_ / program.filename();
    run.output.clear();
    run.output_end = ends[0];
    const pid_t pid = ::vfork();  // the child lives in this memory, and only passes through
    if (pid == 0) {
      ::dup2(null_, STDIN_FILENO);
      ::dup2(ends[1], STDOUT_FILENO);
      ::execve(argv[0], argv, environ);
      ::_exit(127);
    }
    run.pid = pid;
    ::close(ends[1]);
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.ptr = &run;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, run.output_end, &event);
  }

  void wait() {
    epoll_event events[64];
    const int count = ::epoll_wait(epoll_, events, 64, -1);
    for (int i = 0; i < count; ++i)
      read(*static_cast<Run*>(events[i].data.ptr));
  }

  void read(Run& run) {
    char bytes[4096];
    const ssize_t size = ::read(run.output_end, bytes, sizeof bytes);
    if (size > 0) {
      run.output.append(bytes, static_cast<std::size_t>(size));
      return;
    }
    ::close(run.output_end);
    int status = 0;
    ::waitpid(run.pid, &status, 0);
    std::ostringstream expected;
    expected << std::ifstream(run.expected).rdbuf();
    if (status != 0 || run.output != expected.str()) ++different_;
    run.pid = -1;
    ++ended_;
  }

  std::vector<fs::path> programs_;
  fs::path outputs_;
  std::size_t at_once_;
  std::size_t all_;
  std::vector<Run> runs_;
  std::size_t begun_ = 0;
  std::size_t ended_ = 0;
  int different_ = 0;
  int epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  int null_ = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 3;
  std::vector<fs::path> programs;
  for (const fs::directory_entry& program : fs::directory_iterator(argv[1]))
    programs.push_back(program.path());
  const auto at_once = static_cast<std::size_t>(std::atoi(argv[3]));
  const auto times = static_cast<std::size_t>(std::atoi(argv[4]));
  const int different = Loop(programs, argv[2], at_once, times).run();
  if (different != 0) std::fprintf(stderr, "bare_loop: %d programs differ\n", different);
  return different == 0 ? 0 : 1;
}
