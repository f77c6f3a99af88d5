#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# All examples over the single file, in a folder that holds nothing else: examples.bash SOURCE_FOLDER WORK_FOLDER COMPILER WITH_ICU(0 or 1)
# Each stands in a namespace of its own in one program, so that the single file is compiled once; what each prints is compared.
set -euo pipefail
source=$(realpath "$1") compiler=$3 icu=$4
rm -rf "$2"
mkdir -p "$2"
cd "$2"
"$source/tools/amalgamate" --all >matn.hpp
libraries=()
if ((icu)); then
  "$source/tools/amalgamate" --all --icu >matn.hpp
  libraries=(-licui18n -licuuc)
fi

mapfile -t programs < <(ls "$source"/examples/*.cpp "$source"/docs/examples/*.cpp)
{
  printf '#include "matn.hpp"\n'
  grep -hE '^#include <' "${programs[@]}" | grep -v '<matn/' | sort -u
} >all.cpp
declare -A expected=()
names=()
for program in "${programs[@]}"; do
  grep -q '^int main() {' "$program" || continue # one that takes arguments
  ((icu)) || ! grep -q '<matn/icu.hpp>' "$program" || continue
  output=${program%.cpp}.output
  [[ -f $output ]] || continue
  name=$(basename "$(dirname "$(dirname "$program")")")_$(basename "$program" .cpp)
  names+=("$name")
  expected[$name]=$output
  {
    printf '\nnamespace example_%s {\n#line 1 "%s"\n' "$name" "$(basename "$program")"
    sed -E '/^#include </s/.*//; s/^int main\(\) \{(.*)\}$/int run() {\1 return 0; }/; /^int main\(\) \{/,/^\}/{s/^int main/int run/; s/^\}/    return 0;\n}/}' "$program"
    printf '} // namespace example_%s\n' "$name"
  } >>all.cpp
done
{
  printf '\nint main(int, char** argv) {\n    const std::string_view wanted = argv[1];\n'
  for name in "${names[@]}"; do printf '    if (wanted == "%s") return example_%s::run();\n' "$name" "$name"; done
  printf '    return 2;\n}\n'
} >>all.cpp

"$compiler" -std=c++20 -O0 -Wall -Wextra all.cpp -o all "${libraries[@]}"
failed=0
for name in "${names[@]}"; do
  if ! (cd "$source/examples" && "$OLDPWD/all" "$name") >actual 2>messages || ! cmp -s actual "${expected[$name]}"; then
    echo "not as it should be over the single file: $name"
    diff -u "${expected[$name]}" actual | head -n 10 || true
    failed=1
  fi
done
echo "${#names[@]} programs over the single file"
exit "$failed"
