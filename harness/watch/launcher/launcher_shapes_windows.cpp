// Programs of known shape, for the launcher to run: launcher_shapes SHAPE [NUMBER]

#include <windows.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// This program in another shape; the caller's to wait for, or not.
HANDLE start(const std::wstring& shape) {
  wchar_t path[MAX_PATH] = {};
  ::GetModuleFileNameW(nullptr, path, MAX_PATH);
  std::wstring command_line = L"launcher_shapes " + shape;
  STARTUPINFOW how = {};
  how.cb = sizeof how;
  PROCESS_INFORMATION made = {};
  if (!::CreateProcessW(path, command_line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &how, &made))
    std::abort();
  ::CloseHandle(made.hThread);
  return made.hProcess;
}

void wait(HANDLE process) {
  ::WaitForSingleObject(process, INFINITE);
}

/// Is not waited for, and ends when its creator has ended, whose handle it is given.
int outlive(const char* creator) {
  wait(reinterpret_cast<HANDLE>(std::strtoull(creator, nullptr, 10)));
  return 5;
}

int leave_an_orphan() {
  HANDLE self = nullptr;
  const HANDLE pseudo = ::GetCurrentProcess();
  ::DuplicateHandle(pseudo, pseudo, pseudo, &self, SYNCHRONIZE, TRUE, 0);
  start(L"outlive " + std::to_wstring(reinterpret_cast<std::uintptr_t>(self)));
  return 2;
}

int terminate_a_child() {
  const HANDLE child = start(L"hang");
  ::TerminateProcess(child, 0x10000);
  wait(child);
  return 0;
}

int crash() {
  ::RaiseException(EXCEPTION_ACCESS_VIOLATION, EXCEPTION_NONCONTINUABLE, 0, nullptr);
  return 0;
}

int hang() {
  ::Sleep(INFINITE);
  return 0;
}

int flood() {
  const std::string piece(1000, 'x');
  for (int i = 0; i < 1000; ++i)
    std::fwrite(piece.data(), 1, piece.size(), stdout);
  return 0;
}

int say() {
  std::fputs("out\n", stdout);
  std::fputs("err\n", stderr);
  return 0;
}

int show(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    std::printf("[%s]\n", argv[i]);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view shape = argc > 1 ? argv[1] : "";
  const char* value = argc > 2 ? argv[2] : "0";
  if (shape == "exit") return static_cast<int>(std::strtoul(value, nullptr, 10));
  if (shape == "say") return say();
  if (shape == "show") return show(argc, argv);
  if (shape == "flood") return flood();
  if (shape == "crash") return crash();
  if (shape == "hang") return hang();
  if (shape == "outlive") return outlive(value);
  if (shape == "orphan") return leave_an_orphan();
  if (shape == "terminate") return terminate_a_child();
  if (shape == "leak") return start(L"hang"), 4;
  if (shape == "parent") return wait(start(L"exit 3")), wait(start(L"exit 300")), 1;
  if (shape == "grandparent") return wait(start(L"parent")), 0;
  return 99;
}
