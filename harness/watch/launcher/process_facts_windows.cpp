#include "watch/launcher/process_facts_windows.hpp"

#include <winternl.h>

#include <string_view>

#include "watch/launcher/command_line_windows.hpp"
#include "watch/launcher/text_windows.hpp"

namespace harness::watch {
namespace {

using Query = NTSTATUS(NTAPI*)(HANDLE, PROCESSINFOCLASS, PVOID, ULONG, PULONG);

/// All zero where it cannot be asked.
PROCESS_BASIC_INFORMATION basic_information_of(HANDLE process) {
  static const auto query = reinterpret_cast<Query>(reinterpret_cast<void*>(
      ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "NtQueryInformationProcess")));
  PROCESS_BASIC_INFORMATION information = {};
  if (query == nullptr ||
      query(process, ProcessBasicInformation, &information, sizeof information, nullptr) < 0)
    return {};
  return information;
}

template <class Value>
bool read_from(HANDLE process, const void* address, Value* values, std::size_t count) {
  SIZE_T done = 0;
  return address != nullptr && ::ReadProcessMemory(process, address, values, count * sizeof(Value), &done) &&
         done == count * sizeof(Value);
}

std::vector<std::string> argv_of(std::wstring_view command_line) {
  std::vector<std::string> argv;
  for (const WideWord& word : words_of(command_line))
    argv.push_back(utf8(word.text));
  return argv;
}

}  // namespace

DWORD creator_of(HANDLE process) {
  return static_cast<DWORD>(basic_information_of(process).InheritedFromUniqueProcessId);
}

std::uint64_t end_time_of(HANDLE process) {
  FILETIME created = {};
  FILETIME ended = {};
  FILETIME in_kernel = {};
  FILETIME in_user = {};
  if (process == nullptr || !::GetProcessTimes(process, &created, &ended, &in_kernel, &in_user)) return 0;
  return (std::uint64_t{ended.dwHighDateTime} << 32U) | ended.dwLowDateTime;
}

// From its own memory, since Wine 8 does not know ProcessCommandLineInformation.
std::vector<std::string> argv_of(HANDLE process) {
  PEB environment = {};
  RTL_USER_PROCESS_PARAMETERS parameters = {};
  if (!read_from(process, basic_information_of(process).PebBaseAddress, &environment, 1) ||
      !read_from(process, environment.ProcessParameters, &parameters, 1)) {
    return {};
  }
  std::wstring text(parameters.CommandLine.Length / sizeof(wchar_t), L'\0');
  if (!read_from(process, parameters.CommandLine.Buffer, text.data(), text.size())) return {};
  return argv_of(text);
}

}  // namespace harness::watch
