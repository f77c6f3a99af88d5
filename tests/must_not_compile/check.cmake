# SPDX-License-Identifier: MIT
#     cmake -D compiler=g++ -D id=GNU -D include=DIR -D file=FILE -P check.cmake
# Fails unless FILE does not compile, and says why as it should: the regular expression in its first line (`// says: ...`) is
# found in what the compiler prints, there is one error for the one mistake, and the user's own file is named.
cmake_minimum_required(VERSION 3.25)
set(most_lines 20)
if(id MATCHES "Clang")
  set(most_lines 30)
endif()

file(STRINGS ${file} says LIMIT_COUNT 1 REGEX "^// says: ")
string(REPLACE "// says: " "" says "${says}")
string(REPLACE "\\;" ";" says "${says}") # as it stood in the file
if(says STREQUAL "")
  message(FATAL_ERROR "${file} does not begin with a line `// says: REGULAR EXPRESSION`")
endif()

execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${compiler} -std=c++20 -Wall -Wextra -fsyntax-only -I${include} ${file}
                OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE status)
string(REGEX REPLACE "[];[]" "," countable "${printed}") # which CMake's lists would trip over
string(REGEX MATCHALL "[^\n]*\n" lines "${countable}")
list(LENGTH lines count)
string(REGEX MATCHALL "(^|[ :])(fatal )?error:" errors "${countable}")
list(LENGTH errors errors)
if(printed MATCHES "call to deleted function call operator" AND printed MATCHES "attempt to use a deleted function")
  math(EXPR errors "${errors} - 1") # clang 14 says this one twice, for any deleted call operator, of the same call
endif()
cmake_path(GET file FILENAME name)

if(status STREQUAL "0")
  set(problem "it compiles")
elseif(NOT printed MATCHES "${says}")
  set(problem "the compiler does not say `${says}`")
elseif(NOT errors EQUAL 1)
  set(problem "${errors} errors for one mistake")
elseif(count GREATER most_lines)
  set(problem "${count} lines, more than ${most_lines}")
elseif(NOT printed MATCHES "${name}:[0-9]")
  set(problem "the user's own line is not named")
endif()
if(problem)
  message("${printed}")
  message(FATAL_ERROR "${name}: ${problem}")
endif()
message("${name}: ${count} lines, 1 error")
