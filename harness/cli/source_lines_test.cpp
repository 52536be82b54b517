#include "cli/source_lines.hpp"

#include <gtest/gtest.h>

namespace harness {
namespace {

const Style coloured{.colour = true, .unicode = true, .columns = 0};

TEST(SourceLines, LeaveOutTheOpeningComment) {
  EXPECT_EQ(render(source_lines("// Title.\n//\n// More.\n\n#include <x>\n// kept\n", "//", {}), {}),
            "#include <x>\n// kept\n");
  EXPECT_EQ(render(source_lines("# Title.\nimport os\n", "#", {}), {}), "import os\n");
  EXPECT_EQ(render(source_lines("\"\"\"Title.\"\"\"\nimport os\n", "#", {}), {}), "import os\n");
  EXPECT_EQ(render(source_lines("\"\"\"Title.\n\nMore.\n\"\"\"\n\nimport os\n", "#", {}), {}), "import os\n");
  EXPECT_EQ(render(source_lines("// Only a comment.\n", "//", {}), {}), "");
}

TEST(SourceLines, ColourTextsAndComments) {
  EXPECT_EQ(render(source_lines("f(\"a // \\\" b\");  // c\n", "//", coloured), coloured),
            "f(\x1b[32m\"a // \\\" b\"\x1b[0m);  \x1b[2m// c\x1b[0m\n");
  EXPECT_EQ(render(source_lines("print('# x')  # y\n", "#", coloured), coloured),
            "print(\x1b[32m'# x'\x1b[0m)  \x1b[2m# y\x1b[0m\n");
  EXPECT_EQ(render(source_lines("x = 'never ends\n", "#", coloured), coloured),
            "x = \x1b[32m'never ends\x1b[0m\n");
}

TEST(SourceLines, AreHarmless) {
  EXPECT_EQ(render(source_lines("\tx = 1\x1b[2J;\n", "//", {}), {}), "    x = 1\\e[2J;\n");
}

TEST(GoldenLines, ColourTheHeaders) {
  EXPECT_EQ(render(golden_lines("-- stdout --\n-- x\n", coloured), coloured),
            "\x1b[36m-- stdout --\x1b[0m\n-- x\n");
}

}  // namespace
}  // namespace harness
