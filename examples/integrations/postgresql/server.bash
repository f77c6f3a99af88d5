# SPDX-License-Identifier: MIT
# A PostgreSQL server of one's own with the extension in it, on a socket in a temporary folder; nothing of the system is changed or written to.
# Before it is sourced: $extension (matn.so), $work (an empty folder), $pg_config or nothing. Afterwards: sql, and stop_server to be called at the end.

stop_server() { :; } # until there is one
pg_config=${pg_config:-pg_config}
bin=$("$pg_config" --bindir 2>/dev/null) && [[ -x $bin/postgres && -x $bin/initdb ]] && command -v psql >/dev/null ||
  { echo "skipped: it needs a PostgreSQL server (Debian: postgresql, postgresql-server-dev-all)"; exit 77; }
share=$("$pg_config" --sharedir) library=$("$pg_config" --pkglibdir)

# A server looks for its files beside its program: a copy of the program, links to the rest, and the extension as `make install` puts it.
home=$work/server
mkdir -p "$home$bin" "$home$share" "$home$library" "$work/build"
cp "$bin/postgres" "$bin/initdb" "$bin/pg_ctl" "$home$bin/"
cp -rs "$share/." "$home$share/"
cp -rs "$library/." "$home$library/"
integration=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
cp "$extension" "$work/build/matn.so"
make -s -C "$work/build" -f "$integration/Makefile" -o matn.so install DESTDIR="$home" PG_CONFIG="$pg_config" >"$work/install" 2>&1 ||
  { echo "make install failed:"; cat "$work/install"; exit 1; }

# No server runs as root.
as=() user=$(id -un)
if ((EUID == 0)); then
  user=postgres
  id postgres >/dev/null 2>&1 || user=nobody
  as=(runuser -u "$user" --)
fi
mkdir "$work/db"
chmod 755 "$work"
chown "$user" "$work/db"
settings="-c listen_addresses='' -c unix_socket_directories=$work/db -c fsync=off -c max_parallel_workers=4 ${server_settings:-}"
start_server() {
  (cd "$work/db" &&
    "${as[@]}" "$home$bin/pg_ctl" -D data -l log -o "$settings" -w start) >>"$work/start" 2>&1 </dev/null ||
    { echo "the server does not start:"; tail -n 20 "$work/start" "$work/db/log"; exit 1; }
}
stop_server() {
  (cd "$work/db" && "${as[@]}" "$home$bin/pg_ctl" -D data -m immediate -w stop) >/dev/null 2>&1
}
(cd "$work/db" && "${as[@]}" "$home$bin/initdb" -D data -U "$user" -E UTF8 --locale=C.UTF-8 --no-sync -A trust) >"$work/start" 2>&1 </dev/null ||
  { echo "initdb fails:"; tail -n 20 "$work/start"; exit 1; }
start_server

sql() { # sql [DATABASE [psql options]]: what SQL on standard input answers; messages too
  local database=${1:-postgres}
  shift || true
  psql -XqAt -h "$work/db" -U "$user" -d "$database" "$@" 2>&1
}
