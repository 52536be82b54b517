#include "watch/launcher/job_windows.hpp"

#include <cstddef>

#include "watch/launcher/system_error_windows.hpp"

namespace harness::watch {

Job::Job()
    : job_(::CreateJobObjectW(nullptr, nullptr)),
      port_(::CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 1)) {
  if (!job_ || !port_) throw_last_error("make a job");
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  JOBOBJECT_ASSOCIATE_COMPLETION_PORT messages = {this, port_.get()};
  if (!::SetInformationJobObject(job_.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits) ||
      !::SetInformationJobObject(job_.get(), JobObjectAssociateCompletionPortInformation, &messages,
                                 sizeof messages)) {
    throw_last_error("set up a job");
  }
}

void Job::add(HANDLE process) {
  if (!::AssignProcessToJobObject(job_.get(), process)) throw_last_error("put the program into its job");
}

std::optional<JobMessage> Job::next(std::chrono::milliseconds limit) {
  DWORD message = 0;
  ULONG_PTR key = 0;
  OVERLAPPED* value = nullptr;
  while (
      ::GetQueuedCompletionStatus(port_.get(), &message, &key, &value, static_cast<DWORD>(limit.count()))) {
    const auto pid = static_cast<DWORD>(reinterpret_cast<std::uintptr_t>(value));
    switch (message) {
      case JOB_OBJECT_MSG_NEW_PROCESS:
        return JobMessage{JobMessage::Kind::created, pid};
      case JOB_OBJECT_MSG_EXIT_PROCESS:
      case JOB_OBJECT_MSG_ABNORMAL_EXIT_PROCESS:
        return JobMessage{JobMessage::Kind::ended, pid};
      case JOB_OBJECT_MSG_ACTIVE_PROCESS_ZERO:
        return JobMessage{JobMessage::Kind::empty};
      default:
        break;
    }
  }
  return std::nullopt;
}

std::vector<DWORD> Job::pids() const {
  std::size_t room = 64;
  for (;;) {
    std::vector<std::byte> memory(sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + room * sizeof(ULONG_PTR));
    auto& list = *reinterpret_cast<JOBOBJECT_BASIC_PROCESS_ID_LIST*>(memory.data());
    if (::QueryInformationJobObject(job_.get(), JobObjectBasicProcessIdList, &list,
                                    static_cast<DWORD>(memory.size()), nullptr)) {
      const ULONG_PTR* const first = list.ProcessIdList;
      return std::vector<DWORD>(first, first + list.NumberOfProcessIdsInList);
    }
    if (::GetLastError() != ERROR_MORE_DATA) throw_last_error("list the processes of a job");
    room *= 2;
  }
}

bool Job::has(HANDLE process) const {
  BOOL inside = FALSE;
  return ::IsProcessInJob(process, job_.get(), &inside) && inside;
}

void Job::kill(DWORD status) {
  ::TerminateJobObject(job_.get(), status);
}

}  // namespace harness::watch
