# exeunt_embed(OUTPUT FOLDER HEADER NAMESPACE FILE…) makes the C++ source OUTPUT, which holds the files of FOLDER as
# the texts that HEADER declares in NAMESPACE: site.css as site_css.
function(exeunt_embed output folder header namespace)
  list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE paths)
  list(JOIN ARGN "," files)
  set(script ${PROJECT_SOURCE_DIR}/cmake/EmbedTexts.cmake)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DFILES=${files} -DHEADER=${header} -DNAMESPACE=${namespace}
      -DOUTPUT=${output} -P ${script}
    DEPENDS ${paths} ${script} VERBATIM)
endfunction()
