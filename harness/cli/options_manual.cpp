#include <algorithm>

#include "cli/options.hpp"
#include "cli/version.hpp"

namespace harness {
namespace {

// Text that roff takes for text: no line of it is a request, nothing in it an escape.
std::string roff(const std::string& text) {
  std::string escaped;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    begins_line = c == '\n';
  }
  return escaped;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string paragraphs(const std::string& text) {
  std::string result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    result += ".PP\n" + roff(text.substr(begin, end - begin)) + "\n";
    begin = end + 2;
  }
  return result;
}

std::string as_written(const std::string& text) {
  return ".nf\n" + roff(text) + (text.ends_with('\n') ? "" : "\n") + ".fi\n";
}

std::string tagged(const std::string& names, const std::string& placeholder, const std::string& help) {
  return ".TP\n\\fB" + roff(names) + "\\fR" +
         (placeholder.empty() ? "" : " \\fI" + roff(placeholder) + "\\fR") + "\n" + roff(help) + "\n";
}

std::string first_sentence(const std::string& text) {
  return text.substr(0, text.find_first_of(".\n:;,"));
}

}  // namespace

std::string Options::manual() const {
  std::string text = ".TH EXEUNT\\-" + upper(roff(command_)) + " 1 \"\" \"exeunt " + version() + "\"\n";
  text += ".SH NAME\nexeunt\\-" + roff(command_) + " \\- " + roff(first_sentence(description_)) + "\n";
  text += ".SH SYNOPSIS\n\\fBexeunt " + roff(command_) + "\\fR " + roff(synopsis_) + "\n";
  text += ".SH DESCRIPTION\n" + paragraphs(description_);
  for (const Entry& argument : arguments_)
    text += tagged(argument.names, "", argument.help);
  text += ".SH OPTIONS\n";
  std::string heading;
  for (const Entry& option : entries()) {
    if (option.heading != heading && option.heading != "options")
      text += ".SS " + roff(option.heading) + "\n";
    heading = option.heading;
    text += tagged(spaced_names(option.names), option.placeholder, option.help);
  }
  if (!epilogue_.empty()) text += ".SH NOTES\n" + as_written(epilogue_);
  return text + ".SH EXIT STATUS\n" + as_written(exit_status_lines(exit_statuses_)) +
         ".SH SEE ALSO\n\\fBexeunt\\fR(1)\n";
}

}  // namespace harness
