# Installs the build into a prefix of its own, then builds tests/consumer against it and reads what it prints.
set(place ${rawi_build}/consumer)
file(REMOVE_RECURSE ${place})

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${rawi_build} --prefix ${place}/prefix)
if(sanitize)
  set(flags "-DCMAKE_CXX_FLAGS=-fsanitize=address,undefined")
endif()
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${place}/build -G ${generator} -DCMAKE_CXX_COMPILER=${compiler}
  -DCMAKE_PREFIX_PATH=${place}/prefix ${flags})
run(${CMAKE_COMMAND} --build ${place}/build)
run(${place}/build/consumer)
set(expected "the bridge would open in June
  > The mayor
  > Reuters
  > The Daily Lantern
3 nodes, 2 edges
")
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nprinted:\n${output}")
endif()
