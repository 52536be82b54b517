// exeunt-archive: reads an archive on its standard input and tells of it on its standard output, or the other
// way round. Started by exeunt; the side that is no archive is a socket.
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "archive/channel.hpp"
#include "archive/confine.hpp"
#include "archive/read_archive.hpp"
#include "archive/write_archive.hpp"

namespace {

using namespace harness;

constexpr int failed = 2;
constexpr int wrong_command_line = 3;

int read() {
  const ArchiveChannel channel(STDOUT_FILENO);
  read_archive(STDIN_FILENO, [&](const ArchiveMessage& message) { return channel.send(message); });
  return 0;
}

int write() {
  ArchiveChannel channel(STDIN_FILENO);
  const std::optional<ArchiveDamage> damage = write_archive(STDOUT_FILENO, [&] { return channel.receive(); });
  const ArchiveMessage answer = damage ? ArchiveMessage(*damage) : ArchiveMessage(ArchiveEnd{});
  return channel.send(answer) && !damage ? 0 : failed;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view task = argc == 2 ? argv[1] : "";
  if (task != "read" && task != "write") {
    std::fputs("exeunt-archive is started by exeunt\n", stderr);
    return wrong_command_line;
  }
  if (!confine_to_open_descriptors()) {
    std::fprintf(stderr, "exeunt-archive: cannot confine itself: %s\n", std::strerror(errno));
    return failed;
  }
  return task == "read" ? read() : write();
}
