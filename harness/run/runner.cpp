#include "run/runner.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <list>
#include <thread>
#include <unordered_map>

#include "model/names.hpp"
#include "run/contention.hpp"
#include "run/emulators.hpp"
#include "run/event_loop.hpp"
#include "run/handed_report.hpp"
#include "run/levels.hpp"
#include "run/observation_of_report.hpp"
#include "run/pacing.hpp"
#include "run/program_traits.hpp"
#include "run/sandbox_world.hpp"
#include "run/shim_world.hpp"
#include "run/slot.hpp"
#include "run/stop.hpp"
#include "run/surroundings.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/temporary_folder.hpp"
#include "wire/message.hpp"

namespace harness {
namespace {

constexpr int most_jobs = 256;
constexpr std::size_t most_ending = 16;
constexpr std::int64_t crowded_delay_us = 2'000;
constexpr unsigned long memory_per_run = 32UL << 20U;

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

int processors() {
  static const int count = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return count;
}

// As many at once as memory and descriptors allow: programs that mostly sleep should overlap.
int jobs_of_this_host() {
  struct sysinfo memory {};
  rlimit descriptors{};
  int jobs = most_jobs;
  if (::sysinfo(&memory) == 0) {
    const unsigned long available = memory.freeram * memory.mem_unit + memory.bufferram * memory.mem_unit;
    jobs = std::min(jobs, static_cast<int>(std::min<unsigned long>(available / memory_per_run, most_jobs)));
  }
  if (::getrlimit(RLIMIT_NOFILE, &descriptors) == 0 && descriptors.rlim_cur != RLIM_INFINITY) {
    jobs = std::min(jobs, static_cast<int>(std::min<rlim_t>(descriptors.rlim_cur / 4, most_jobs)));
  }
  return std::max(jobs, processors());
}

}  // namespace

class Runner::Implementation {
 public:
  explicit Implementation(const RunnerOptions& options)
      : shim_(options.shim),
        level_(options.level),
        world_(!level_ || needs_probing(*level_)),
        jobs_(options.jobs.value_or(jobs_of_this_host())),
        pacing_(processors()) {}

  bool run_stream(const Source& next, const std::function<void()>& on_tick, Afterwards afterwards) {
    (void)levels();
    next_ = &next;
    afterwards_ = afterwards;
    started_ = 0;
    done_ = false;
    all_started_ = false;
    loop_.watch(stop_descriptor(), [this] { stop_all(); });
    if (on_tick) tick(on_tick);
    fill_slots();
    if (!done_) loop_.run();
    loop_.stop_watching(stop_descriptor());
    slots_.remove_if([](const Slot& slot) { return slot.spent() && !slot.busy(); });
    if (sandboxes_) sandboxes_->reap(true);
    return !stop_requested();
  }

  Level level() { return levels().usual().level; }
  const std::string& level_reason() { return levels().usual().reason; }
  int jobs() const { return jobs_; }

 private:
  const LevelChoice& levels() {
    if (!levels_) levels_.emplace(world_.host(), level_);
    return *levels_;
  }

  // ---- starting

  void fill_slots() {
    while (busy_ < jobs_ && !stop_requested()) {
      const std::int64_t delay = delay_us();
      if (delay > 0) return fill_later(delay);
      std::optional<ProgramRun> next = (*next_)();
      if (!next) {
        all_started_ = true;
        break;
      }
      const std::size_t shims_before = slots_.size();
      start(*std::move(next));
      // To start a shim takes longer than most programs: those that have ended meanwhile leave one free.
      if (slots_.size() > shims_before) return fill_later(0);
    }
    for (Slot& slot : slots_) {
      if (is_superfluous(slot)) slot.let_end();
    }
    if (busy_ > 0) return;
    done_ = true;
    loop_.stop();
  }

  // What the runs themselves want is known to the pacing; whoever else uses the machine shows in the number
  // of tasks that wait for a processor. A few runs are always allowed. A run that needs a shim of its own
  // costs more than most programs: it waits where one comes free soon, or a processor would not idle anyway.
  std::int64_t delay_us() {
    if (busy_ < 2 * processors()) return 0;
    const bool free_soon = now_us() - last_finish_us_ < crowded_delay_us;
    const int enough = idle_slot() == nullptr && free_soon ? processors() : 4 * processors() + 1;
    if (runnable_tasks() >= enough) return crowded_delay_us;
    return pacing_.delay_us(now_us());
  }

