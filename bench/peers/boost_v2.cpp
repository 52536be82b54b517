#include <boost/asio/io_context.hpp>
#include <boost/process/v2/process.hpp>
#include <stdexcept>

#include "subject/course.hpp"

namespace {

bench::Sample process_and_wait(const std::string& program) {
  boost::asio::io_context context;
  const std::int64_t begun = bench::now();
  boost::process::v2::process process(context, program, {});
  const std::int64_t started = bench::now();
  const int status = process.wait();
  const std::int64_t joined = bench::now();
  if (status != 0) throw std::runtime_error("the program did not end with status 0");
  return bench::sample_of(begun, started, joined);
}

}  // namespace

int main(int argc, char** argv) {
  return bench::subject_main(argc, argv, [](const bench::Surroundings& surroundings) {
    return std::vector<bench::Course>{
        {"boost_v2", [program = surroundings.started] { return process_and_wait(program); }}};
  });
}
