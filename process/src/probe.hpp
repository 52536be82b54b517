#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include <exeunt/process.hpp>

// Whole programs as tests see them: the test program runs itself again as a probe, in a main program of its
// own.

namespace exeunt::testing {

struct Outcome {
  std::string out;
  std::string err;
  exitcode_type status = 0;  ///< as exitcode() counts
};

/// Runs the probe of that name under that start method, its output through pipes, until nobody holds them.
Outcome run_probe(const std::string& name, StartMethod method);

/// Registers a probe; the test of the same name runs it.
struct Probe {
  Probe(const char* name, void (*program)());
  /// @return  nullptr when there is none.
  static void (*named(const std::string& name))();
};

/// What that child, which has to have ended, ended with; for printing.
int ended_with(const Process& child);
/// Starts and joins it.
exitcode_type status_of(Process child);

/// SIGINT as from outside, from whatever thread.
void interrupt_own_process();
/// The exitcode of a process that it has ended, and what to_string() shows of one that kill() has ended.
extern const exitcode_type interrupted_exitcode;
extern const char* const killed_text;

/// Says it at once, so that what two processes say stays in the order of saying.
void say(const char* format, ...) __attribute__((format(printf, 1, 2)));

/// Leaves it in stdout's buffer. As one piece: printf() of some C libraries is made of fputc(), which Wine
/// lets write at every end of a line.
void print_later(const char* text);

class EveryStartMethod : public ::testing::TestWithParam<StartMethod> {
 protected:
  void SetUp() override { set_start_method(GetParam(), true); }
};

std::string name_of_method(const ::testing::TestParamInfo<StartMethod>& info);

/// Whether the children of this start method are, here, those of a relay and not their creator's own: under
/// the fork server where CLONE_PARENT is not to be had.
bool are_relayed(StartMethod method);

/// Whether a child that is forked while other threads allocate memory may wait for ever: a sanitizer's locks
/// stay as they were at that moment.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr bool locks_stay_in_forks = true;
#else
constexpr bool locks_stay_in_forks = false;
#endif
constexpr const char* sanitizers_lock =
    "the sanitizer does not release its own locks in a forked child, if another thread held them";

/// How many descriptors this process has open.
int open_descriptors();

/// How many processes are this one's children, dead ones too.
int count_children();

}  // namespace exeunt::testing

/// A probe and its test: PROBE(suite, name) { the program } CHECK(suite, name) { what `outcome` must be }
#define PROBE(suite, name)                                                                        \
  static void suite##_##name();                                                                   \
  static const ::exeunt::testing::Probe suite##_##name##_probe(#suite "." #name, suite##_##name); \
  static void suite##_##name()
#define CHECK(suite, name)                                                                           \
  static void suite##_##name##_check(const ::exeunt::testing::Outcome& outcome, StartMethod method); \
  TEST_P(suite, name) {                                                                              \
    suite##_##name##_check(::exeunt::testing::run_probe(#suite "." #name, GetParam()), GetParam());  \
  }                                                                                                  \
  static void suite##_##name##_check([[maybe_unused]] const ::exeunt::testing::Outcome& outcome,     \
                                     [[maybe_unused]] StartMethod method)

/// The statement throws that type, with that text.
#define EXPECT_THROW_TEXT(statement, type, text) \
  EXPECT_THROW(                                  \
      {                                          \
        try {                                    \
          statement;                             \
        } catch (const type& error) {            \
          EXPECT_STREQ(error.what(), text);      \
          throw;                                 \
        }                                        \
      },                                         \
      type)
