#include "methods/join_courses.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <ctime>
#include <exeunt/process.hpp>
#include <stdexcept>
#include <system_error>

#include "floors/exec_floor.hpp"

namespace bench {
namespace {

using Moment = std::atomic<std::int64_t>;

// The join is to be waiting when the child ends. It is a benchmark, not a test: a child that is early costs
// one sample.
constexpr timespec until_joined = {0, 400'000};

constexpr std::chrono::seconds more_than_enough{30};

Moment* map_moment(int file) {
  void* page = ::mmap(nullptr, sizeof(Moment), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "map the shared page");
  return static_cast<Moment*>(page);
}

/// A page that every child finds, whatever its start method.
struct SharedMoment {
  int file = ::memfd_create("moment", MFD_CLOEXEC);
  int owner = ::getpid();
  Moment* moment = (::ftruncate(file, sizeof(Moment)), map_moment(file));
  std::string path() const { return "/proc/" + std::to_string(owner) + "/fd/" + std::to_string(file); }
};

void end_at_a_known_moment(const std::string& path) {
  Moment* moment = map_moment(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  ::nanosleep(&until_joined, nullptr);
  moment->store(now());
  exeunt::os_exit(0);
}

template <class Wait>
Sample wait_for_known_moment(exeunt::StartMethod method, Wait wait) {
  static const SharedMoment shared;
  exeunt::set_start_method(method, true);
  exeunt::Process child(end_at_a_known_moment, shared.path());
  const std::int64_t begun = now();
  child.start();
  const std::int64_t started = now();
  wait(child);
  const std::int64_t joined = now();
  child.join();
  if (child.exitcode() != 0) throw std::runtime_error("the child did not end with status 0");
  return {started - begun, joined - shared.moment->load(), joined - begun};
}

}  // namespace

void add_join_courses(exeunt::StartMethod method, std::vector<Course>& courses) {
  const std::string name(to_string(method));
  courses.push_back({"join/" + name, [method] {
                       return wait_for_known_moment(method, [](exeunt::Process& child) { child.join(); });
                     }});
  courses.push_back({"join_for/" + name, [method] {
                       return wait_for_known_moment(
                           method, [](exeunt::Process& child) { child.join_for(more_than_enough); });
                     }});
  courses.push_back({"waitpid/" + name, [method] {
                       return wait_for_known_moment(
                           method, [](exeunt::Process& child) { wait_for_end(*child.pid()); });
                     }});
}

}  // namespace bench
