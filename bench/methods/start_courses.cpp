#include <fcntl.h>
#include <unistd.h>

#include <exeunt/process.hpp>
#include <list>
#include <memory>
#include <stdexcept>

#include "floors/exec_floor.hpp"
#include "floors/fork_floor.hpp"
#include "floors/server_floor.hpp"
#include "launch.hpp"
#include "methods/join_courses.hpp"
#include "methods/library_courses.hpp"

namespace bench {
namespace {

const char* const own_file = "/proc/self/exe";

void do_nothing() {}

void live_on() {
  for (;;)
    ::pause();
}

Sample start_and_join(exeunt::StartMethod method) {
  exeunt::set_start_method(method, true);
  exeunt::Process child(do_nothing);
  const std::int64_t begun = now();
  child.start();
  const std::int64_t started = now();
  child.join();
  const std::int64_t joined = now();
  if (child.exitcode() != 0) throw std::runtime_error("the child did not end with status 0");
  return sample_of(begun, started, joined);
}

/// The launcher that is under spawn and the fork server, with another program than this one.
Sample launch_and_wait(const std::string& program) {
  static const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  exeunt::detail::launch_instead(program.c_str(), false);
  const std::int64_t begun = now();
  const exeunt::detail::Launched child = exeunt::detail::launch_self("program", "role", "argument", {}, null);
  const std::int64_t started = now();
  wait_for_end(child.pid);
  const std::int64_t joined = now();
  exeunt::detail::launch_instead(nullptr, false);
  return sample_of(begun, started, joined);
}

Sample served_fork() {
  static BareServer server(own_file, bare_server);
  return server.fork_exit_wait();
}

}  // namespace

std::vector<Course> library_courses(const Surroundings& surroundings) {
  std::vector<Course> courses{
      {"floor/fork", fork_exit_wait},
      {"floor/spawn", [] { return vfork_exec_wait(own_file, ends_at_once); }},
      {"floor/forkserver", served_fork},
      {"launcher", [program = surroundings.started] { return launch_and_wait(program); }}};
  for (const exeunt::StartMethod method : exeunt::all_start_methods()) {
    courses.push_back({std::string(to_string(method)), [method] { return start_and_join(method); }});
    add_join_courses(method, courses);
  }
  return courses;
}

void keep_children(int count) {
  static std::list<exeunt::Process>& children = *new std::list<exeunt::Process>;
  exeunt::set_start_method(exeunt::StartMethod::fork, true);
  for (int i = 0; i < count; ++i) {
    children.emplace_back(exeunt::ProcessOptions{.daemon = true}, live_on);
    children.back().start();
  }
}

}  // namespace bench
