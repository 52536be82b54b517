#include "report/pages/watch_page.hpp"

#include <gmock/gmock.h>

#include "record/test_observations.hpp"
#include "report/pages/html_check.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(WatchPage, NeedsNothingBesideItself) {
  const std::string page = watch_page(family());
  EXPECT_EQ(html_trouble(page), "");
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("https:")));
  EXPECT_THAT(page, Not(HasSubstr("@import")));
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(WatchPage, IsNamedAfterItsCommand) {
  EXPECT_THAT(watch_page(family()), HasSubstr("<title>/bin/sh -c &#39;job &amp; wait&#39;</title>"));
  EXPECT_THAT(watch_page(family()), HasSubstr("observed at level trace"));
}

TEST(WatchPage, IsNamedAfterWhatWasAskedForNotWhatItBecame) {
  Observation seen = family();
  Event second = seen.events.at(1);
  second.argv = {"/bin/other"};
  seen.events.push_back(second);
  EXPECT_THAT(watch_page(seen), HasSubstr("<title>/bin/sh -c &#39;job &amp; wait&#39;</title>"));
}

TEST(WatchPage, ALongNameIsCutBetweenCharacters) {
  Observation seen = family();
  seen.events.at(1).argv = {"/bin/echo", std::string(108, 'a') + "äöü"};
  const std::string page = watch_page(seen);
  EXPECT_TRUE(is_utf8(page));
  EXPECT_THAT(page, HasSubstr("aä…</title>"));
}

TEST(WatchPage, HostileTextStaysText) {
  EXPECT_EQ(html_trouble(watch_page(hostile_family())), "");
}

TEST(WatchPage, ShowsAProgramThatCouldNotBeStarted) {
  Observation seen;
  seen.start_failure = StartFailure{"exec ./nothing", 2};
  EXPECT_THAT(watch_page(seen), HasSubstr("exec ./nothing: No such file or directory"));
}

}  // namespace
}  // namespace harness
