# Writes OUTPUT, a C++ source that holds the files of FOLDER as texts: cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
set(text "#include \"report/pages.hpp\"\n\nnamespace harness::pages {\n\n")
foreach(file site.css site.js timeline.html watch.html run.html index.html feedback.html class.html compare.html)
  file(READ ${FOLDER}/${file} content)
  string(REPLACE "." "_" name ${file})
  string(APPEND text "const std::string_view ${name} = R\"page(${content})page\";\n\n")
endforeach()
string(APPEND text "}  // namespace harness::pages\n")
file(WRITE ${OUTPUT} "${text}")