  void fill_later(std::int64_t delay_us) {
    if (std::exchange(filling_later_, true)) return;
    loop_.after(std::chrono::microseconds(delay_us), [this] {
      filling_later_ = false;
      fill_slots();
    });
  }

  void start(ProgramRun next) {
    const std::size_t index = started_++;
    const Program& program = running_.emplace(index, std::move(next)).first->second.program;
    pacing_.started(program.kind, now_us());
    try {
      Slot& slot = program.sandbox ? confined_slot(*program.sandbox) : open_slot();
      const wire::RunOrder order = order_for(program, index);
      ++busy_;
      slot.run(order, index);
    } catch (const CannotJudge& error) {
      finish(index, {{}, error.what(), {}});
    }
  }

  Slot* idle_slot() {
    for (Slot& slot : slots_) {
      if (!slot.busy() && !slot.spent() && !slot.confined()) return &slot;
    }
    return nullptr;
  }

  Slot& open_slot() {
    Slot* const idle = idle_slot();
    return idle != nullptr ? *idle : slots_.emplace_front(loop_, world_, world_.start(), when_finished());
  }

  // A sandbox serves one run: what a stranger leaves in it nobody else finds.
  Slot& confined_slot(const SandboxPolicy& policy) {
    if (!sandboxes_) sandboxes_.emplace(shim_);
    sandboxes_->reap(sandboxes_->ending() > most_ending);
    return slots_.emplace_front(loop_, *sandboxes_, sandboxes_->start(policy), when_finished());
  }

  // What ends while others run makes nobody wait for it at the end.
  bool is_superfluous(const Slot& slot) const {
    return all_started_ && afterwards_ == Afterwards::end_shims && !slot.busy() && !slot.confined() &&
           !slot.spent();
  }

  Slot::Finished when_finished() {
    return [this](Slot& slot, wire::RunReport report, std::string trouble) {
      --busy_;
      if (is_superfluous(slot)) slot.let_end();
      finish(slot.tag(), outcome_of(slot.tag(), std::move(report), std::move(trouble)));
    };
  }

  wire::RunOrder order_for(const Program& program, std::size_t index) {
    const ChosenLevel chosen = level_for(program);
    if (program.settings.shake != 0 && chosen.level != Level::trace) {
      throw CannotJudge("cannot be shaken: that takes level trace, and this is level " +
                        std::string(to_string(chosen.level)) + ": " + chosen.reason);
    }
    wire::RunOrder order;
    order.argv = program.argv;
    order.env = surroundings(program.env);
    order.stdio = program.stdio;
    order.level = chosen.level;
    order.settings = program.settings;
    if (chosen.level == Level::job) expect_report(order, index);
    order.stdin_text = program.stdin_text;
    order.declared_survivors = program.declared_survivors;
    if (program.sandbox) confine(order, *program.sandbox);
    order.helper_marks = program.helper_marks;
    return order;
  }

  // What executes the program sees its processes; it is itself only waited for.
  void expect_report(wire::RunOrder& order, std::size_t index) {
    if (!reports_) reports_.emplace();
    order.level = Level::root;
    order.env.push_back(handed_report_variable + ("=" + report_of(index).string()));
  }

  std::filesystem::path report_of(std::size_t index) const {
    return reports_->path() / (std::to_string(index) + ".json");
  }

  void confine(wire::RunOrder& order, const SandboxPolicy& policy) {
    order.settings.out_limit = policy.limits.out_bytes;
    order.settings.err_limit = policy.limits.err_bytes;
    order.confinement = sandboxes_->confinement(policy);
  }

  // In a sandbox nobody may trace but who is allowed to.
  ChosenLevel level_for(const Program& program) {
    if (program.settings.level) return {*program.settings.level, "asked for"};
    if (!levels().depends_on_program()) return levels().usual();
    return levels().for_program(program.sandbox ? program.sandbox->may_trace
                                                : traits_.cannot_be_traced(program.argv.front()));
  }

  // ---- finishing

