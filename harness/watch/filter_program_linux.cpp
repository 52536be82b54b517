#include <linux/audit.h>
#include <linux/seccomp.h>

#include <cstddef>
#include <cstdint>

#include "watch/filter_program.hpp"

namespace harness::watch {
namespace {

#if defined(__x86_64__)
constexpr unsigned own_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_architecture = AUDIT_ARCH_AARCH64;
#elif defined(__i386__)
constexpr unsigned own_architecture = AUDIT_ARCH_I386;
#else
#error "the architecture's AUDIT_ARCH number is not known here"
#endif

sock_filter statement(unsigned code, unsigned value) {
  return {static_cast<std::uint16_t>(code), 0, 0, value};
}

// Skips `matched` instructions when equal, `other` when not.
sock_filter jump_if_equal(unsigned value, unsigned matched, unsigned other) {
  return {static_cast<std::uint16_t>(BPF_JMP | BPF_JEQ | BPF_K), static_cast<std::uint8_t>(matched),
          static_cast<std::uint8_t>(other), value};
}

}  // namespace

FilterProgram::FilterProgram(std::span<const int> calls, unsigned action) {
  const auto count = static_cast<unsigned>(calls.size());
  code_.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
  code_.push_back(jump_if_equal(own_architecture, 0, count + 1));
  code_.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
  for (unsigned i = 0; i < count; ++i) {
    code_.push_back(jump_if_equal(static_cast<unsigned>(calls[i]), count - i, 0));
  }
  code_.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  code_.push_back(statement(BPF_RET | BPF_K, action));
  program_ = {static_cast<unsigned short>(code_.size()), code_.data()};
}

}  // namespace harness::watch
