#include "record/test_observations.hpp"

#include <algorithm>
#include <csignal>
#include <utility>
#include <vector>

namespace harness {
namespace {

constexpr const char* nasty = "\x1b[2J\x07</script><b onload='x()'>\"&\xff\xe2\x80\xae```{{x}}\r\n ";

std::int64_t us(double ms) {
  return static_cast<std::int64_t>(ms * 1000);
}

Event created(int number, int parent, double ms) {
  return {
      .kind = EventKind::created, .t_us = us(ms), .process = number, .parent = parent, .pid = 4700 + number};
}
Event executed(int number, double ms, std::vector<std::string> argv) {
  return {.kind = EventKind::exec, .t_us = us(ms), .process = number, .argv = std::move(argv)};
}
Event exited(int number, double ms, Ending end) {
  return {.kind = EventKind::exited,
          .t_us = us(ms),
          .process = number,
          .end = end,
          .cpu_us = 1500,
          .peak_kb = 2048};
}
Event reaped(int number, double ms, ReapedBy by = ReapedBy::parent) {
  return {.kind = EventKind::reaped, .t_us = us(ms), .process = number, .by = by};
}
Event wrote(int number, double ms, Stream stream, std::uint64_t offset, std::uint64_t length) {
  return {.kind = EventKind::output,
          .t_us = us(ms),
          .process = number,
          .stream = stream,
          .offset = offset,
          .length = length};
}
Event plain(EventKind kind, int number, double ms) {
  return {.kind = kind, .t_us = us(ms), .process = number};
}

Process process(int number, std::string id, std::optional<std::string> parent, std::vector<std::string> argv,
                double start, double end, std::optional<Ending> ending, Fate fate) {
  Process process;
  process.number = number;
  process.id = std::move(id);
  process.parent = std::move(parent);
  process.pid = 4700 + number;
  process.exec = argv.front().front() != '~';
  if (!*process.exec) argv.front().erase(0, 1);
  process.argv = std::move(argv);
  process.end = ending;
  process.fate = fate;
  process.start_ms = start;
  process.end_ms = end;
  process.cpu_ms = 1.5;
  process.peak_kb = 2048;
  return process;
}

std::vector<Process> family_members() {
  std::vector<Process> members{
      process(0, "program", {}, {"/bin/sh", "-c", "job & wait"}, 0, 100, Exited{0}, Fate::root),
      process(1, "1", "program", {"~/bin/sh"}, 10, 60, Exited{1}, Fate::reaped),
      process(2, "2", "program", {"/bin/sleep", "5"}, 20, 150, Killed{SIGTERM}, Fate::orphaned),
      process(4, "2.1", "2", {"~/bin/sleep"}, 40, 70, Exited{0}, Fate::reaped),
      process(3, "3", "program", {"~/bin/sh"}, 30, 50, Exited{3}, Fate::zombie),
      process(5, "4", "program", {"/usr/sbin/daemon"}, 35, 180.2, {}, Fate::leaked),
      process(6, "helper 1", "program", {"~/bin/sh"}, 5, 99, Exited{0}, Fate::reaped)};
  members[1].reaped_ms = 62;
  members[2].reaped_ms = 150;
  members[2].margin_ms = 50;
  members[3].reaped_ms = 71;
  members[4].reaped_ms = 100;
  members[4].margin_ms = 50;
  members[6].reaped_ms = 99;
  members[6].helper = true;
  return members;
}

}  // namespace

Observation family() {
  Observation seen;
  seen.level = Level::trace;
  seen.wall_ms = 181;
  seen.out = "child\n";
  seen.err = "who?\n";
  seen.processes = family_members();
  Event stopped = plain(EventKind::stopped, 4, 45);
  stopped.signal = SIGSTOP;
  seen.events = {created(0, -1, 0),
                 executed(0, 0.2, {"/bin/sh", "-c", "job & wait"}),
                 created(6, 0, 5),
                 created(1, 0, 10),
                 wrote(1, 15, Stream::out, 0, 6),
                 created(2, 0, 20),
                 executed(2, 21, {"/bin/sleep", "5"}),
                 wrote(-1, 25, Stream::err, 0, 5),
                 created(3, 0, 30),
                 created(5, 0, 35),
                 executed(5, 36, {"/usr/sbin/daemon"}),
                 created(4, 2, 40),
                 stopped,
                 exited(3, 50, Exited{3}),
                 plain(EventKind::continued, 4, 55),
                 exited(1, 60, Exited{1}),
                 reaped(1, 62),
                 exited(4, 70, Exited{0}),
                 reaped(4, 71),
                 exited(6, 99, Exited{0}),
                 reaped(6, 99),
                 exited(0, 100, Exited{0}),
                 reaped(3, 100, ReapedBy::adopter),
                 exited(2, 150, Killed{SIGTERM}),
                 reaped(2, 150, ReapedBy::adopter),
                 plain(EventKind::killed, 5, 180),
                 exited(5, 180.2, Killed{SIGKILL})};
  return seen;
}

Observation crowd(int count) {
  Observation seen;
  seen.level = Level::trace;
  seen.wall_ms = count + 1;
  seen.processes.push_back(process(0, "program", {}, {"/bin/sh"}, 0, count + 1, Exited{0}, Fate::root));
  seen.events.push_back(created(0, -1, 0));
  for (int i = 1; i <= count; ++i) {
    const Fate fate = i % 10 == 0 ? Fate::zombie : Fate::reaped;
    seen.processes.push_back(
        process(i, std::to_string(i), "program", {"~/bin/sh"}, i, i + 0.5, Exited{0}, fate));
    seen.events.push_back(created(i, 0, i));
    seen.events.push_back(exited(i, i + 0.5, Exited{0}));
    if (fate != Fate::reaped) continue;
    seen.processes.back().reaped_ms = i + 0.5;
    seen.events.push_back(reaped(i, i + 0.5));
  }
  seen.events.push_back(exited(0, count + 1, Exited{0}));
  return seen;
}

Observation hostile_family() {
  Observation seen = family();
  seen.out = nasty;
  seen.err = nasty;
  seen.level_reason = nasty;
  seen.output_holders = {nasty};
  for (Process& member : seen.processes)
    member.argv = {{std::string("/bin/") + nasty, nasty}};
  for (Event& event : seen.events) {
    if (event.kind == EventKind::exec) event.argv = {nasty, nasty};
    if (event.kind == EventKind::output) event.length = seen.out.size();
  }
  return seen;
}

}  // namespace harness
