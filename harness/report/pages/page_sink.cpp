#include "report/pages/page_sink.hpp"

#include <system_error>

#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {

void FolderSink::write(const std::string& path, std::string_view content) {
  const std::filesystem::path file = folder_ / path;
  std::error_code error;
  std::filesystem::create_directories(file.parent_path(), error);
  if (error) throw CannotJudge("cannot make folder " + file.parent_path().string() + ": " + error.message());
  write_file(file, content);
}

}  // namespace harness
