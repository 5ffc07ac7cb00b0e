#!/bin/sh
# Keeps complete exports of a Stowage, and puts one back. Needs curl or python3, and nothing else.
#
#   stowage-backup.sh                        fetch one, check it, keep the newest few
#   stowage-backup.sh check <file>           say whether a file is complete
#   stowage-backup.sh restore <file> [--dry-run]
#
# Settings, from the environment:
#   STOWAGE_URL            the server; default http://127.0.0.1:4870
#   STOWAGE_KEY_FILE       holds the key, readable by its owner alone; default ~/.stowage-key
#   STOWAGE_BACKUP_DIR     where the files go; default the current folder
#   STOWAGE_KEEP           how many are kept; default 14
#   STOWAGE_RETRY_SECONDS  how long to wait before each of three more tries; default 30
#
# Ends with 0 when all is well, 1 for a setting or argument that cannot be used, 2 when the server cannot be reached or
# refuses, 3 when a file is not complete.
set -eu
umask 077

url=${STOWAGE_URL:-http://127.0.0.1:4870}
key_file=${STOWAGE_KEY_FILE:-${HOME:-.}/.stowage-key}
folder=${STOWAGE_BACKUP_DIR:-.}
keep=${STOWAGE_KEEP:-14}
retry_seconds=${STOWAGE_RETRY_SECONDS:-30}

fail() {
  code=$1
  shift
  printf 'stowage-backup: %s\n' "$*" >&2
  exit "$code"
}

# What the calls need: the key, and a program to make them with.
prepare() {
  command -v curl >/dev/null 2>&1 || command -v python3 >/dev/null 2>&1 || fail 1 "neither curl nor python3 is installed"
  [ -r "$key_file" ] || fail 1 "there is no key in $key_file"
  # shellcheck disable=SC2012  # find -perm differs between systems; ls does not
  case $(ls -ldL "$key_file" | cut -c 5-10) in
    ------) ;;
    *) fail 1 "others may read $key_file: chmod 600 $key_file" ;;
  esac
  key=$(cat "$key_file")
  case $key in
    '' | *[!A-Za-z0-9_]*) fail 1 "$key_file holds something else than one key" ;;
  esac
}

# A request in Python, for machines without curl. The key comes in by standard input, as it does for curl.
in_python='
import os, shutil, sys, urllib.error, urllib.request

class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None

method, url, answer, body, name = sys.argv[1:]
headers = {"Authorization": "Bearer " + sys.stdin.readline().strip()}
if body:
    headers["Content-Type"] = "application/x-ndjson"
    headers["Content-Length"] = str(os.path.getsize(body))
    headers["Idempotency-Key"] = name
data = open(body, "rb") if body else None
request = urllib.request.Request(url, data=data, headers=headers, method=method)
try:
    response = urllib.request.build_opener(Stay).open(request, timeout=300)
except urllib.error.HTTPError as problem:
    response = problem
with open(answer, "wb") as file:
    shutil.copyfileobj(response, file)
print(response.status)
'

# ask METHOD PATH ANSWER [BODY NAME]: writes the answer into a file, and prints its status.
ask() {
  if command -v curl >/dev/null 2>&1; then
    {
      printf 'header = "Authorization: Bearer %s"\n' "$key"
      if [ -n "${4:-}" ]; then
        printf 'header = "Content-Type: application/x-ndjson"\nheader = "Idempotency-Key: %s"\n' "$5"
      fi
    } | curl --config - --silent --show-error --connect-timeout 20 --speed-limit 1 --speed-time 300 \
      --request "$1" ${4:+--data-binary "@$4"} --output "$3" --write-out '%{http_code}' "$url/api/v1$2"
  else
    printf '%s\n' "$key" | python3 -c "$in_python" "$1" "$url/api/v1$2" "$3" "${4:-}" "${5:-}"
  fi
}

# As ask, but tries again while the server is away or busy.
ask_patiently() {
  tries=1
  while :; do
    status=$(ask "$@") || status=000
    case $status in
      000 | 429 | 503) [ "$tries" -lt 4 ] || return 0 ;;
      *) return 0 ;;
    esac
    tries=$((tries + 1))
    sleep "$retry_seconds"
  done
}

refused() {
  [ "$status" != 000 ] || fail 2 "$url does not answer, or broke off"
  fail 2 "the server answered $status: $(sed -n 's/.*"detail":"\([^"]*\)".*/\1/p' "$1" | head -n 1)"
}

# The last line of a whole file counts those before it.
is_complete() {
  lines=$(($(wc -l <"$1") - 1))
  [ "$(tail -n 1 "$1")" = "{\"type\":\"end\",\"count\":$lines}" ]
}

backup() {
  case $keep in
    '' | 0 | *[!0-9]*) fail 1 "STOWAGE_KEEP must be a number of at least 1" ;;
  esac
  cd "$folder" || fail 1 "there is no folder $folder"
  find . -name '.stowage-*.part' -mtime +0 -exec rm -f {} + # what a machine that lost power left
  part=.stowage-$$.part
  trap 'rm -f "$part"' EXIT
  trap 'exit 2' HUP INT TERM
  ask_patiently GET '/export?format=ndjson' "$part"
  [ "$status" = 200 ] || refused "$part"
  is_complete "$part" || fail 3 "the export was cut off; nothing was kept of it"
  file=stowage-$(date -u +%Y-%m-%dT%H%M%SZ).ndjson
  mv "$part" "$file"
  for old in stowage-[0-9][0-9][0-9][0-9]-*Z.ndjson; do printf '%s\n' "$old"; done |
    sort -r | tail -n "+$((keep + 1))" | while read -r old; do rm -f "$old"; done
  echo "kept $file: $lines things"
}

number() { sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p" "$answer"; }

restore() {
  is_complete "$1" || fail 3 "$1 is not complete"
  answer=$(mktemp)
  trap 'rm -f "$answer"' EXIT
  name="restore-$(date +%s)-$$"
  ask_patiently POST '/import?dry_run=true' "$answer" "$1" "$name-look"
  case $status in 20?) ;; *) refused "$answer" ;; esac
  [ "$(number errors_total)" = 0 ] || fail 2 "the server would not take it: $(cat "$answer")"
  if [ "${2:-}" != --dry-run ]; then
    ask_patiently POST '/import' "$answer" "$1" "$name"
    case $status in 20?) ;; *) refused "$answer" ;; esac
  fi
  echo "$(number created) made, $(number updated) changed, $(number unchanged) as they were"
}

case ${1:-} in
  '')
    prepare
    backup
    ;;
  check)
    [ -r "${2:-}" ] || fail 1 "check which file?"
    is_complete "$2" || fail 3 "$2 is not complete"
    echo "$2 is complete: $lines things"
    ;;
  restore)
    [ -r "${2:-}" ] || fail 1 "restore which file?"
    case ${3:-} in '' | --dry-run) ;; *) fail 1 "what is $3?" ;; esac
    prepare
    restore "$2" "${3:-}"
    ;;
  *) fail 1 "what is $1? See the top of this file" ;;
esac
