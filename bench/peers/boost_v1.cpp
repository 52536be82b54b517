#include <boost/process/child.hpp>
#include <stdexcept>

#include "subject/course.hpp"

namespace {

bench::Sample child_and_wait(const std::string& program) {
  const std::int64_t begun = bench::now();
  boost::process::child child(program);
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
