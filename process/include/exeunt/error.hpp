#pragma once

#include <stdexcept>

// The errors that CPython raises for the same mistakes, by the same names and with the same texts. What the
// operating system refuses is a std::system_error whose what() names the step and the reason.

namespace exeunt {

/// The object is used in a way that its state forbids: started twice, joined before its start.
/// @see  the assert statements of multiprocessing.process.BaseProcess.
class AssertionError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// A closed object, a sentinel that is not there yet, an unknown start method.
/// @see  ValueError
class ValueError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// terminate() and kill() before start(); run() of an object that start() has emptied.
/// @see  AttributeError
class AttributeError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// A target or an argument that cannot cross to a process of the chosen start method.
/// @see  TypeError (and pickle.PicklingError)
class TypeError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// The start method is set a second time; a process is started where none can be.
/// @see  RuntimeError
class RuntimeError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace exeunt
