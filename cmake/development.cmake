# SPDX-License-Identifier: MIT
# What our own programs are built with. None of it reaches a user's targets.
set(CMAKE_CXX_EXTENSIONS OFF)
find_package(Threads REQUIRED)

add_library(matn_development INTERFACE)
target_link_libraries(matn_development INTERFACE matn Threads::Threads)
target_compile_options(
  matn_development
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wsign-conversion
            -Wshadow
            -Wold-style-cast
            -Werror)
# g++ 12 takes the short strings of its own library for overruns once they are inlined ("forming offset [32, 44] is out of the
# bounds [0, 32]", "may overlap"): false, and said of plain `std::string + "..."`. So is "may be used uninitialized" of a std::function.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  target_compile_options(matn_development INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                                                     -Wno-maybe-uninitialized)
endif()
cmake_path(SET matn_shared_dir NORMALIZE ${PROJECT_SOURCE_DIR}/../shared) # optional data; tests say so where it is absent
target_compile_definitions(matn_development INTERFACE MATN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                      MATN_SHARED_DIR="${matn_shared_dir}")
if(TARGET matn_icu)
  target_link_libraries(matn_development INTERFACE matn_icu)
endif()

# A program that is run without arguments and must print what stands in the file OUTPUT.
function(matn_add_compared name output)
  add_test(NAME ${name}
           COMMAND ${CMAKE_COMMAND} -D program=$<TARGET_FILE:${name}> -D expected=${output} -P
                   ${PROJECT_SOURCE_DIR}/cmake/compare_output.cmake
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/examples)
  set_tests_properties(${name} PROPERTIES TIMEOUT 120)
endfunction()
