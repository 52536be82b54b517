// At its end a program first ends its daemons, then waits for its other children.
//
// The child waits until nobody is left who could send: until the daemon is gone. Were the order another one,
// it would wait for ever.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

#include <unistd.h>

void hold(exeunt::Pipe) {
  while (true)
    ::pause();
}

void task(exeunt::Pipe receiving) {
  receiving.close_sending();
  receiving.receive();
  print("Daemon is gone");
}

void program() {
  exeunt::Pipe pipe;
  exeunt::Process daemon({.daemon = true}, hold, pipe);
  daemon.start();
  exeunt::Process child(task, pipe);
  child.start();
  pipe.close_sending();
}

EXEUNT_MAIN(program)
