#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <memory>

#include "cli/exit_codes.hpp"
#include "cli/file_stream.hpp"
#include "cli/machinery.hpp"
#include "cli/options.hpp"
#include "cli/values.hpp"
#include "cli/verbs.hpp"
#include "record/watch_json.hpp"
#include "report/files/terminal_svg.hpp"
#include "report/files/trace_event.hpp"
#include "report/pages/watch_page.hpp"
#include "report/process_words.hpp"
#include "report/terminal/watch_lines.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

constexpr int picture_columns = 100;

struct WatchWords {
  WatchRequest request;
  std::optional<std::string> html;
  std::optional<std::string> json;
  std::optional<std::string> svg;
  std::optional<std::string> trace_event;
  bool quiet = false;
  std::string colour = "auto";
};

void declare(Options& options, WatchWords& words) {
  options.program("[--] PROGRAM ARG...", words.request.argv,
                  "what is run, with all that follows it; looked up in PATH where it has no /");
  options.value(
      "--observe", "LEVEL", [&](const auto& text) { words.request.level = own_level("--observe", text); },
      "how closely: trace, passive, adopt or root; default: the best that this host allows");
  options.value(
      "--timeout", "SECONDS",
      [&](const auto& text) { words.request.time_limit = seconds("--timeout", text); },
      "kills what still runs after so long, and ends with 124");
  options.value(
      "--grace", "SECONDS", [&](const auto& text) { words.request.grace = seconds("--grace", text); },
      "how long what outlives the program is waited for, before it is let run on; default: until it has "
      "ended");
  options.heading("what is told");
  options.value("--html", "FILE", words.html, "the tree and the timeline as a page");
  options.value("--json", "FILE", words.json, "processes and events");
  options.value("--svg", "FILE", words.svg, "what the terminal shows, as a picture of 100 columns");
  options.value("--trace-event", "FILE", words.trace_event, "the same, for Perfetto and chrome://tracing");
  options.flag("-q,--quiet", words.quiet, "nothing on the terminal but what the program says");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.epilogue(
      "The program runs as it would without this command: with your terminal, folder\n"
      "and environment; signals reach it. Tree and timeline go to standard error when\n"
      "all of its processes have ended. When the program itself has ended, Ctrl-C,\n"
      "SIGTERM, SIGHUP or SIGQUIT reports at once; what still runs then runs on.\n"
      "Under level trace, epoll_wait and sigtimedwait are interrupted by a SIGCHLD that\n"
      "is ignored by default; a program that does not expect that is better watched\n"
      "with --observe passive.\n");
  options.exit_statuses(
      {{std::nullopt, "as the program; where a signal ended it, the command ends by it too"},
       {exit_could_not_judge, "nothing could be watched"},
       {exit_timed_out, "stopped by --timeout"}});
}

// A file that is known to be writable before the program runs.
class Report {
 public:
  Report(const std::string& option, const std::optional<std::string>& path) {
    if (path) file_ = std::make_unique<FileStream>(option, *path, FileStream::Mode::truncate);
  }
  template <class Text>
  void write(const Text& text) {
    if (!file_) return;
    file_->stream() << text();
    file_->close();
  }

 private:
  std::unique_ptr<FileStream> file_;
};

// As the program ended, so ends this command.
int end_as(const Observation& seen, Streams& streams) {
  if (seen.stopped == Stopped::time_limit) return exit_timed_out;
  if (seen.processes.empty() || !seen.processes.front().end) return exit_could_not_judge;
  const Ending& end = *seen.processes.front().end;
  if (const Exited* exited = std::get_if<Exited>(&end)) return static_cast<int>(exited->status);
  streams.out << std::flush;
  streams.err << std::flush;
  const rlimit no_core{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &no_core);
  const int signal = std::get<Killed>(end).signal;
  (void)::signal(signal, SIG_DFL);
  (void)::raise(signal);
  return exit_could_not_judge;
}

std::string picture(const Observation& seen, const std::string& title) {
  const Style style{.colour = true, .unicode = true, .columns = picture_columns};
  return terminal_svg(watch_lines(seen, style), picture_columns, title);
}

std::string listed(const std::vector<Survivor>& survivors) {
  return joined(survivors, ", ", [](const Survivor& one) {
    return visible(one.name) + " (pid " + std::to_string(one.pid) + ")";
  });
}

// For a person who waits for a prompt that does not come.
std::string waiting_words(const std::vector<Survivor>& survivors) {
  return "exeunt: the program has ended; waiting for " + listed(survivors) +
         "\nexeunt: Ctrl-C or SIGTERM reports now and leaves running what still runs\n";
}

std::string released_words(const Observation& seen) {
  return seen.released.empty() ? "" : "exeunt: left running: " + listed(seen.released) + "\n";
}

int act(WatchWords& words, Streams& streams) {
  if (words.request.argv.empty())
    throw UsageError("watch: which program? exeunt watch ls -l shows what ls does");
  const Style style = style_for(streams, words.colour, true);
  Report html("--html", words.html);
  Report json("--json", words.json);
  Report svg("--svg", words.svg);
  Report trace("--trace-event", words.trace_event);

  if (!words.quiet) {
    words.request.tell_survivors = [&](const auto& survivors) {
      streams.err << waiting_words(survivors) << std::flush;
    };
  }
  const Observation seen = streams.machinery.watch(words.request);
  if (!words.quiet) streams.err << render(watch_lines(seen, style), style) << released_words(seen);
  html.write([&] { return watch_page(seen); });
  json.write([&] { return watch_json(seen).dump() + "\n"; });
  svg.write([&] { return picture(seen, command_line(words.request.argv)); });
  trace.write([&] { return trace_event(seen).dump() + "\n"; });
  return end_as(seen, streams);
}

}  // namespace

Verb watch_verb() {
  return make_verb<WatchWords>(
      "watch", "[OPTIONS] [--] PROGRAM ARG...",
      "Runs any program and shows every process that it made: in what order, how each ended, who "
      "waited for it, who was orphaned or left a zombie.",
      declare, act);
}

}  // namespace harness
