#include <windows.h>

#include <cstdlib>
#include <cstring>

#include <exeunt/error.hpp>

#include "descriptor_windows.hpp"
#include "launch_windows.hpp"
#include "prelude.hpp"
#include "roles.hpp"
#include "start.hpp"

namespace exeunt::detail {

namespace {

// What crosses lies in memory that both share: a header, the handles, the bytes. The new process inherits
// that memory's handle, whose number is its argument, and the other handles under the numbers that stand
// there.
struct Header {
  std::size_t size;     ///< of the bytes
  std::size_t handles;  ///< their numbers come first
};

class View {
 public:
  View(native_handle memory, DWORD access) : begin_(::MapViewOfFile(memory, access, 0, 0, 0)) {}
  ~View() {
    if (begin_ != nullptr) ::UnmapViewOfFile(begin_);
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  char* begin() const { return static_cast<char*>(begin_); }
  std::size_t size() const {
    MEMORY_BASIC_INFORMATION information = {};
    return ::VirtualQuery(begin_, &information, sizeof information) == 0 ? 0 : information.RegionSize;
  }

 private:
  void* begin_;
};

std::string with_header(const std::vector<UniqueFd>& handles, const std::string& bytes) {
  const Header header{bytes.size(), handles.size()};
  std::string text(reinterpret_cast<const char*>(&header), sizeof header);
  for (const UniqueFd& handle : handles) {
    const native_handle number = handle.get();
    text.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  return text + bytes;
}

UniqueFd shared_memory_with(const std::string& text) {
  const std::uint64_t size = text.size();
  const UniqueFd memory(::CreateFileMappingW(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE,
                                             static_cast<DWORD>(size >> 32), static_cast<DWORD>(size),
                                             nullptr));
  if (!memory) throw_last_error("make room for the arguments");
  const View view(memory.get(), FILE_MAP_WRITE);
  if (view.begin() == nullptr) throw_last_error("make room for the arguments");
  std::memcpy(view.begin(), text.data(), text.size());
  return inheritable_copy(memory.get(), "make room for the arguments");
}

struct Crossed {
  std::string bytes;
  std::vector<native_handle> handles;
};

Crossed read_shared_memory(native_handle memory) {
  const View view(memory, FILE_MAP_READ);
  const std::size_t size = view.begin() == nullptr ? 0 : view.size();
  Header header{};
  if (size >= sizeof header) std::memcpy(&header, view.begin(), sizeof header);
  const std::size_t rest = size < sizeof header ? 0 : size - sizeof header;
  if (header.handles == 0 || header.handles > rest / sizeof(native_handle) ||
      header.size > rest - header.handles * sizeof(native_handle)) {
    throw RuntimeError("what crossed to this process is incomplete");
  }
  Crossed crossed{{}, std::vector<native_handle>(header.handles)};
  const char* const numbers = view.begin() + sizeof header;
  std::memcpy(crossed.handles.data(), numbers, header.handles * sizeof(native_handle));
  crossed.bytes.assign(numbers + header.handles * sizeof(native_handle), header.size);
  return crossed;
}

}  // namespace

void start_by_spawn(const std::shared_ptr<ProcessState>& state) {
  ChildPlace place(state);
  Encoder out;
  const native_handle null = write_spawn_prelude(out, *state);
  std::vector<UniqueFd> inherited;
  for (const native_handle handle : out.handles())
    inherited.push_back(inheritable_copy(handle, "copy a handle for the child"));
  inherited.push_back(shared_memory_with(with_header(inherited, out.data())));
  const auto number = reinterpret_cast<std::uintptr_t>(inherited.back().get());
  Launched child = launch_self(spawn_role, std::to_string(number), inherited, null);
  place.fill(Child(child.pid, std::move(child.handle)));
}

Process& begin_spawned_child(const char* argument) {
  const UniqueFd memory(reinterpret_cast<native_handle>(std::strtoull(argument, nullptr, 10)));
  Crossed crossed = read_shared_memory(memory.get());
  for (const native_handle handle : crossed.handles)  // they shall not cross another time
    ::SetHandleInformation(handle, HANDLE_FLAG_INHERIT, 0);
  Decoder in(crossed.bytes, std::move(crossed.handles));
  UniqueFd parent_ended(in.handle());
  std::shared_ptr<ProcessState> state = read_prelude(in);
  begin_fresh_child(std::move(state), StartMethod::spawn, std::move(parent_ended));
  return current_process();
}

}  // namespace exeunt::detail
