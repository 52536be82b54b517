#pragma once

#include <optional>
#include <string>
#include <vector>

namespace harness {

/// Charts as SVG elements. Their colours are the classes s0 to s5 and the styles of the page they stand in.
struct ChartAxis {
  std::string title;
  bool logarithmic = true;
};

struct ChartPoint {
  double x = 0;
  double y = 0;
};

struct ChartSeries {
  std::string name;
  int colour = 0;  ///< 0 to 5
  bool dashed = false;
  std::vector<ChartPoint> points;  ///< above 0 where the axis is logarithmic; in order of x
};

/// Lines over a plane, with a legend below.
std::string line_chart(const std::string& title, const ChartAxis& x, const ChartAxis& y,
                       const std::vector<ChartSeries>& series);

struct ChartBar {
  std::string name;
  double value = 0;
  std::string text;  ///< the value as it is shown
  int colour = 0;
};

/// Horizontal bars on a logarithmic axis, and the floor as a line at 1.
std::string bar_chart(const std::string& title, const std::string& axis, const std::vector<ChartBar>& bars);

}  // namespace harness
