# Writes OUTPUT, a C++ source that holds FILES of FOLDER as texts that HEADER declares in NAMESPACE:
# cmake -DFOLDER=… -DFILES=a.css,b.html -DHEADER=… -DNAMESPACE=… -DOUTPUT=… -P EmbedTexts.cmake
string(REPLACE "," ";" FILES "${FILES}")
set(text "#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n")
foreach(file ${FILES})
  file(READ ${FOLDER}/${file} content)
  string(REPLACE "." "_" name ${file})
  string(APPEND text "const std::string_view ${name} = R\"text(${content})text\";\n\n")
endforeach()
string(APPEND text "}  // namespace ${NAMESPACE}\n")
file(WRITE ${OUTPUT} "${text}")
