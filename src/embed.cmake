# Data files inside the library, byte for byte.
#
#   rawi_embed(<target> <root> <header> <function> <folder>...)
#
# adds to <target> a source that defines <function> (declared in <header>, see language/embedded.hpp): every file below
# <root>/<folder>, sorted by folder and name. The source is written anew when one of the files changes, appears or goes.
# Notes for readers (*.md) and hidden files stay out.
#
# Each byte becomes an escape \xHH of a string literal: no delimiter, no NUL and no encoding can come in its way, and the
# compiler takes a megabyte of it in a quarter of a second (an array of numbers takes a hundred times that).

if(NOT CMAKE_SCRIPT_MODE_FILE)
  function(rawi_embed target root header function)
    set(entries)
    set(folders ${ARGN})
    list(SORT folders)
    foreach(folder IN LISTS folders)
      file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE ${root}/${folder} ${root}/${folder}/*)
      list(FILTER names EXCLUDE REGEX "(^|/)\\.|\\.md$")
      list(SORT names)
      list(TRANSFORM names PREPEND "${folder}/")
      list(APPEND entries ${names})
    endforeach()

    string(MAKE_C_IDENTIFIER ${function} stem)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${stem}.cpp)
    set(list ${CMAKE_CURRENT_BINARY_DIR}/${stem}.txt)
    list(JOIN entries "\n" lines)
    file(CONFIGURE OUTPUT ${list} CONTENT "${lines}" @ONLY)  # touched only when the list of files is another one
    list(TRANSFORM entries PREPEND "${root}/" OUTPUT_VARIABLE inputs)
    add_custom_command(
      OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -D root=${root} -D list=${list} -D header=${header} -D function=${function} -D output=${output}
              -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
      DEPENDS ${inputs} ${list} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
      COMMENT "Embedding ${root}"
      VERBATIM)
    # A rule of its own, since a custom command is only known to targets of the same folder.
    add_custom_target(${target}_${stem} DEPENDS ${output})
    add_dependencies(${target} ${target}_${stem})
    get_target_property(home ${target} SOURCE_DIR)
    set_source_files_properties(${output} DIRECTORY ${home} PROPERTIES GENERATED TRUE)
    target_sources(${target} PRIVATE ${output})
  endfunction()

  return()
endif()

file(STRINGS ${list} entries ENCODING UTF-8)
list(LENGTH entries count)
set(source "// Written by src/embed.cmake: do not edit.\n#include \"${header}\"\n\n#include <array>\n\n")
string(APPEND source "namespace {\nconstexpr std::array<rawi::language::EmbeddedFile, ${count}> files{{\n")
foreach(entry IN LISTS entries)
  string(REGEX MATCH "^([^/]*)/(.*)$" _ "${entry}")
  set(folder "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  file(SIZE "${root}/${entry}" size)
  file(READ "${root}/${entry}" hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" literal "${hex}")
  string(APPEND source "    {\"${folder}\", \"${name}\", {\"${literal}\", ${size}}},\n")
endforeach()
string(APPEND source "}};\n}  // namespace\n\n")
string(APPEND source "std::span<const rawi::language::EmbeddedFile> ${function}() noexcept { return files; }\n")
file(WRITE ${output} "${source}")
