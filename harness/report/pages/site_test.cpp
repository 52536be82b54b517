#include "report/pages/site.hpp"

#include <gmock/gmock.h>

#include <regex>

#include "record/test_observations.hpp"
#include "record/test_results.hpp"
#include "report/pages/html_check.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::Not;

class MemorySink : public PageSink {
 public:
  std::map<std::string, std::string> files;
  void write(const std::string& path, std::string_view content) override {
    EXPECT_FALSE(files.contains(path) && path != "index.html") << path << " is written twice";
    files[path] = content;
  }
};

class FullDisk : public PageSink {
 public:
  int tried = 0;
  void write(const std::string& path, std::string_view) override {
    ++tried;
    throw CannotJudge("cannot write " + path + ": no space left on device");
  }
};

std::optional<std::string> read_nothing(const std::filesystem::path&) {
  return std::nullopt;
}

SiteFacts facts() {
  return {{.os = "linux", .distribution = "Debian", .kernel = "6.1", .architecture = "x86_64"},
          "0.1.0",
          "2026-01-01T00:00:00Z",
          "/suite"};
}

CaseResult with_processes(CaseResult result, const Observation& seen = family()) {
  result.seen.processes = seen.processes;
  result.seen.events = seen.events;
  return result;
}

void plan_matrix(TestRun& run) {
  for (const char* implementation : {"reference", "cpython"}) {
    for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
      for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe}) {
        run.plan("exit/a", method, stdio, implementation);
        run.plan("join/b", method, stdio, implementation);
      }
    }
    run.plan("errors/none", {}, StdioMode::tty, implementation);
  }
}

std::string normal(const std::filesystem::path& path) {
  return path.lexically_normal().string();
}

// Every address in every page leads to a file of the site or a place in its page.
void expect_links_hold(const std::map<std::string, std::string>& files) {
  static const std::regex link("(?:href|src)=\"([^\"]*)\"");
  for (const auto& [path, page] : files) {
    if (!path.ends_with(".html")) continue;
    EXPECT_EQ(html_trouble(page), "") << path;
    for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at) {
      const std::string address = (*at)[1];
      if (address == "data:,") continue;
      if (address.starts_with("#")) {
        EXPECT_THAT(page, HasSubstr("id=\"" + address.substr(1) + "\"")) << path;
      } else {
        EXPECT_TRUE(files.contains(normal(std::filesystem::path(path).parent_path() / address)))
            << path << " leads to " << address;
      }
    }
  }
}

TEST(Site, HasAPageForEachRunAndAnIndexOfAll) {
  TestRun run;
  plan_matrix(run);
  MemorySink sink;
  Site site(sink, facts(), read_nothing);
  run.play(site, [](const Case& c) { return with_processes(passed(c)); });
  EXPECT_EQ(sink.files.size(), 26U + 3U);
  EXPECT_TRUE(sink.files.contains("exit/a/reference-fork-tty.html"));
  EXPECT_TRUE(sink.files.contains("errors/none/cpython_3.11.2-tty.html"));
  expect_links_hold(sink.files);
  const std::string& index = sink.files["index.html"];
  EXPECT_THAT(index, HasSubstr("26 runs, none went wrong"));
  EXPECT_THAT(index, HasSubstr("<th scope=\"colgroup\" colspan=\"3\">cpython 3.11.2</th>"));
  EXPECT_THAT(index,
              HasSubstr("<td colspan=\"3\"><a class=\"v-pass\" href=\"errors/none/reference-tty.html\""));
}

TEST(Site, TellsWhatWentWrong) {
  TestRun run;
  plan_matrix(run);
  MemorySink sink;
  Site site(sink, facts(), [](const std::filesystem::path& path) -> std::optional<std::string> {
    if (path.extension() != ".golden") return std::nullopt;
    return "-- stdout --\n1\n2\n3\n4\n5\n6\n  child            exit 1      reaped\n";
  });
  run.play(site, [](const Case& c) {
    return with_processes(c.scenario->name == "exit/a" ? wrong_exit(c) : passed(c));
  });
  expect_links_hold(sink.files);
  EXPECT_THAT(sink.files["index.html"], HasSubstr("12 of 26 runs went wrong"));
  EXPECT_THAT(sink.files["index.html"],
              HasSubstr("<tr class=\"scenario has-wrong\"><th scope=\"row\">exit/a"));
  EXPECT_THAT(sink.files["index.html"], HasSubstr("<tr class=\"scenario\"><th scope=\"row\">join/b"));
  const std::string& page = sink.files["exit/a/reference-spawn-pipe.html"];
  EXPECT_THAT(page, HasSubstr("child ended with exit 0, expected exit 1"));
  EXPECT_THAT(page, HasSubstr("<code>expected/exit/a.golden:8</code>"));
  EXPECT_THAT(page, HasSubstr("<span class=\"expected\">-   child            exit 1      reaped</span>"));
  EXPECT_THAT(page,
              HasSubstr("<span class=\"blamed\"><i>8</i>   child            exit 1      reaped</span>"));
}

