#include <uv.h>

#include <stdexcept>

#include "subject/course.hpp"

namespace {

struct End {
  std::int64_t moment = 0;
  std::int64_t status = -1;
};

void ended(uv_process_t* process, std::int64_t status, int) {
  *static_cast<End*>(process->data) = {bench::now(), status};
  uv_close(reinterpret_cast<uv_handle_t*>(process), nullptr);
}

bench::Sample spawn_and_run(const std::string& program) {
  char* argv[] = {const_cast<char*>(program.c_str()), nullptr};
  End end;
  uv_process_options_t options = {};
  options.file = argv[0];
  options.args = argv;
  options.exit_cb = ended;
  uv_process_t process = {};
  process.data = &end;
  const std::int64_t begun = bench::now();
  const int error = uv_spawn(uv_default_loop(), &process, &options);
  const std::int64_t started = bench::now();
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
  if (error != 0 || end.status != 0) throw std::runtime_error("the program did not end with status 0");
  return bench::sample_of(begun, started, end.moment);
}

}  // namespace

int main(int argc, char** argv) {
  return bench::subject_main(argc, argv, [](const bench::Surroundings& surroundings) {
    return std::vector<bench::Course>{
        {"libuv", [program = surroundings.started] { return spawn_and_run(program); }}};
  });
}
