#pragma once

// Processes with the semantics of CPython's multiprocessing, under three start methods.

#include <exeunt/auth_key.hpp>
#include <exeunt/error.hpp>
#include <exeunt/event.hpp>
#include <exeunt/exit.hpp>
#include <exeunt/parent_process.hpp>
#include <exeunt/pipe.hpp>
#include <exeunt/platform.hpp>
#include <exeunt/process_object.hpp>
#include <exeunt/run_main.hpp>
#include <exeunt/start_method.hpp>
#include <exeunt/wait.hpp>