TEST(Site, AnInterruptedRunHasNoDeadLinks) {
  TestRun run;
  plan_matrix(run);
  MemorySink sink;
  Site site(sink, facts(), read_nothing);
  site.started(run.planned());
  site.finished(passed(run.cases().front()));
  Summary summary;
  summary.passed = 1;
  summary.interrupted = true;
  site.ended(summary);
  expect_links_hold(sink.files);
  EXPECT_THAT(sink.files["index.html"], HasSubstr("interrupted after 1 of 26 runs"));
  EXPECT_THAT(sink.files["exit/a/reference-spawn-tty.html"], HasSubstr("interrupted before it"));
}

TEST(Site, RepetitionsAreToldOnceUnlessTheyDiffer) {
  TestRun run;
  const Case& c = run.plan("exit/a", StartMethod::fork, StdioMode::pipe);
  for (int i = 2; i <= 5; ++i)
    run.plan("exit/a", StartMethod::fork, StdioMode::pipe);
  MemorySink sink;
  Site site(sink, facts(), read_nothing);
  std::vector<Case> cases(5, c);
  for (int i = 0; i < 5; ++i)
    cases[static_cast<std::size_t>(i)].repetition = i + 1;
  site.started({&cases, Level::trace, "", 1});
  for (const Case& one : cases)
    site.finished(one.repetition == 3 ? wrong_exit(one) : passed(one));
  site.ended({});
  EXPECT_EQ(sink.files.size(), 2U + 3U);
  EXPECT_TRUE(sink.files.contains("exit/a/reference-fork-pipe-3.html"));
  EXPECT_THAT(sink.files["index.html"], HasSubstr("✓ pipe ×4</a>"));
  expect_links_hold(sink.files);
}

TEST(Site, HostileTextStaysText) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::pipe, "../../<script>'\"");
  run.plan("../<img src=x>/..", StartMethod::fork, StdioMode::pipe);
  MemorySink sink;
  Site site(sink, facts(),
            [](const std::filesystem::path&) { return "</pre><script>alert(1)</script>{{x}}\n"; });
  run.play(site, [](const Case& c) { return with_processes(hostile(c), hostile_family()); });
  expect_links_hold(sink.files);
  for (const auto& [path, page] : sink.files) {
    EXPECT_THAT(path, Not(HasSubstr(".."))) << path;
    if (path.ends_with(".html")) {
      EXPECT_THAT(page, Not(HasSubstr("<script>"))) << path;
    }
  }
}

TEST(Site, IsSmall) {
  TestRun run;
  plan_matrix(run);
  MemorySink sink;
  Site site(sink, facts(), [](const std::filesystem::path&) { return std::string(1500, 'x'); });
  run.play(site, [](const Case& c) { return with_processes(passed(c)); });
  const std::string& page = sink.files["exit/a/reference-fork-tty.html"];
  EXPECT_LT(page.size(), 28'000U);  // 700 of them are 20 MB
}

TEST(Site, AFullDiskIsToldAtTheEnd) {
  TestRun run;
  run.plan("exit/a", StartMethod::fork, StdioMode::pipe);
  FullDisk sink;
  Site site(sink, facts(), read_nothing);
  site.started(run.planned());
  site.finished(passed(run.cases().front()));
  EXPECT_THROW(site.ended({}), CannotJudge);
  EXPECT_EQ(sink.tried, 1);
}

TEST(FolderSink, MakesItsFolders) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "exeunt-folder-sink";
  FolderSink(folder).write("a/b/c.html", "x");
  EXPECT_EQ(std::filesystem::file_size(folder / "a/b/c.html"), 1U);
  EXPECT_THROW(FolderSink(folder / "a/b/c.html").write("d.html", "x"), CannotJudge);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace harness
