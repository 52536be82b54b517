#include "cli/streams.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>

#include "cli/machinery.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

TerminalSize own_size() {
  winsize size{};
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
      return {size.ws_col, size.ws_row};
    }
  }
  return {};
}

std::optional<std::string> own_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

std::string value_of(const Streams& streams, const char* name) {
  return streams.environment(name).value_or("");
}

bool is_utf8_locale(const Streams& streams) {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    if (locale.empty()) locale = value_of(streams, name);
  }
  std::string letters;
  for (const char c : locale) {
    if (c != '-') letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return letters.find("utf8") != std::string::npos;
}

bool is_terminal(const Streams& streams, bool to_error) {
  return to_error ? streams.err_is_terminal : streams.out_is_terminal;
}

}  // namespace

Streams own_streams() {
  std::ios_base::sync_with_stdio(false);
  return {std::cin,
          std::cout,
          std::cerr,
          ::isatty(STDIN_FILENO) == 1,
          ::isatty(STDOUT_FILENO) == 1,
          ::isatty(STDERR_FILENO) == 1,
          own_size,
          own_environment,
          own_machinery()};
}

bool can_redraw(const Streams& streams, bool to_error) {
  return is_terminal(streams, to_error) && value_of(streams, "TERM") != "dumb";
}

Style style_for(const Streams& streams, const std::string& when, bool to_error) {
  Style style;
  if (when == "always") {
    style.colour = true;
  } else if (when == "auto") {
    style.colour = can_redraw(streams, to_error) && value_of(streams, "NO_COLOR").empty();
  } else if (when != "never") {
    throw UsageError("--color: '" + when + "' is none of auto, always, never");
  }
  style.unicode = is_utf8_locale(streams);
  style.columns = is_terminal(streams, to_error) ? std::max(streams.size().columns - 1, 20) : 0;
  return style;
}

}  // namespace harness
