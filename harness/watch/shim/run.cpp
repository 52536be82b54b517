#include "watch/shim/run.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <limits>

#include "support/errors.hpp"
#include "watch/children.hpp"
#include "watch/confined_process.hpp"
#include "watch/cpu_time.hpp"
#include "watch/observer.hpp"
#include "watch/shim/limit_keeper.hpp"
#include "watch/shim/transfer_files.hpp"
#include "watch/stdio.hpp"

namespace harness::watch {
namespace {

constexpr std::int64_t settle_us = 20'000;
constexpr std::int64_t helpers_grace_us = 5'000'000;
constexpr std::int64_t clean_up_limit_us = 10'000'000;
constexpr std::int64_t before_announcement_us = 1'000'000;
constexpr std::uint64_t strangers_argument_bytes = 4U << 20U;
constexpr std::int64_t never_due = std::numeric_limits<std::int64_t>::max();

enum Source : std::uint64_t { child_signals, control, from_out, from_err };

bool asks_to_end(int signal) {
  return signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT;
}

void reset_controlling_terminal() {
  const UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (terminal) (void)::ioctl(terminal.get(), TIOCNOTTY);
}

// What the kernel does when a session's leader ends: the harness's command, which is the leader where the
// program would have been, has yet to live on.
void end_session_of_caller() {
  if (::getsid(0) != ::getppid()) return;
  const UniqueFd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  const pid_t foreground = terminal ? ::tcgetpgrp(terminal.get()) : ::getpgrp();
  if (foreground <= 1) return;
  ::kill(-foreground, SIGHUP);
  ::kill(-foreground, SIGCONT);
}

std::int64_t children_cpu_us() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  return cpu_us_of(usage);
}

class Run {
 public:
  Run(const wire::RunOrder& order, const Surroundings& surroundings)
      : order_(order), around_(surroundings), processes_(recorder_, order.helper_marks) {}

  void carry_out() {
    prepare();
    const std::int64_t cpu_before = children_cpu_us();
    if (!start()) return around_.answer(report_);
    while (!over())
      wait_for_something();
    report_.wall_us = recorder_.now_us();
    finish();
    report_.cpu_us = children_cpu_us() - cpu_before;
    around_.answer(report_);
    if (released_) attend_released();
  }

 private:
  void prepare() {
    if (order_.confinement) confine(*order_.confinement);
    if (!order_.in_place) {
      around_.workspace.refresh();
      if (order_.confinement && !order_.confinement->copied_in.empty())
        copy_in(order_.confinement->copied_in, around_.workspace.path());
      stdio_ = open_stdio(order_.stdio, order_.stdin_text);
    }
    epoll_.reset(::epoll_create1(EPOLL_CLOEXEC));
    if (!epoll_) throw_errno("epoll_create1");
    listen_to(around_.child_signals, child_signals);
    listen_to(around_.control, control);
    if (!order_.in_place && order_.stdio != StdioMode::file) {
      listen_to(stdio_.from_out.fd(), from_out);
      listen_to(stdio_.from_err.fd(), from_err);
    }
    if (stdio_.terminal && ::ioctl(stdio_.out.get(), TIOCSCTTY, 0) != 0) throw_errno("TIOCSCTTY");
  }

  void confine(const wire::Confinement& confinement) {
    confined_.emplace(confinement);
    keeper_.emplace(confinement.limits, order_.level, around_.workspace.base());
    recorder_.keep_arguments(strangers_argument_bytes);
  }

