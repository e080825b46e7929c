# The command, the library with its headers, the themes, and a CMake package: find_package(rawi) gives rawi::rawi.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/rawi)

install(TARGETS rawi_library EXPORT rawi-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/rawi DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(EXPORT rawi-targets NAMESPACE rawi:: DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/rawi-config-version.cmake COMPATIBILITY SameMinorVersion)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/rawi-config.cmake @ONLY CONTENT [[
include("${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/rawi-targets.cmake")
]])
install(FILES
  ${PROJECT_BINARY_DIR}/rawi-config.cmake
  ${PROJECT_BINARY_DIR}/rawi-config-version.cmake
  src/dependencies.cmake
  DESTINATION ${package_dir})

if(TARGET rawi)
  install(TARGETS rawi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY graphs/themes DESTINATION ${CMAKE_INSTALL_DATADIR}/rawi OPTIONAL)