  Outcome outcome_of(std::size_t index, wire::RunReport report, std::string trouble) {
    const Program& program = running_.at(index).program;
    pacing_.finished(program.kind, report.cpu_us);
    std::vector<TakenFile> files = std::move(report.files);
    Observation seen = observation_of(std::move(report), emulators_);
    const ChosenLevel chosen = level_for(program);
    if (chosen.level == Level::job) take_report(index, seen, trouble);
    seen.level_reason = chosen.reason;
    seen.limit_ms = static_cast<double>(program.settings.time_limit.count()) / 1000.0;
    return {std::move(seen), std::move(trouble), std::move(files)};
  }

  // What was stopped had no chance to hand one over: its verdict says why it was.
  void take_report(std::size_t index, Observation& seen, std::string& trouble) const {
    const std::filesystem::path file = report_of(index);
    const bool is_due = trouble.empty() && !seen.start_failure && seen.stopped == Stopped::by_itself;
    try {
      if (is_due) replace_processes(seen, read_handed_report(file));
    } catch (const CannotJudge& error) {
      trouble = error.what();
      if (!seen.err.empty()) trouble += "; it said: " + visible(lines_of(seen.err).front());
    }
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
  }

  void finish(std::size_t index, Outcome outcome) {
    const ProgramRun run = std::move(running_.extract(index).mapped());
    last_finish_us_ = now_us();
    run.on_finished(std::move(outcome));
    // Not from here: this may be a slot's own callback, and filling may replace that slot.
    loop_.after(std::chrono::microseconds(0), [this] {
      slots_.remove_if([](const Slot& slot) { return slot.spent() && !slot.busy(); });
      if (sandboxes_) sandboxes_->reap(false);
      fill_slots();
    });
  }

  void stop_all() {
    loop_.stop_watching(stop_descriptor());
    for (Slot& slot : slots_)
      slot.stop();
    if (busy_ > 0) return;
    done_ = true;
    loop_.stop();
  }

  void tick(const std::function<void()>& on_tick) {
    loop_.after(std::chrono::milliseconds(100), [this, &on_tick] {
      if (done_) return;
      on_tick();
      tick(on_tick);
    });
  }

  const std::filesystem::path shim_;  // the program, for sandboxes
  EventLoop loop_;
  const std::optional<Level> level_;  // that was asked for
  ShimWorld world_;                   // starts the first shim, which then has time to get ready
  std::optional<LevelChoice> levels_;
  ProgramTraits traits_;
  const std::vector<Emulator> emulators_ = emulators_of_the_kernel();
  const int jobs_;
  Pacing pacing_;
  std::optional<SandboxWorld> sandboxes_;  // made when the first is needed; outlives the slots
  std::list<Slot> slots_;
  int busy_ = 0;
  std::int64_t last_finish_us_ = 0;
  bool filling_later_ = false;
  const Source* next_ = nullptr;
  Afterwards afterwards_ = Afterwards::keep_shims;
  bool all_started_ = false;
  std::optional<TemporaryFolder> reports_;  // at level job, for what programs hand over
  std::unordered_map<std::size_t, ProgramRun> running_;
  std::size_t started_ = 0;
  bool done_ = false;
};

Runner::Runner(const RunnerOptions& options) : implementation_(std::make_unique<Implementation>(options)) {}
Runner::~Runner() = default;
Level Runner::level() {
  return implementation_->level();
}
const std::string& Runner::level_reason() {
  return implementation_->level_reason();
}
int Runner::jobs() const {
  return implementation_->jobs();
}
bool Runner::run_stream(const Source& next, const std::function<void()>& tick, Afterwards afterwards) {
  return implementation_->run_stream(next, tick, afterwards);
}
bool Runner::run_all(std::vector<ProgramRun> runs) {
  std::size_t next = 0;
  return run_stream([&]() -> std::optional<ProgramRun> {
    if (next == runs.size()) return std::nullopt;
    return std::move(runs[next++]);
  });
}
std::optional<Outcome> Runner::run_one(Program program) {
  std::optional<Outcome> came;
  run_all({{std::move(program), [&](Outcome outcome) { came = std::move(outcome); }}});
  return came;
}

}  // namespace harness
