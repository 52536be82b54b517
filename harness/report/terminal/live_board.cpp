#include "report/terminal/live_board.hpp"

#include <algorithm>
#include <utility>

#include "report/terminal/board_lines.hpp"
#include "report/terminal/case_lines.hpp"
#include "report/terminal/closing.hpp"

namespace harness {
namespace {

constexpr const char* hide_cursor = "\x1b[?25l";
constexpr const char* show_cursor = "\x1b[?25h";
constexpr const char* clear_to_line_end = "\x1b[K";
constexpr const char* clear_below = "\x1b[J";
constexpr int narrowest = 20;

}  // namespace

LiveBoard::LiveBoard(std::ostream& terminal, Style style, Detail detail, std::filesystem::path base,
                     std::function<TerminalSize()> size, std::function<Progress::Clock::time_point()> now)
    : terminal_(terminal),
      style_(style),
      detail_(detail),
      base_(std::move(base)),
      size_(std::move(size)),
      now_(std::move(now)) {
  measure();
}

LiveBoard::~LiveBoard() {
  if (cursor_hidden_) terminal_ << show_cursor << std::flush;
}

void LiveBoard::measure() {
  measured_ = size_();
  style_.columns = std::max(measured_.columns - 1, narrowest);
}

// Moves to the first line of the last frame. Lines that a narrower terminal has wrapped since take several
// rows.
std::string LiveBoard::erased() const {
  int rows = 0;
  for (const int columns : drawn_)
    rows += std::max((columns - 1) / std::max(measured_.columns, 1), 0) + 1;
  if (rows == 0) return "";
  return "\r\x1b[" + std::to_string(rows) + "A";
}

void LiveBoard::draw(const std::string& above) {
  measure();
  std::string frame = erased();
  if (!above.empty()) frame += clear_below + above;
  drawn_.clear();
  for (const Line& line : board_lines(progress_, style_, measured_.rows - 1, now_())) {
    const std::string text = render(line, style_);
    drawn_.push_back(std::min(columns_of(line), style_.columns));
    frame += text + clear_to_line_end + "\n";
  }
  terminal_ << frame + clear_below << std::flush;
}

void LiveBoard::started(const RunPlan& plan) {
  facts_ = facts_of(plan);
  progress_.started(plan, now_());
  if (detail_ == Detail::quiet) return;
  terminal_ << hide_cursor;
  cursor_hidden_ = true;
  draw("");
}

void LiveBoard::started_case(const Case& c) {
  progress_.started_case(c, now_());
}

void LiveBoard::finished(const CaseResult& result) {
  progress_.finished(result, now_());
  failures_.add(result);
  if (detail_ == Detail::verbose) draw(render(case_lines(result, style_), style_));
}

void LiveBoard::tick() {
  if (detail_ != Detail::quiet) draw("");
}

void LiveBoard::ended(const Summary& summary) {
  if (detail_ != Detail::quiet) {
    draw("");
    terminal_ << show_cursor << "\n";
    cursor_hidden_ = false;
  }
  drawn_.clear();
  measure();
  terminal_ << render(closing_lines(failures_, summary, facts_, style_, base_), style_) << std::flush;
}

}  // namespace harness
