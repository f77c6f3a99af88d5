# SPDX-License-Identifier: MIT
# The tests of the command: bash programs that get the command and the source folder.
foreach(name IN ITEMS lines jsonl analyze lookup hostile)
  add_test(NAME command_${name} COMMAND bash ${PROJECT_SOURCE_DIR}/tests/command/${name}.bash $<TARGET_FILE:program_matn> ${PROJECT_SOURCE_DIR})
  set_tests_properties(command_${name} PROPERTIES TIMEOUT 120)
endforeach()

# With the build folder, which is installed to see where the manual page and the completions go.
add_test(NAME command_shell COMMAND bash ${PROJECT_SOURCE_DIR}/tests/command/shell.bash $<TARGET_FILE:program_matn> ${PROJECT_SOURCE_DIR}
                                                                                        $<$<BOOL:${MATN_INSTALL}>:${PROJECT_BINARY_DIR}>)
set_tests_properties(command_shell PROPERTIES TIMEOUT 120)

# The worker's reader of JSON against nlohmann's.
add_executable(test_command_requests ${PROJECT_SOURCE_DIR}/tests/command/requests.cpp ${CMAKE_CURRENT_SOURCE_DIR}/matn/request.cpp)
target_link_libraries(test_command_requests PRIVATE matn_development nlohmann_json::nlohmann_json)
target_include_directories(test_command_requests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME command_requests COMMAND test_command_requests)
set_tests_properties(command_requests PROPERTIES TIMEOUT 120)

# What reports warn of, found fast and found the long way.
add_executable(test_command_warnings ${PROJECT_SOURCE_DIR}/tests/command/warnings.cpp)
target_link_libraries(test_command_warnings PRIVATE matn_development)
target_include_directories(test_command_warnings PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME command_warnings COMMAND test_command_warnings)
set_tests_properties(command_warnings PROPERTIES TIMEOUT 120)
