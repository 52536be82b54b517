#include "pipeline/facilities.hpp"

#include <gmock/gmock.h>

#include "model/conditions.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

// As it is written where everything works but for one.
std::string all_but(std::string_view facility, const std::string& reason) {
  std::string text;
  for (const std::string_view known : known_facilities)
    text += std::string(known) + ": " + (known == facility ? reason : "works") + "\n";
  return text;
}

std::string complaint_about(const std::string& text) {
  try {
    read_facilities(text);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

TEST(Facilities, LackWhatDoesNotWork) {
  EXPECT_THAT(read_facilities(all_but("", "")), IsEmpty());
  EXPECT_THAT(read_facilities(all_but("clone3", "clone3: Function not implemented")),
              ElementsAre(Pair("clone3", "clone3: Function not implemented")));
}

TEST(Facilities, AreAllToldAndNoOthers) {
  EXPECT_THAT(complaint_about(""), HasSubstr("not every facility"));
  EXPECT_THAT(complaint_about(all_but("", "") + "teleport: works\n"), HasSubstr("not understood: teleport"));
  EXPECT_THAT(complaint_about(all_but("", "") + "clone3\n"), HasSubstr("not understood: clone3"));
}

}  // namespace
}  // namespace harness
