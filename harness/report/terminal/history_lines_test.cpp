#include "report/terminal/history_lines.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

TEST(SparkLine, IsAsHighAsTheValues) {
  EXPECT_EQ(spark_line({1, 8, 4.5}, true), "▁█▅");
  EXPECT_EQ(spark_line({1, 8, 4.5}, false), "185");
  EXPECT_EQ(spark_line({3, 3}, true), "▁▁");
  EXPECT_EQ(spark_line({}, true), "");
}

}  // namespace
}  // namespace harness
