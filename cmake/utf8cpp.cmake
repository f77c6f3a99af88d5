# SPDX-License-Identifier: MIT
# Sets matn_utf8cpp to the target of utf8cpp, or to nothing: what our tests compare decoding with. The target has had three
# names: utf8cpp::utf8cpp since 4.0, utf8::cpp as an alias in 3.2, utf8cpp before.
find_package(utf8cpp 3.1 QUIET)
set(matn_utf8cpp "")
foreach(matn_name IN ITEMS utf8cpp::utf8cpp utf8::cpp utf8cpp)
  if(TARGET ${matn_name})
    set(matn_utf8cpp ${matn_name})
    break()
  endif()
endforeach()
