
#include <array>
#include <chrono>

#include "cli/bench_programs.hpp"
#include "cli/exit_codes.hpp"
#include "cli/file_stream.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "cli/version.hpp"
#include "report/pages/bench_page.hpp"
#include "report/terminal/bench_table.hpp"
#include "report/terminal/columns.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"
#include "support/utc.hpp"

namespace harness {
namespace {

struct BenchWords {
  std::optional<std::string> filter;
  std::optional<std::string> json;
  std::optional<std::string> report;
  std::optional<std::string> programs;
  std::string colour = "auto";
  bool quick = false;
  bool check = false;
};

void declare(Options& options, BenchWords& words) {
  options.flag("--quick", words.quick, "less than a minute in all; the tails of the distributions are rough");
  options.flag("--check", words.check, "two rounds of everything: whether it runs, not how fast");
  options.value("--filter", "TEXT", words.filter,
                "only measurements with this in their name: start_join/fork, rss_");
  options.value("--json", "FILE", words.json,
                "every measurement with its floor, ratio and quantiles; - is the "
                "standard output, people then read on standard error");
  options.value("--report", "FILE", words.report, "a page of HTML with charts");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.heading("other programs than the built ones");
  options.value("--programs", "DIR", words.programs, "folder of the benchmark programs");
  options.epilogue(
      "examples:\n"
      "  exeunt bench --quick\n"
      "  exeunt bench --json bench.json --report bench.html\n"
      "  exeunt bench --filter start_join/forkserver\n");
  options.exit_statuses({{exit_as_expected, "measured"},
                         {exit_could_not_judge, "a measurement failed, or a file cannot be written"}});
}

/// Tells how far the measuring is: on a terminal in one line that is redrawn, elsewhere a line each.
class BenchProgress {
 public:
  BenchProgress(std::ostream& out, Style style, bool redraw, std::size_t total)
      : out_(out), style_(style), redraw_(redraw), total_(total) {}
  ~BenchProgress() {
    if (redraw_) out_ << "\r\x1b[K" << std::flush;
  }
  BenchProgress(const BenchProgress&) = delete;
  BenchProgress& operator=(const BenchProgress&) = delete;

  void measuring(std::size_t done, const std::string& name) {
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin_);
    const std::string text = harness::format("[{}/{}] {}:{:02} {}", done + 1, total_, seconds.count() / 60,
                                             seconds.count() % 60, name);
    if (redraw_) {
      out_ << "\r" << cut(text, style_.columns, "~") << "\x1b[K" << std::flush;
    } else {
      out_ << text << "\n" << std::flush;
    }
  }

 private:
  std::ostream& out_;
  Style style_;
  bool redraw_;
  std::size_t total_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

std::vector<BenchMeasurement> measure(const std::vector<BenchProgram>& programs, const BenchWish& wish,
                                      BenchProgress& progress) {
  std::vector<BenchMeasurement> measurements;
  std::size_t before = 0;
  for (const BenchProgram& program : programs) {
    std::size_t shown = 0;
    progress.measuring(before, program.measurements.front());
    const std::string json = run_bench(program, wish, [&](std::size_t done) {
      for (; shown < done && shown + 1 < program.measurements.size(); ++shown) {
        progress.measuring(before + shown + 1, program.measurements[shown + 1]);
      }
    });
    for (BenchMeasurement& m : read_google_benchmark(json))
      measurements.push_back(std::move(m));
    before += program.measurements.size();
  }
  return measurements;
}

bool any_failed(const std::vector<BenchMeasurement>& measurements) {
  for (const BenchMeasurement& m : measurements) {
    if (m.failed) return true;
  }
  return false;
}

BenchWish wish_of(const BenchWords& words) {
  if (words.quick && words.check) throw UsageError("bench: --quick and --check exclude each other");
  return {words.quick ? "quick" : words.check ? "check" : "full", words.filter.value_or("")};
}

std::optional<FileStream> opened(const char* option, const std::optional<std::string>& path) {
  if (!path || *path == "-") return std::nullopt;
  return std::optional<FileStream>(std::in_place, option, *path, FileStream::Mode::truncate);
}

int bench(BenchWords& words, Streams& streams) {
  const BenchWish wish = wish_of(words);
  const std::vector<BenchProgram> programs =
      bench_programs(words.programs.value_or(EXEUNT_BENCH_PROGRAMS), wish);
  if (programs.empty()) throw UsageError("bench: no measurement has '" + wish.filter + "' in its name");
  std::size_t total = 0;
  for (const BenchProgram& program : programs)
    total += program.measurements.size();

  std::optional<FileStream> json = opened("--json", words.json);
  std::optional<FileStream> page = opened("--report", words.report);
  const bool json_to_out = words.json == "-";
  BenchResults results{this_platform(), version(), now_as_text(), {}};
  {
    BenchProgress progress(streams.err, style_for(streams, words.colour, true), can_redraw(streams, true),
                           total);
    results.measurements = measure(programs, wish, progress);
  }
  const Style style = style_for(streams, words.colour, json_to_out);
  (json_to_out ? streams.err : streams.out) << render(bench_table(results.measurements, style), style);
  if (json_to_out) streams.out << bench_json(results);
  if (json) json->stream() << bench_json(results), json->close();
  if (page) page->stream() << bench_page(results), page->close();
  return any_failed(results.measurements) ? exit_could_not_judge : exit_as_expected;
}

}  // namespace

Verb bench_verb() {
  return make_verb<BenchWords>(
      "bench", "[OPTIONS]",
      "Measures what starting and joining a process costs, and what this harness costs, each beside its "
      "floor: the least that the operating system takes for the same. Measured in turn, so that the "
      "ratios hold on a busy machine too.",
      declare, bench);
}

}  // namespace harness
