#pragma once

#include <string_view>

namespace harness::pages {

/// The files of pages/, put into the program when it is built.
extern const std::string_view site_css;
extern const std::string_view site_js;
extern const std::string_view timeline_html;
extern const std::string_view watch_html;
extern const std::string_view run_html;
extern const std::string_view index_html;
extern const std::string_view feedback_html;
extern const std::string_view class_html;
extern const std::string_view compare_html;

}  // namespace harness::pages
