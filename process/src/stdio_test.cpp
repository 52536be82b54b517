#include <unistd.h>

#include "probe.hpp"

// When buffered output is written, and what is lost (docs/semantics.md, part G, and the scenarios of
// the chapter stdio).

namespace exeunt::testing {
namespace {

class Stdio : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Stdio, ::testing::ValuesIn(all_start_methods()), name_of_method);

PROBE(Stdio, StartFlushesFirst) {
  print_later("half a line, ");
  Process child([] { print_later("child\n"); });
  child.start();
  child.join();
}
CHECK(Stdio, StartFlushesFirst) {
  EXPECT_EQ(outcome.out, "half a line, child\n");
}

PROBE(Stdio, JoinDoesNotFlush) {
  Process child([] { print_later("child\n"); });
  child.start();
  print_later("main, not flushed\n");
  child.join();
}
CHECK(Stdio, JoinDoesNotFlush) {
  EXPECT_EQ(outcome.out, "child\nmain, not flushed\n");
}

PROBE(Stdio, ChildLosesOutputByOsExit) {
  Process child([] {
    print_later("lost\n");
    std::fprintf(stderr, "whole line\n");
    os_exit(0);
  });
  child.start();
  child.join();
}
CHECK(Stdio, ChildLosesOutputByOsExit) {
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "whole line\n");
}

PROBE(Stdio, ChildReadsNothingFromStdin) {
  Process child([] { say("%d\n", std::getchar()); });
  child.start();
  child.join();
}
CHECK(Stdio, ChildReadsNothingFromStdin) {
  EXPECT_EQ(outcome.out, "-1\n");
}

PROBE(Stdio, ClosedStdoutIsTolerated) {
  Process child([] {
    print_later("lost\n");
    std::fclose(stdout);
  });
  child.start();
  child.join();
  std::fprintf(stderr, "%d\n", ended_with(child));
}
CHECK(Stdio, ClosedStdoutIsTolerated) {
  EXPECT_EQ(outcome.err, "0\n");
}

PROBE(Stdio, FailedFlushOfAChild) {
  Process child([] {
    print_later("cannot be written\n");
    ::close(STDOUT_FILENO);
  });
  child.start();
  child.join();
  std::fprintf(stderr, "%d\n", ended_with(child));
}
CHECK(Stdio, FailedFlushOfAChild) {
  switch (method) {
    case StartMethod::fork:
      EXPECT_EQ(outcome.err, "1\n");
      break;
    case StartMethod::spawn:
      EXPECT_EQ(outcome.err, "120\n");
      break;
    case StartMethod::forkserver:
      EXPECT_EQ(outcome.err, "OSError: [Errno 9] Bad file descriptor\n1\n");
      break;
  }
}

PROBE(Stdio, FailedFlushOfMain) {
  print_later("cannot be written\n");
  ::close(STDOUT_FILENO);
}
CHECK(Stdio, FailedFlushOfMain) {
  EXPECT_EQ(outcome.status, 120);
  EXPECT_EQ(outcome.err,
            "Exception ignored while flushing sys.stdout:\nOSError: [Errno 9] Bad file descriptor\n");
}

PROBE(Stdio, StartFailsWhereFlushFails) {
  ::close(STDOUT_FILENO);
  print_later("cannot be written\n");
  Process child([] {});
  try {
    child.start();
  } catch (const std::system_error& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  child.close();
  os_exit(0);
}
CHECK(Stdio, StartFailsWhereFlushFails) {
  EXPECT_EQ(outcome.err, "cannot start process 'Process-1': flush stdout: Bad file descriptor\n");
}

}  // namespace
}  // namespace exeunt::testing
