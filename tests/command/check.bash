# SPDX-License-Identifier: MIT
# shellcheck disable=SC2034 # its variables are read by the tests
# What the tests of the programs share. A test is a bash program: TEST PROGRAM SOURCE_FOLDER.
set -uo pipefail
export LC_ALL=C.UTF-8
unset NO_COLOR
program=$(realpath "$1")
source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0 checks=0

# run ARGUMENT...: runs the program; its output is in $out, its messages in $err, its exit status in $status.
# A pipe or a file can be given as input.
run() {
  "$program" "$@" >out 2>err
  status=$?
  out=$(<out) err=$(<err)
}
fail() {
  failed=$((failed + 1))
  printf 'not so: %s\n' "$1"
  shift
  printf '    %s\n' "$@"
}
# is WHAT ACTUAL EXPECTED
is() {
  checks=$((checks + 1))
  [[ $2 == "$3" ]] || fail "$1" "is:        $2" "should be: $3"
}
# has WHAT TEXT PART...
has() {
  local what=$1 text=$2 part
  shift 2
  for part in "$@"; do
    checks=$((checks + 1))
    [[ $text == *"$part"* ]] || fail "$what" "lacks: $part" "in:    $text"
  done
}
# lacks WHAT TEXT PART...
lacks() {
  local what=$1 text=$2 part
  shift 2
  for part in "$@"; do
    checks=$((checks + 1))
    [[ $text != *"$part"* ]] || fail "$what" "holds: $part" "in:    $text"
  done
}
done_() {
  printf '%d checks, %d failed\n' "$checks" "$failed"
  [[ $failed == 0 ]]
  exit
}
