#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "grade/assignment.hpp"
#include "model/verdict.hpp"

namespace harness {

/// A submission breaks a bound, or wants to be written elsewhere.
class RefusedSubmission : public std::exception {
 public:
  RefusedSubmission(ReasonCode code, std::string reason)
      : judgement{Verdict::fail, code, std::move(reason)} {}
  const Judgement judgement;
};

/// Where a submission is taken in: makes folders and writes files below one folder, within the limits.
class IntakeFolder {
 public:
  /// `into` is made. @throws CannotJudge
  IntakeFolder(std::filesystem::path into, const SubmissionLimits& limits);

  /// One file, written from its pieces in order. @throws RefusedSubmission, CannotJudge
  class File {
   public:
    File(IntakeFolder& folder, const std::filesystem::path& path, bool executable);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    void write(std::string_view piece);

   private:
    IntakeFolder& folder_;
    int fd_ = -1;
    std::uint64_t bytes_ = 0;
    std::string name_;
  };

  /// The path of a member in words of its own, checked: relative, no "..", not too deep; counts it. Empty
  /// where it has to be left out, which is noted.
  std::filesystem::path member(const std::string& name);
  void make_folder(const std::filesystem::path& path);
  void leave_out(const std::string& name, const std::string& why);
  /// @param bytes  of a file of which nothing has been written. @throws RefusedSubmission
  void require_room(const std::string& name, std::uint64_t bytes) const;

  const std::filesystem::path& path() const { return into_; }
  const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  [[noreturn]] void refuse_size() const;

  std::filesystem::path into_;
  SubmissionLimits limits_;
  int members_ = 0;
  std::uint64_t bytes_ = 0;
  std::vector<std::string> left_out_;
};

}  // namespace harness
