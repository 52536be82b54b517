// docs/assignment.md, which is the manual page exeunt-assignment(5) too, knows every key that is read.
#include <gmock/gmock.h>

#include <regex>
#include <set>

#include "model/names.hpp"
#include "model/verdict.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

std::string source(const std::string& name) {
  return read_file(EXEUNT_SOURCE_DIR "/" + name);
}

// The keys that the readers of the file ask their tables for.
std::set<std::string> keys_read() {
  static const std::regex asked(R"re((?:text|texts|whole|number|bytes|moment|table|tables)\("([a-z_]+)")re");
  std::set<std::string> keys;
  for (const char* name : {"harness/grade/assignment_file.cpp", "harness/grade/assignment_item_file.cpp"}) {
    const std::string text = source(name);
    for (std::sregex_iterator found(text.begin(), text.end(), asked), end; found != end; ++found)
      keys.insert((*found)[1]);
  }
  return keys;
}

TEST(AssignmentManual, KnowsEveryKey) {
  const std::string manual = source("docs/assignment.md");
  const std::set<std::string> keys = keys_read();
  EXPECT_GT(keys.size(), 40U);
  for (const std::string& key : keys)
    EXPECT_THAT(manual,
                AnyOf(HasSubstr("`" + key + "`"), HasSubstr("[" + key + "]"), HasSubstr("." + key + "]")));
}

TEST(AssignmentManual, KnowsEveryReason) {
  const std::string manual = source("docs/assignment.md");
  for (const std::string& reason : all_words<ReasonCode>())
    EXPECT_THAT(manual, HasSubstr("`" + reason + "`"));
}

}  // namespace
}  // namespace harness
