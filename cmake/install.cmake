# SPDX-License-Identifier: MIT
# Headers, CMake package and pkg-config files. Nothing in them depends on the machine or on where they are installed.
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
set(matn_cmake_dir ${CMAKE_INSTALL_DATADIR}/cmake/matn)

install(TARGETS matn EXPORT matn FILE_SET HEADERS)
install(EXPORT matn FILE matn-targets.cmake NAMESPACE matn:: DESTINATION ${matn_cmake_dir})
configure_package_config_file(cmake/matn-config.cmake.in matn-config.cmake INSTALL_DESTINATION ${matn_cmake_dir}
                              NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(matn-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/matn-config.cmake ${PROJECT_BINARY_DIR}/matn-config-version.cmake
        DESTINATION ${matn_cmake_dir})

configure_file(cmake/matn.pc.in matn.pc @ONLY)
configure_file(cmake/matn-icu.pc.in matn-icu.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/matn.pc ${PROJECT_BINARY_DIR}/matn-icu.pc
        DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/matn COMPONENT licence)
