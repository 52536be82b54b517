#include "cli/file_stream.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "cli/test_command.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

TEST(FileStream, WritesWhatIsFlushed) {
  const TestFolder folder;
  FileStream file("--json", folder / "x", FileStream::Mode::truncate);
  file.stream() << "one\n" << 2;
  EXPECT_EQ(read_file(folder / "x"), "");
  file.stream() << std::flush;
  EXPECT_EQ(read_file(folder / "x"), "one\n2");
  file.stream() << "\n";
  file.close();
  EXPECT_EQ(read_file(folder / "x"), "one\n2\n");
}

TEST(FileStream, TruncatesOrAppends) {
  const TestFolder folder;
  write_file(folder / "x", "old\n");
  FileStream appended("--x", folder / "x", FileStream::Mode::append);
  appended.stream() << "new\n";
  appended.close();
  EXPECT_EQ(read_file(folder / "x"), "old\nnew\n");
  FileStream truncated("--x", folder / "x", FileStream::Mode::truncate);
  EXPECT_EQ(read_file(folder / "x"), "");
}

TEST(FileStream, SaysAtOnceThatItCannotBeWritten) {
  try {
    FileStream file("--json", "/nowhere/x.jsonl", FileStream::Mode::truncate);
    FAIL() << "opened";
  } catch (const CannotJudge& error) {
    EXPECT_STREQ(error.what(), "--json: cannot write /nowhere/x.jsonl: No such file or directory");
  }
  EXPECT_THROW(FileStream("--json", "/", FileStream::Mode::truncate), CannotJudge);
}

TEST(FileStream, SaysThatTheDiskIsFull) {
  FileStream file("--json", "/dev/full", FileStream::Mode::truncate);
  file.stream() << "x" << std::flush;
  try {
    file.close();
    FAIL() << "closed well";
  } catch (const CannotJudge& error) {
    EXPECT_STREQ(error.what(), "--json: cannot write /dev/full: No space left on device");
  }
}

}  // namespace
}  // namespace harness
