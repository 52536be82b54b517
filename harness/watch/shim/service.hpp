#pragma once

namespace harness::watch {

/// What the command line of the shim says.
struct ServiceOptions {
  int control = -1;            ///< a stream socket to the harness
  bool first_process = false;  ///< process 1 of a namespace
  bool private_base = false;   ///< `base` is a mount that only this shim's programs see
  bool in_place = false;       ///< programs run in this process's session, with its descriptors
  bool sandboxed = false;      ///< what it runs are strangers' programs: one, and then it ends
  bool probe = false;          ///< find out first which levels work
  const char* base = "";       ///< folder below which programs work
};

/// Carries out the harness's orders one after another until the harness closes the socket or ends.
/// @return the exit status of the shim; why it is not 0 is on the standard error.
int serve(const ServiceOptions& options);

}  // namespace harness::watch
