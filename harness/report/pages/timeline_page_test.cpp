#include "report/pages/timeline_page.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "record/test_observations.hpp"
#include "report/pages/html_check.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

TEST(TimelinePage, DrawsALaneForEachProcess) {
  const std::string html = timeline_html(family(), 100);
  EXPECT_EQ(html_trouble(html), "");
  EXPECT_EQ(count(html, "<dl class=\"facts\""), 7U);
  EXPECT_EQ(count(html, "<tr id=\"p-"), 7U);
  // From 100 to 150 of 180.2 ms: an orphan.
  EXPECT_THAT(html, HasSubstr("<rect class=\"orphaned\" x=\"55.49%\" y=\"125\" width=\"27.75%\""));
  EXPECT_THAT(html, HasSubstr("<rect class=\"zombie\""));
  EXPECT_THAT(html, HasSubstr("class=\"m-signalled\""));
}

TEST(TimelinePage, TellsAllFactsInTheTableToo) {
  const std::string html = timeline_html(family(), 100);
  EXPECT_THAT(html, HasSubstr("<td><code>/bin/sleep 5</code></td>"));
  EXPECT_THAT(html, HasSubstr("orphaned: outlived its creator by 50.0 ms"));
  EXPECT_THAT(html, HasSubstr("<b>3</b> left a zombie: its creator has ended without waiting for it"));
  EXPECT_THAT(html, HasSubstr("helper of the start method"));
}

TEST(TimelinePage, IsBounded) {
  const std::string html = timeline_html(crowd(2000), 40);
  EXPECT_EQ(count(html, "<dl class=\"facts\""), 40U);
  EXPECT_THAT(html, HasSubstr("… and 1,961 more"));
  EXPECT_LT(html.size(), 120'000U);
}

TEST(TimelinePage, EveryAnchorIsThere) {
  const std::string html = timeline_html(family(), 100);
  for (const char* anchor : {"p-program", "p-2-1", "p-helper-1"}) {
    EXPECT_EQ(count(html, std::string("href=\"#") + anchor + "\""), 1U) << anchor;
    EXPECT_EQ(count(html, std::string("id=\"") + anchor + "\""), 1U) << anchor;
  }
}

TEST(TimelinePage, HostileTextStaysText) {
  const std::string html = timeline_html(hostile_family(), 100) + output_html(hostile_family());
  EXPECT_EQ(html_trouble(html), "");
  EXPECT_THAT(html, testing::Not(HasSubstr("<b onload")));
}

TEST(TimelinePage, NothingSeenIsSaid) {
  EXPECT_THAT(timeline_html(Observation{}, 100), HasSubstr("no process was seen"));
}

TEST(OutputPage, TellsWritersWhereTheyAreKnown) {
  EXPECT_THAT(output_html(family()),
              HasSubstr("<h3>1 to stdout, 15.0 ms</h3><pre tabindex=\"0\">child\n</pre>"));
  Observation unknown = family();
  for (Event& event : unknown.events) {
    if (event.kind == EventKind::output) event.process = -1;
  }
  unknown.err.clear();
  EXPECT_THAT(output_html(unknown), HasSubstr("<h3>stdout</h3><pre tabindex=\"0\">child\n</pre>"));
  EXPECT_THAT(output_html(unknown), HasSubstr("<h3>stderr</h3><p class=\"none\">nothing</p>"));
}

TEST(OutputPage, TellsAMissingLineEndAndACut) {
  Observation seen;
  seen.out = "x";
  EXPECT_THAT(output_html(seen), HasSubstr("no newline at the end"));
  seen.out = std::string(100'000, 'x');
  EXPECT_THAT(output_html(seen), HasSubstr("the first 65536 of 100000 bytes"));
}

}  // namespace
}  // namespace harness
