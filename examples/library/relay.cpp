// A worker sends points until it dies, and its creator notices both: a message or a death.

#include <array>
#include <cstdio>
#include <string>

#include <exeunt/process.hpp>

namespace {

struct Point {
  int x;
  int y;
};

}  // namespace

template <>
struct exeunt::Crossing<Point> {
  static void write(Encoder& out, const Point& point) { out.write(point.x, point.y); }
  static Point read(Decoder& in) {
    const int x = in.read<int>();
    return {x, in.read<int>()};
  }
};

namespace {

void work(exeunt::Pipe results, Point from) {
  for (int i = 0; i < 3; ++i)
    results.send(std::to_string(from.x + i) + "," + std::to_string(from.y));
  exeunt::exit(7);
}

void program() {
  exeunt::Pipe results;
  exeunt::Process worker(work, results, Point{1, 2});
  worker.start();
  results.close_sending();
  const std::array either{results.readable(), worker.sentinel()};
  for (bool open = true; open;) {
    exeunt::wait(either);
    exeunt::Received received = results.receive_for(std::chrono::seconds(0));
    for (; received.message; received = results.receive_for(std::chrono::seconds(0)))
      std::printf("%s\n", received.message->c_str());
    open = !received.closed;
  }
  worker.join();
  std::printf("ended with %d\n", worker.exitcode().value());
}

}  // namespace

int main(int argc, char** argv) {
  return exeunt::run_main(argc, argv, program);
}
