# SPDX-License-Identifier: MIT
# The tests of the report, and what it finds in the sample articles against what a careful reader finds.
add_test(NAME command_newsroom COMMAND bash ${PROJECT_SOURCE_DIR}/tests/command/newsroom.bash $<TARGET_FILE:program_newsroom> ${PROJECT_SOURCE_DIR})
set_tests_properties(command_newsroom PROPERTIES TIMEOUT 120)
if(TARGET program_matn)
  add_test(NAME command_report COMMAND bash ${PROJECT_SOURCE_DIR}/tests/command/report.bash $<TARGET_FILE:program_newsroom> ${PROJECT_SOURCE_DIR}
                                                                                            $<TARGET_FILE:program_matn>)
  set_tests_properties(command_report PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77)
endif()

add_executable(test_command_articles ${PROJECT_SOURCE_DIR}/tests/command/articles.cpp ${common})
target_link_libraries(test_command_articles PRIVATE matn_development nlohmann_json::nlohmann_json)
target_include_directories(test_command_articles PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
# least right names, most wrong names, least right dates, most wrong dates, most wrong own days: they only get stricter
add_test(NAME command_articles COMMAND test_command_articles ${PROJECT_SOURCE_DIR}/examples/articles 180 0 35 13 2)
