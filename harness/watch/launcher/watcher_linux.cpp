// Linux has the shim. For the tests of what the launcher is made of elsewhere, the shim's observer watches a
// program that is started as the launcher starts it.
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "watch/launcher/held_program.hpp"
#include "watch/launcher/stop_signals.hpp"
#include "watch/launcher/watcher.hpp"
#include "watch/observer.hpp"

namespace harness::watch {
namespace {

constexpr std::chrono::milliseconds until_settled{20};

void throw_unless(bool done, const char* step) {
  if (!done) throw std::system_error(errno, std::generic_category(), step);
}

class TracingWatcher : public Watcher {
 public:
  TracingWatcher(const Options& options, ProcessTable& table)
      : signal_fd_(::signalfd(-1, &signals_.held(), SFD_CLOEXEC | SFD_NONBLOCK)),
        epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    throw_unless(::prctl(PR_SET_CHILD_SUBREAPER, 1) == 0, "become a subreaper");
    epoll_event readable{EPOLLIN, {.u64 = 0}};
    throw_unless(::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, signal_fd_.get(), &readable) == 0, "epoll_ctl");
    observer_ =
        make_trace_observer({table.recorder(), table, [] {}, epoll_.get()},
                            [&](const Launch&, const std::function<int(pid_t)>& attach, const Filter*) {
                              HeldProgram program(options.program, signals_.before());
                              errno = attach(program.pid());
                              throw_unless(errno == 0, "trace the program");
                              program.let_go();
                              return Started{program.pid()};
                            });
    const std::optional<StartFailure> failure = observer_->start({});
    if (failure) throw std::system_error(failure->error, std::generic_category(), failure->step);
  }

  ~TracingWatcher() override {
    for (; !is_over_; look_once(until_settled))
      kill();
  }

  void look(std::chrono::milliseconds limit) override { throw_if_asked_to_stop(look_once(limit)); }
  bool is_over() const override { return is_over_; }
  void kill() override { observer_->kill_all(); }

 private:
  /// @return  a signal that came, or 0.
  int look_once(std::chrono::milliseconds limit) {
    if (observer_->unsettled()) limit = std::min(limit, until_settled);
    epoll_event event{};
    const int count = ::epoll_wait(epoll_.get(), &event, 1, static_cast<int>(limit.count()));
    if (count == 1 && (event.data.u64 & reaping_mark) != 0)
      observer_->hung_up(static_cast<int>(event.data.u64 & ~reaping_mark));
    if (count == 0) observer_->settle();
    is_over_ = !observer_->take_statuses();
    signalfd_siginfo signal{};
    return ::read(signal_fd_.get(), &signal, sizeof signal) == sizeof signal
               ? static_cast<int>(signal.ssi_signo)
               : 0;
  }

  HeldSignals signals_{SIGCHLD};
  UniqueFd signal_fd_;
  UniqueFd epoll_;
  std::unique_ptr<Observer> observer_;
  bool is_over_ = false;
};

}  // namespace

const ReapsSeen reaps_seen_here = ReapsSeen::all;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<TracingWatcher>(options, table);
}

}  // namespace harness::watch
