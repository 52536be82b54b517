#pragma once

#include <filesystem>
#include <ostream>
#include <streambuf>
#include <string>

#include "support/unique_fd.hpp"

namespace harness {

/// A file that is written: what is flushed reaches it as a whole, so that a killed harness leaves whole
/// lines.
class FileStream {
 public:
  enum class Mode { truncate, append };

  /// @param option  named in complaints: "--json".
  /// @throws CannotJudge where the file cannot be written, before anything is.
  FileStream(std::string option, const std::filesystem::path& path, Mode mode);

  std::ostream& stream() { return stream_; }

  /// @throws CannotJudge where not everything could be written.
  void close();

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(UniqueFd fd) : fd_(std::move(fd)) {}
    int error() const { return error_; }

   protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int sync() override;

   private:
    UniqueFd fd_;
    std::string pending_;
    int error_ = 0;
  };

  std::string what_;
  Buffer buffer_;
  std::ostream stream_;
};

}  // namespace harness
