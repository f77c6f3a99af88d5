# SPDX-License-Identifier: MIT
# Debian packages by CPack: libmatn-dev, the headers, and matn, the command. tools/package calls it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME matn)
set(CPACK_PACKAGE_VENDOR "matn developers")
set(CPACK_PACKAGE_CONTACT "matn developers <matn-developers@localhost>") # whoever publishes packages sets -D CPACK_PACKAGE_CONTACT
if(MATN_PACKAGE_CONTACT)
  set(CPACK_PACKAGE_CONTACT "${MATN_PACKAGE_CONTACT}")
endif()
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL development)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libmatn-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "libicu-dev, matn")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
    "text analysis for Arabic-script and mixed text (C++20 headers)
matn finds scripts, languages, words, sentences, numbers, dates in three
calendars and names in Dari, Persian, Pashto, Arabic, Urdu and English text,
and says for each in which bytes of the text it stands.
This package holds the headers, and what CMake and pkg-config need.")

if(TARGET program_matn)
  list(APPEND CPACK_COMPONENTS_ALL command)
  install(FILES ${MATN_DEBIAN_DOCUMENTS}/matn.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command EXCLUDE_FROM_ALL)
  set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME matn)
  set(CPACK_DEBIAN_COMMAND_PACKAGE_SECTION text)
  set(CPACK_DEBIAN_COMMAND_PACKAGE_SHLIBDEPS ON)
  set(CPACK_COMPONENT_COMMAND_DESCRIPTION
      "text analysis for Arabic-script and mixed text (command)
matn finds scripts, languages, words, sentences, numbers, dates in three
calendars and names in Dari, Persian, Pashto, Arabic, Urdu and English text,
and says for each in which bytes of the text it stands.
This package holds the command, which reads files or lines of JSON.")
endif()

# What Debian asks of each package: its licence, and its changes.
if(MATN_DEBIAN_DOCUMENTS)
  foreach(part IN ITEMS development:libmatn-dev command:matn)
    string(REPLACE ":" ";" part ${part})
    list(GET part 0 component)
    list(GET part 1 package)
    install(FILES ${MATN_DEBIAN_DOCUMENTS}/copyright ${MATN_DEBIAN_DOCUMENTS}/changelog.gz ${MATN_DEBIAN_DOCUMENTS}/changelog.Debian.gz
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component} EXCLUDE_FROM_ALL)
  endforeach()
endif()
include(CPack)
