#if __has_include(<boost/process/v1/child.hpp>)  // its place since Boost 1.86, and the only one since 1.89
#include <boost/process/v1/child.hpp>
namespace peer = boost::process::v1;
#else
#include <boost/process/child.hpp>
namespace peer = boost::process;
#endif

#include <stdexcept>

#include "subject/course.hpp"

namespace {

bench::Sample child_and_wait(const std::string& program) {
  const std::int64_t begun = bench::now();
  peer::child child(program);
  const std::int64_t started = bench::now();
  child.wait();
  const std::int64_t joined = bench::now();
  if (child.exit_code() != 0) throw std::runtime_error("the program did not end with status 0");
  return bench::sample_of(begun, started, joined);
}

}  // namespace

int main(int argc, char** argv) {
  return bench::subject_main(argc, argv, [](const bench::Surroundings& surroundings) {
    return std::vector<bench::Course>{
        {"boost_v1", [program = surroundings.started] { return child_and_wait(program); }}};
  });
}
