#include "report/pages/page.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"

namespace harness {
namespace {

TEST(Page, EscapesWhatIsPutIn) {
  EXPECT_EQ(render_page("<b title=\"{{x}}\">{{x}}</b>", {{"x", "<&\">'\x1b"}}),
            "<b title=\"&lt;&amp;&quot;&gt;&#39;\\e\">&lt;&amp;&quot;&gt;&#39;\\e</b>");
}

TEST(Page, ValuesAreNoTemplates) {
  EXPECT_EQ(render_page("{{x}}", {{"x", "{{y}}"}, {"y", "secret"}}), "{{y}}");
}

TEST(Page, KnowsSectionsNumbersAndNull) {
  const Json values{{"list", {{{"n", 1}}, {{"n", 2.5}}}}, {"none", nullptr}, {"yes", true}};
  EXPECT_EQ(
      render_page("{{#list}}{{n}};{{/list}}{{#none}}x{{/none}}{{^none}}-{{/none}}{{#yes}}y{{/yes}}", values),
      "1;2.5;-y");
}

TEST(Page, KeepsLineEnds) {
  EXPECT_EQ(html_text("a\n\n<b\n"), "a\n\n&lt;b\n");
  EXPECT_EQ(html_text("a "), "a·");
  EXPECT_EQ(html_text(""), "");
}

TEST(Page, RefusesABrokenTemplate) {
  EXPECT_THROW(render_page("{{#a}}", {}), CannotJudge);
}

}  // namespace
}  // namespace harness
