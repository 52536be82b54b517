#pragma once

#include <string>
#include <vector>

#include "sampling/sample.hpp"

namespace bench {

/// A program whose processes are measured, and what it carries meanwhile.
struct Subject {
  std::vector<std::string> command;
  std::vector<std::string> surroundings = {};  ///< options, see subject/course.hpp
  bool operator==(const Subject&) const = default;
};

/// A running subject; ended and waited for by the destructor.
class SubjectProcess {
 public:
  /// @throws  std::system_error
  explicit SubjectProcess(const Subject& subject);
  ~SubjectProcess();
  SubjectProcess(const SubjectProcess&) = delete;
  SubjectProcess& operator=(const SubjectProcess&) = delete;

  /// Runs a course once. @throws  std::runtime_error  with what the subject says is in the way.
  Sample run(const std::string& course);

 private:
  int socket_ = -1;
  int pid_ = -1;
};

}  // namespace bench
