#include "launch_windows.hpp"

#include <windows.h>

#include <string_view>
#include <vector>

#include "descriptor_windows.hpp"

namespace exeunt::detail {

namespace {

std::wstring path_of_executable() {
  std::wstring path(MAX_PATH, L'\0');
  for (;;) {
    const DWORD length = ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    if (length == 0) throw_last_error("find the program's own file");
    if (length < path.size()) return path.substr(0, length);
    path.resize(2 * path.size());
  }
}

/// Of characters that are the same in every encoding.
std::wstring widened(std::string_view plain) {
  return std::wstring(plain.begin(), plain.end());
}

/// Empty where this process has none.
UniqueFd standard_stream(DWORD which) {
  const HANDLE handle = ::GetStdHandle(which);
  DWORD flags = 0;
  if (handle == nullptr || handle == INVALID_HANDLE_VALUE || !::GetHandleInformation(handle, &flags))
    return {};
  return inheritable_copy(handle, "copy a standard stream");
}

/// Which handles a process inherits, however many others are inheritable.
class HandleList {
 public:
  explicit HandleList(std::vector<HANDLE> handles) : handles_(std::move(handles)) {
    SIZE_T size = 0;
    ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    if (!::InitializeProcThreadAttributeList(get(), 1, 0, &size)) throw_last_error("make a list of handles");
    if (!::UpdateProcThreadAttribute(get(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                                     handles_.size() * sizeof(HANDLE), nullptr, nullptr)) {
      ::DeleteProcThreadAttributeList(get());
      throw_last_error("make a list of handles");
    }
  }
  ~HandleList() { ::DeleteProcThreadAttributeList(get()); }
  HandleList(const HandleList&) = delete;
  HandleList& operator=(const HandleList&) = delete;

  LPPROC_THREAD_ATTRIBUTE_LIST get() {
    return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data());
  }

 private:
  std::vector<HANDLE> handles_;  // the list points to them
  std::vector<char> memory_;
};

}  // namespace

Launched launch_self(const char* role, const std::string& argument, std::span<const UniqueFd> inherited,
                     native_handle null) {
  const UniqueFd in = inheritable_copy(null, "copy the null device");
  const UniqueFd out = standard_stream(STD_OUTPUT_HANDLE);
  const UniqueFd err = standard_stream(STD_ERROR_HANDLE);
  std::vector<HANDLE> handles;
  for (const UniqueFd& handle : inherited)
    handles.push_back(handle.get());
  for (const UniqueFd* stream : {&in, &out, &err}) {
    if (*stream) handles.push_back(stream->get());
  }
  HandleList list(std::move(handles));
  STARTUPINFOEXW how = {};
  how.StartupInfo.cb = sizeof how;
  how.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  how.StartupInfo.hStdInput = in.get();
  how.StartupInfo.hStdOutput = out.get();
  how.StartupInfo.hStdError = err.get();
  how.lpAttributeList = list.get();
  const std::wstring path = path_of_executable();
  std::wstring command = L"\"" + path + L"\" " + widened(role) + L" " + widened(argument);
  PROCESS_INFORMATION made = {};
  if (!::CreateProcessW(path.c_str(), command.data(), nullptr, nullptr, TRUE, EXTENDED_STARTUPINFO_PRESENT,
                        nullptr, nullptr, &how.StartupInfo, &made)) {
    throw_last_error("CreateProcess of the program's own file");
  }
  const UniqueFd thread(made.hThread);
  return {static_cast<pid_type>(made.dwProcessId), UniqueFd(made.hProcess)};
}

}  // namespace exeunt::detail
