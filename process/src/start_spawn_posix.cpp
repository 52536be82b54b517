#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>

#include <exeunt/error.hpp>

#include "descriptor_posix.hpp"
#include "file_transfer.hpp"
#include "launch.hpp"
#include "prelude.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

namespace {

// What fits into a pipe of the least capacity is written before the child exists, and waits for it there.
constexpr std::size_t longest_in_pipe = 4096;

struct Header {
  std::size_t size;     ///< of what follows the handles
  std::size_t handles;  ///< their numbers follow
  sigset_t signals;     ///< the mask to go on with
};

std::string with_header(const Encoder& out, const sigset_t& signals) {
  Header header;
  std::memset(&header, 0, sizeof header);
  header.size = out.data().size();
  header.handles = out.handles().size();
  header.signals = signals;
  std::string text(reinterpret_cast<const char*>(&header), sizeof header);
  text.append(reinterpret_cast<const char*>(out.handles().data()), header.handles * sizeof(native_handle));
  return text + out.data();
}

UniqueFd file_with(const std::string& text) {
  if (text.size() > longest_in_pipe) {
    UniqueFd file = file_in_memory(text, "make room for the arguments");
    ::lseek(file.get(), 0, SEEK_SET);
    return file;
  }
  auto [reading, writing] = make_pipe("make a pipe for the arguments");
  if (::write(writing.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw_errno("write the arguments");
  }
  return std::move(reading);
}

/// A file front to back; mostly one call reads all there is.
class Reader {
 public:
  explicit Reader(native_handle file) : file_(file) {}

  /// @throws  RuntimeError  when there is less.
  void read(void* data, std::size_t size) {
    char* to = static_cast<char*>(data);
    while (size > 0) {
      if (begin_ == end_) fill();
      const std::size_t count = std::min(size, end_ - begin_);
      std::memcpy(to, buffer_ + begin_, count);
      begin_ += count;
      to += count;
      size -= count;
    }
  }

 private:
  void fill() {
    ssize_t count = 0;
    while ((count = ::read(file_, buffer_, sizeof buffer_)) < 0 && errno == EINTR) {
    }
    if (count <= 0) throw RuntimeError("what crossed to this process is incomplete");
    begin_ = 0;
    end_ = static_cast<std::size_t>(count);
  }

  native_handle file_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  char buffer_[longest_in_pipe];
};

/// They crossed an exec and shall not cross another. The same may have been given twice: then the second is a
/// copy.
void own_each(std::vector<native_handle>& handles) {
  std::set<native_handle> seen;
  for (native_handle& handle : handles) {
    set_close_on_exec(handle);
    if (seen.insert(handle).second) continue;
    handle = ::fcntl(handle, F_DUPFD_CLOEXEC, 3);
    if (handle < 0) throw_errno("copy a descriptor");
  }
}

}  // namespace

void start_by_spawn(const std::shared_ptr<ProcessState>& state) {
  ChildPlace place(state);
  Encoder out;
  const native_handle null = write_spawn_prelude(out, *state);
  const SignalsHeld held;
  const UniqueFd arguments = file_with(with_header(out, held.before()));
  std::vector<native_handle> inherited = out.handles();
  inherited.push_back(arguments.get());
  Launched child = launch_self(program_name(), spawn_role, std::to_string(arguments.get()), inherited, null);
  place.fill(Child(child.pid, std::move(child.handle)));
}

Process& begin_spawned_child(const char* argument) {
  const UniqueFd file(std::atoi(argument));
  Reader reader(file.get());
  Header header;
  reader.read(&header, sizeof header);
  std::vector<native_handle> handles(header.handles);
  reader.read(handles.data(), handles.size() * sizeof(native_handle));
  std::string text(header.size, '\0');
  reader.read(text.data(), text.size());
  if (must_close_others(argument)) {
    std::vector<native_handle> kept = handles;
    kept.push_back(file.get());
    close_others(kept);
  }
  own_each(handles);
  Decoder in(text, std::move(handles));
  UniqueFd parent_ended(in.handle());
  std::shared_ptr<ProcessState> state = read_prelude(in);
  begin_fresh_child(std::move(state), StartMethod::spawn, std::move(parent_ended));
  ::pthread_sigmask(SIG_SETMASK, &header.signals, nullptr);
  return current_process();
}

}  // namespace exeunt::detail