  void listen_to(int fd, Source source) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = source;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) != 0) throw_errno("epoll_ctl");
  }

  // Only ptrace tells who writes.
  bool attributes() const { return order_.settings.attribute && order_.level == Level::trace; }

  RunContext context() {
    RunContext context{recorder_, processes_, [this] { drain_outputs(); }, epoll_.get()};
    if (keeper_)
      context.signalled = [this](const Tracked& to, int signal) { keeper_->signalled(to, signal); };
    context.shake = order_.settings.shake;
    if (!attributes()) return context;
    context.wrote = [this](int process, const WriteTracer::Written& written) {
      note_written(process, written);
    };
    context.out = identity_of(order_.in_place ? STDOUT_FILENO : stdio_.out.get());
    context.err = identity_of(order_.in_place ? STDERR_FILENO : stdio_.err.get());
    return context;
  }

  std::unique_ptr<Observer> make_observer() {
    switch (order_.level) {
      case Level::trace:
        return make_trace_observer(context());
      case Level::passive:
        return make_passive_observer(context());
      case Level::job:  // the program does
      case Level::adopt:
      case Level::root:
        break;
    }
    return make_adopt_observer(context());
  }

  bool start() {
    std::vector<std::string> env = order_.env;
    const std::string folder = order_.in_place ? std::string() : around_.workspace.path();
    if (!order_.in_place) {
      env.push_back("HOME=" + folder);
      env.push_back("TMPDIR=" + folder);
    }
    recorder_.begin();
    report_.level = order_.level;
    observer_ = make_observer();
    report_.start_failure = observer_->start({&order_.program, &order_.argv, &env, &stdio_, folder,
                                              order_.in_place, confined_ ? &*confined_ : nullptr});
    if (report_.start_failure) return false;
    if (!stdio_.terminal) stdio_.close_program_ends();  // a terminal must not end while nobody has it open
    return true;
  }

  // ---- while it runs

  bool over() {
    if (around_.stop_asked()) stop(Stopped::interrupted);
    for (const wire::SignalReceived& signal : around_.take_signals())
      heed(signal);
    if (stdio_.from_out.over_limit() || stdio_.from_err.over_limit()) stop(Stopped::output_limit);
    if (nobody_left_) return true;
    const std::int64_t now = recorder_.now_us();
    if (keeper_ && !killing_) keep_limits(now);
    if (now >= order_.settings.time_limit.count()) stop(Stopped::time_limit);
    if (!killing_ && now >= announcement_due()) announce();
    if (!killing_ && now >= survivors_deadline()) wait_no_longer();
    if (killing_ && now >= killed_at_us_ + clean_up_limit_us) {
      report_.trouble = "processes of a run could not be killed";
      return true;
    }
    return released_;
  }

  void keep_limits(std::int64_t now) {
    if (const std::optional<Stopped> passed = keeper_->passed(processes_, now)) stop(*passed);
  }

  // The program's while it runs; afterwards they end the watching.
  void heed(const wire::SignalReceived& signal) {
    const Tracked& root = processes_.at(0);
    if (!root.dead) {
      if (!signal.reached_program) ::kill(root.pid, signal.number);
    } else if (order_.in_place && asks_to_end(signal.number)) {
      wait_no_longer();
    }
  }

  int count_survivors() const { return processes_.live() - processes_.live_helpers(); }

  std::vector<Survivor> survivors() {
    std::vector<Survivor> all;
    for (const Tracked& process : processes_.all()) {
      if (!process.dead && !process.is_helper())
        all.push_back({process.number, process.pid, command_name_of(process.pid)});
    }
    return all;
  }

  std::int64_t announcement_due() {
    if (!order_.in_place || announced_ || root_ended_us_ < 0 || count_survivors() == 0) return never_due;
    return root_ended_us_ + before_announcement_us;
  }

  void announce() {
    announced_ = true;
    around_.announce(survivors());
  }

  // What a run in place made goes on as if nobody had watched; helpers alone are of no use to anybody.
  void wait_no_longer() {
    if (killing_ || released_) return;
    if (!order_.in_place || count_survivors() == 0) return leave_behind();
    released_ = true;
    report_.released = survivors();
  }

  void stop(Stopped why) {
    if (killing_) return;
    report_.stopped = why;
    kill_everything();
  }

  // What outlives the program undeclared gets a grace; what is declared may use the whole time limit.
  std::int64_t survivors_deadline() {
    Tracked& root = processes_.at(0);
    if (!root.dead) return never_due;
    if (root_ended_us_ < 0) root_has_ended();
    if (count_survivors() > 0) {
      only_helpers_us_ = -1;
      return processes_.orphans() > order_.declared_survivors ? root_ended_us_ + order_.settings.grace.count()
                                                              : never_due;
    }
    if (only_helpers_us_ < 0) only_helpers_us_ = recorder_.now_us();
    return only_helpers_us_ + helpers_grace_us;
  }

  void root_has_ended() {
    root_ended_us_ = recorder_.now_us();
    if (order_.in_place) end_session_of_caller();
  }

  void leave_behind() {
    // A terminal's two ends have different names, a pipe's the same.
    const std::string out_link = link_of(stdio_.terminal ? stdio_.out.get() : stdio_.from_out.fd());
    const std::string err_link = link_of(stdio_.terminal ? stdio_.err.get() : stdio_.from_err.fd());
    for (const Tracked& process : processes_.all()) {
      if (process.dead || (process.is_helper() && processes_.live() > processes_.live_helpers())) continue;
      report_.leaked.push_back(process.number);
      if (holds_output(process.pid, out_link, err_link)) note_output_holder(process);
    }
    kill_everything();
  }

  void note_output_holder(const Tracked& process) {
    const std::vector<std::string> arguments = arguments_of(process.pid);
    report_.output_holders.push_back(std::to_string(process.pid) + " " +
                                     (arguments.empty() ? "?" : arguments.front()));
  }

  void kill_everything() {
    for (const Tracked& process : processes_.all()) {
      if (!process.dead) recorder_.add({.kind = EventKind::killed, .process = process.number});
    }
    killing_ = true;
    killed_at_us_ = recorder_.now_us();
    hear_no_more();
    strike();
  }

  // Of a harness that is gone the socket would be readable for ever.
  void hear_no_more() { (void)::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, around_.control, nullptr); }

  void strike() {
    if (around_.first_process) ::kill(-1, SIGKILL);
    observer_->kill_all();
  }

  std::int64_t next_deadline() {
    if (released_) return never_due;
    std::int64_t next = order_.settings.time_limit.count();
    if (keeper_ && !killing_) next = std::min(next, keeper_->next_look_us());
    if (!killing_) next = std::min({next, survivors_deadline(), announcement_due()});
    return next;
  }

  int milliseconds_to_wait() {
    if (observer_->more_to_take()) return 0;
    const std::int64_t now = recorder_.now_us();
    std::int64_t next = std::min(next_deadline(), observer_->next_due_us().value_or(never_due));
    const bool looks_often = killing_ || observer_->unsettled() || order_.stdio == StdioMode::file;
    if (looks_often) next = std::min(next, now + settle_us);
    if (next <= now) return 0;
    constexpr std::int64_t longest_ms = 3'600'000;
    return static_cast<int>(std::min((next - now) / 1000 + 1, longest_ms));
  }

  void wait_for_something() {
    std::array<epoll_event, 64> events;
    const int count = ::epoll_wait(epoll_.get(), events.data(), events.size(), milliseconds_to_wait());
    for (int i = 0; i < count; ++i)
      handle(events.at(static_cast<std::size_t>(i)).data.u64);
    if (count <= 0 && order_.stdio == StdioMode::file) drain_outputs();
    if (killing_) strike();  // each death may have brought orphans that were not known
    observer_->take_up(recorder_.now_us());
    settle_what_waits();
    if (observer_->more_to_take()) nobody_left_ = !observer_->take_statuses();
    if (nobody_left_ || processes_.live() > 0) return;
    nobody_left_ = !observer_->take_statuses();
    if (!nobody_left_) observer_->settle();
  }

  // What no event announces is looked for soon, however much else happens.
  void settle_what_waits() {
    if (!observer_->unsettled()) {
      unsettled_since_us_ = -1;
    } else if (unsettled_since_us_ < 0) {
      unsettled_since_us_ = recorder_.now_us();
    } else if (recorder_.now_us() - unsettled_since_us_ >= settle_us) {
      observer_->settle();
      unsettled_since_us_ = -1;
    }
  }

  void handle(std::uint64_t source) {
    if (source == notification_mark) return observer_->notified();
    if ((source & reaping_mark) != 0) return observer_->hung_up(static_cast<int>(source & ~reaping_mark));
    switch (source) {
      case child_signals:
        return take_child_signals();
      case from_out:
        return drain(stdio_.from_out);
      case from_err:
        return drain(stdio_.from_err);
      default:
        return;  // over() asks the control socket
    }
  }

  void take_child_signals() {
    std::array<signalfd_siginfo, 8> signals;
    while (::read(around_.child_signals, signals.data(), sizeof signals) > 0) {
    }
    nobody_left_ = !observer_->take_statuses();
  }

  void drain(Output& output) {
    const std::uint64_t limit =
        &output == &stdio_.from_out ? order_.settings.out_limit : order_.settings.err_limit;
    output.drain(attributes() ? nullptr : &recorder_, limit);
    if (output.ended()) ::epoll_ctl(epoll_.get(), EPOLL_CTL_DEL, output.fd(), nullptr);
  }

  void note_written(int process, const WriteTracer::Written& written) {
    if (released_) return;
    std::uint64_t& offset = written.stream == Stream::out ? out_offset_ : err_offset_;
    recorder_.add_output(written.stream, offset, written.length, process);
    offset += written.length;
    if (!order_.in_place) return;
    const bool is_out = written.stream == Stream::out;
    std::string& kept = is_out ? report_.out : report_.err;
    const std::uint64_t limit = is_out ? order_.settings.out_limit : order_.settings.err_limit;
    kept.append(written.bytes, 0, limit - std::min<std::uint64_t>(kept.size(), limit));
  }

  void drain_outputs() {
    if (order_.in_place) return;
    drain(stdio_.from_out);
    drain(stdio_.from_err);
  }

  // ---- after it

  void finish() {
    stdio_.close_program_ends();
    drain_outputs();
    if (stdio_.from_out.over_limit() || stdio_.from_err.over_limit()) report_.stopped = Stopped::output_limit;
    if (stdio_.terminal) reset_controlling_terminal();
    if (!order_.in_place) {
      report_.out = stdio_.from_out.take_bytes();
      report_.err = stdio_.from_err.take_bytes();
    }
    processes_.list_helpers(report_);
    if (keeper_ && report_.stopped == Stopped::by_itself)
      report_.stopped = keeper_->passed_by_the_end(recorder_.events()).value_or(Stopped::by_itself);
    if (order_.confinement && order_.confinement->take_out) take_files(order_.confinement->limits.disk_bytes);
    report_.events = recorder_.take();
  }

  // A filter outlives its observer, and what it asks about would then fail. So what was released is let pass
  // until the last of it has ended, by a shim that holds nothing of the caller's.
  void attend_released() {
    if (order_.level == Level::adopt || order_.level == Level::root) return;
    hear_no_more();
    const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    for (int stream = 0; stream < 3; ++stream)
      ::dup2(null.get(), stream);
    while (!nobody_left_)
      wait_for_something();
  }

  void take_files(std::uint64_t most_bytes) {
    std::optional<std::vector<TakenFile>> files = take_out(around_.workspace.path(), most_bytes);
    if (files) {
      report_.files = *std::move(files);
    } else if (report_.stopped == Stopped::by_itself) {
      report_.stopped = Stopped::disk_limit;
    }
  }

  const wire::RunOrder& order_;
  const Surroundings& around_;
  Recorder recorder_;
  ProcessTable processes_;
  Stdio stdio_;
  UniqueFd epoll_;
  std::unique_ptr<Observer> observer_;
  std::optional<ConfinedProcess> confined_;
  std::optional<LimitKeeper> keeper_;
  wire::RunReport report_;
  bool nobody_left_ = false;
  bool killing_ = false;
  bool announced_ = false;
  bool released_ = false;
  std::int64_t killed_at_us_ = 0;
  std::uint64_t out_offset_ = 0;
  std::uint64_t err_offset_ = 0;
  std::int64_t root_ended_us_ = -1;
  std::int64_t only_helpers_us_ = -1;
  std::int64_t unsettled_since_us_ = -1;
};

}  // namespace

void run_program(const wire::RunOrder& order, const Surroundings& surroundings) {
  Run(order, surroundings).carry_out();
}

}  // namespace harness::watch
