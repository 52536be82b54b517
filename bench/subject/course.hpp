#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sampling/sample.hpp"

// A subject is a program whose processes are measured. It is a program of its own, so that what it links and
// how much memory it holds are its own too; the benchmark asks it for one sample after another.

namespace bench {

/// One way to start a process and to join it.
struct Course {
  std::string name;
  std::function<Sample()> run;  ///< may throw a std::exception that says why it cannot be done here
};

/// What a subject carries while it is measured.
struct Surroundings {
  int socket = -1;      ///< to the benchmark
  int memory_mb = 0;    ///< touched, private
  bool huge = false;    ///< in huge pages
  int descriptors = 0;  ///< open, close-on-exec
  int threads = 1;      ///< the others are idle
  int children = 0;     ///< alive; made by the subject
  std::string started;  ///< the program that only ends
};

/// The options that every subject takes: --socket=N --memory=MB[,huge] --descriptors=N --threads=N
/// --children=N
/// --started=PATH.
/// @throws  std::invalid_argument  for anything else.
Surroundings parse_surroundings(std::span<char* const> arguments);

/// Makes them so, for the rest of this process's life.
/// @throws  std::runtime_error  where the host does not give as much.
void take_on(const Surroundings& surroundings);

/// Answers requests until the benchmark closes its end.
void serve(int socket, const std::vector<Course>& courses);

/// Courses of any subject: the unit that all is measured in, and the peers that every system has.
std::vector<Course> common_courses(const std::string& started);

/// The main() of a subject that needs nothing of its own.
int subject_main(int argc, char** argv,
                 const std::function<std::vector<Course>(const Surroundings&)>& courses);

}  // namespace bench
