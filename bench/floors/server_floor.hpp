#pragma once

#include <string>

#include "sampling/sample.hpp"

namespace bench {

/// A bare fork server: this program started again in the role of serve_bare_forks(). It makes children of its
/// creator, which do nothing but end. It ends with this object, or with its creator.
class BareServer {
 public:
  /// @throws  std::system_error
  BareServer(const std::string& program, const char* role);
  ~BareServer();
  BareServer(const BareServer&) = delete;
  BareServer& operator=(const BareServer&) = delete;

  /// One child asked for, made and waited for.
  Sample fork_exit_wait();

 private:
  int socket_ = -1;
  int pid_ = -1;
};

/// The server's life. @param socket  its number.
[[noreturn]] void serve_bare_forks(const char* socket);

}  // namespace bench
