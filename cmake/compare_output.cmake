# SPDX-License-Identifier: MIT
#     cmake -D program=FILE -D expected=FILE [-D arguments=A;B] -P compare_output.cmake
# Runs a program and fails unless its standard output is, byte for byte, what stands in a file.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${program} ${arguments} OUTPUT_FILE ${program}.actual ERROR_VARIABLE messages RESULT_VARIABLE status)
if(NOT status STREQUAL "0")
  message(FATAL_ERROR "${program} ended with ${status}\n${messages}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${program}.actual ${expected} RESULT_VARIABLE differs ERROR_QUIET)
if(differs)
  execute_process(COMMAND diff -u ${expected} ${program}.actual)
  message(FATAL_ERROR "the output of ${program} is not what stands in ${expected}")
endif()
