#include <windows.h>

#include <csignal>

#include <cstdlib>
#include <thread>

#include "descriptor_windows.hpp"
#include "probe.hpp"

namespace exeunt::testing {

const exitcode_type interrupted_exitcode = 0xC000013A;
const char* const killed_text = "-SIGTERM";

namespace {

/// The reading end is this process's own.
struct OutputPipe {
  detail::UniqueFd reading, writing;
  OutputPipe() {
    HANDLE ends[2] = {};
    EXPECT_TRUE(::CreatePipe(&ends[0], &ends[1], nullptr, 0));
    reading = detail::UniqueFd(ends[0]);
    const detail::UniqueFd own(ends[1]);
    writing = detail::inheritable_copy(own.get(), "pipe");
  }

  /// To its end; a line's end is '\n'.
  std::string read() {
    writing.reset();
    std::string text;
    char buffer[4096];
    for (DWORD count = 0; ::ReadFile(reading.get(), buffer, sizeof buffer, &count, nullptr) && count > 0;)
      text.append(buffer, count);
    for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;)
      text.erase(at, 1);
    return text;
  }
};

detail::UniqueFd launch_probe(const std::string& name, const OutputPipe& out, const OutputPipe& err) {
  STARTUPINFOW how = {};
  how.cb = sizeof how;
  how.dwFlags = STARTF_USESTDHANDLES;
  how.hStdInput = ::GetStdHandle(STD_INPUT_HANDLE);
  how.hStdOutput = out.writing.get();
  how.hStdError = err.writing.get();
  wchar_t path[MAX_PATH] = {};
  ::GetModuleFileNameW(nullptr, path, MAX_PATH);
  std::wstring command = L"process_tests --probe " + std::wstring(name.begin(), name.end());
  PROCESS_INFORMATION made = {};
  EXPECT_TRUE(
      ::CreateProcessW(path, command.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &how, &made));
  const detail::UniqueFd thread(made.hThread);
  return detail::UniqueFd(made.hProcess);
}

}  // namespace

Outcome run_probe(const std::string& name, StartMethod method) {
  ::_putenv_s("EXEUNT_START_METHOD", std::string(to_string(method)).c_str());
  OutputPipe out;
  OutputPipe err;
  const detail::UniqueFd process = launch_probe(name, out, err);
  ::_putenv_s("EXEUNT_START_METHOD", "");
  Outcome outcome;
  std::thread reader([&] { outcome.err = err.read(); });
  outcome.out = out.read();
  reader.join();
  ::WaitForSingleObject(process.get(), INFINITE);
  DWORD status = 0;
  ::GetExitCodeProcess(process.get(), &status);
  outcome.status = status;
  return outcome;
}

void interrupt_own_process() {
  std::raise(SIGINT);
}

bool are_relayed(StartMethod) {
  return false;
}

int open_descriptors() {
  DWORD count = 0;
  ::GetProcessHandleCount(::GetCurrentProcess(), &count);
  return static_cast<int>(count);
}

}  // namespace exeunt::testing
