#include "watch/stdio.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "support/errors.hpp"
#include "watch/pipe.hpp"

namespace harness::watch {
namespace {

using Ends = Pipe;

Ends open_nonblocking_pipe() {
  Ends pipe = open_pipe();
  if (::fcntl(pipe.reader.get(), F_SETFL, O_NONBLOCK) != 0) throw_errno("fcntl");
  return pipe;
}

Ends open_terminal() {
  Ends terminal;
  terminal.reader.reset(::open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
  if (!terminal.reader) throw_errno("open /dev/ptmx");
  int unlocked = 0;
  if (::ioctl(terminal.reader.get(), TIOCSPTLCK, &unlocked) != 0) throw_errno("TIOCSPTLCK");
  terminal.writer.reset(::ioctl(terminal.reader.get(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
  if (!terminal.writer) throw_errno("TIOCGPTPEER");
  const winsize size{24, 80, 0, 0};
  if (::ioctl(terminal.writer.get(), TIOCSWINSZ, &size) != 0) throw_errno("TIOCSWINSZ");
  return terminal;
}

UniqueFd open_memory_file(const char* name) {
  UniqueFd file(::memfd_create(name, MFD_CLOEXEC));
  if (!file) throw_errno("memfd_create");
  return file;
}

Ends open_file(const char* name) {
  Ends file;
  file.writer = open_memory_file(name);
  file.reader.reset(::fcntl(file.writer.get(), F_DUPFD_CLOEXEC, 3));
  if (!file.reader) throw_errno("fcntl");
  return file;
}

Ends open_stream(StdioMode mode, const char* name) {
  switch (mode) {
    case StdioMode::pipe:
      return open_nonblocking_pipe();
    case StdioMode::tty:
      return open_terminal();
    case StdioMode::file:
      return open_file(name);
  }
  throw CannotJudge("unknown stdio mode");
}

UniqueFd open_input(const std::optional<std::string>& text) {
  if (!text) {
    UniqueFd null(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (!null) throw_errno("open /dev/null");
    return null;
  }
  UniqueFd file = open_memory_file("stdin");
  for (std::size_t at = 0; at < text->size();) {
    const ssize_t written =
        ::pwrite(file.get(), text->data() + at, text->size() - at, static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_errno("write standard input");
    at += static_cast<std::size_t>(written);
  }
  return file;
}

}  // namespace

void Stdio::close_program_ends() {
  in.reset();
  out.reset();
  err.reset();
}

Stdio open_stdio(StdioMode mode, const std::optional<std::string>& stdin_text) {
  Stdio stdio;
  stdio.in = open_input(stdin_text);
  Ends out = open_stream(mode, "stdout");
  Ends err = open_stream(mode, "stderr");
  const bool is_file = mode == StdioMode::file;
  stdio.out = std::move(out.writer);
  stdio.err = std::move(err.writer);
  stdio.from_out = Output(Stream::out, std::move(out.reader), is_file);
  stdio.from_err = Output(Stream::err, std::move(err.reader), is_file);
  stdio.terminal = mode == StdioMode::tty;
  return stdio;
}

}  // namespace harness::watch
