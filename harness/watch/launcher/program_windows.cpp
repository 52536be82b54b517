#include "watch/launcher/program_windows.hpp"

#include <array>
#include <vector>

#include "watch/launcher/system_error_windows.hpp"
#include "watch/launcher/text_windows.hpp"

namespace harness::watch {
namespace {

constexpr DWORD killed_before_it_ran = 125;

UniqueHandle inheritable(HANDLE handle) {
  HANDLE copy = nullptr;
  const HANDLE self = ::GetCurrentProcess();
  if (!::DuplicateHandle(self, handle, self, &copy, 0, TRUE, DUPLICATE_SAME_ACCESS)) return {};
  return UniqueHandle(copy);
}

struct Pipe {
  UniqueHandle reader, writer;  ///< the writer is inheritable
};

Pipe open_pipe() {
  HANDLE reader = nullptr;
  HANDLE writer = nullptr;
  if (!::CreatePipe(&reader, &writer, nullptr, 0)) throw_last_error("make a pipe");
  const UniqueHandle own(writer);
  return {UniqueHandle(reader), inheritable(own.get())};
}

/// The handles that a process inherits.
class Inherited {
 public:
  explicit Inherited(std::array<HANDLE, 3> streams) {
    for (const HANDLE stream : streams) {
      if (stream != nullptr) handles_.push_back(stream);
    }
    SIZE_T size = 0;
    ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    if (!::InitializeProcThreadAttributeList(list(), 1, 0, &size)) throw_last_error("list what is inherited");
    if (!::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(),
                                     handles_.size() * sizeof(HANDLE), nullptr, nullptr)) {
      ::DeleteProcThreadAttributeList(list());
      throw_last_error("list what is inherited");
    }
  }
  ~Inherited() { ::DeleteProcThreadAttributeList(list()); }
  Inherited(const Inherited&) = delete;
  Inherited& operator=(const Inherited&) = delete;

  LPPROC_THREAD_ATTRIBUTE_LIST list() {
    return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data());
  }

 private:
  std::vector<HANDLE> handles_;
  std::vector<char> memory_;
};

}  // namespace

Program start_program(const Options& options, Job& job) {
  // Inherited. Wine heeds it not: WINEDLLOVERRIDES=winedbg.exe=d keeps its debugger away.
  ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  Pipe out = open_pipe();
  Pipe err = open_pipe();
  const UniqueHandle in = inheritable(::GetStdHandle(STD_INPUT_HANDLE));
  Inherited inherited({in.get(), out.writer.get(), err.writer.get()});
  STARTUPINFOEXW how = {};
  how.StartupInfo.cb = sizeof how;
  how.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  how.StartupInfo.hStdInput = in.get();
  how.StartupInfo.hStdOutput = out.writer.get();
  how.StartupInfo.hStdError = err.writer.get();
  how.lpAttributeList = inherited.list();
  const std::wstring file = wide(options.program.front());
  std::wstring command_line = wide(options.command_line);
  PROCESS_INFORMATION made = {};
  if (!::CreateProcessW(file.c_str(), command_line.data(), nullptr, nullptr, TRUE,
                        CREATE_SUSPENDED | EXTENDED_STARTUPINFO_PRESENT, nullptr, nullptr, &how.StartupInfo,
                        &made)) {
    throw_last_error("cannot start '" + options.program.front() + "'");
  }
  Program program{UniqueHandle(made.hProcess), made.dwProcessId, std::move(out.reader),
                  std::move(err.reader)};
  const UniqueHandle thread(made.hThread);
  try {
    job.add(program.process.get());
  } catch (...) {
    ::TerminateProcess(program.process.get(), killed_before_it_ran);
    throw;
  }
  ::ResumeThread(thread.get());
  return program;
}

}  // namespace harness::watch
