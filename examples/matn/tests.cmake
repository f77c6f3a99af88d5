# SPDX-License-Identifier: MIT
# The tests of the command: bash programs that get the command and the source folder.
foreach(name IN ITEMS lines jsonl analyze lookup)
  add_test(NAME command_${name} COMMAND bash ${PROJECT_SOURCE_DIR}/tests/command/${name}.bash $<TARGET_FILE:program_matn> ${PROJECT_SOURCE_DIR})
  set_tests_properties(command_${name} PROPERTIES TIMEOUT 120)
endforeach()
