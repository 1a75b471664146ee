#!/usr/bin/env bash
# A person at work in Poedit: opens FILE (an export of tests/review/desk-story.ts, profile 1.2 or 2.0) on a screen of its own, does to
# its sentences what docs/cat-tools.md lists, saves and quits. Pictures of the window are left in PICTURES.
# Needs Debian's poedit, xvfb, xdotool, openbox, dbus and imagemagick.
set -euo pipefail
file=$(realpath "$1")
pictures=$(realpath "${2:-$(mktemp -d)}")
home=$(mktemp -d)
started=()
trap 'for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done; rm -rf "$home"' EXIT

exec 3<>"$home/display"
Xvfb -displayfd 3 -screen 0 1280x1000x24 >/dev/null 2>&1 & started+=($!)
for _ in $(seq 50); do [ -s "$home/display" ] && break; sleep 0.2; done
export DISPLAY=":$(tr -d '\n' <"$home/display")" HOME="$home" LC_ALL=C.UTF-8
openbox >/dev/null 2>&1 & started+=($!)
sleep 1
dbus-run-session -- poedit "$file" >/dev/null 2>&1 & started+=($!)
window=$(xdotool search --sync --onlyvisible --name "$(basename "$file") - Poedit" | head -1)
sleep 3
xdotool windowsize --sync "$window" 1200 900 windowmove --sync "$window" 20 40 windowactivate --sync "$window"
sleep 1

key() { xdotool key --delay 200 "$@"; sleep 0.4; }
words() { key ctrl+a; xdotool type --delay 40 "$1"; sleep 0.4; }
picture() { import -window root "$pictures/$1.png"; }
# Goes to the nth sentence with the cursor in its translation: Ctrl+Up stops at the first.
sentence() { for _ in $(seq 14); do xdotool key ctrl+Up; done; for _ in $(seq 2 "$1"); do xdotool key ctrl+Down; done; sleep 0.6; }

xdotool mousemove 300 890 click 1
picture 1-as-opened
sentence 2; words 'Mayor Odile Ferrand opened the lake dyke again on Monday.'  # opened: edit
sentence 3; key ctrl+u                                                         # months: accept, "Needs Work" off
sentence 4; key ctrl+u                                                         # free: mark, "Needs Work" on
sentence 6; key ctrl+k                                                         # cyclists: clear
sentence 7; key ctrl+Return                                                    # bridge: accept, "Done and Next"
sentence 11; words 'The feast will be held in June.'                           # june: translate
sentence 12; words 'Cyclists must wait.'; key ctrl+u                           # cyclistsAgain: edit, and mark
picture 2-before-replace
key ctrl+h                                                                     # a name everywhere
dialog=$(xdotool search --sync --onlyvisible --name '^Replace$' | tail -1)
xdotool windowmove --sync "$dialog" 300 300 windowactivate --sync "$dialog"
sleep 0.5
xdotool type --delay 40 'Odile Ferrand'; key Tab; xdotool type --delay 40 'Odile Ferrant'; sleep 0.4
picture 3-replace
xdotool mousemove 475 462 click 1; sleep 1
key Escape
picture 4-replaced
xdotool windowactivate --sync "$window"; key ctrl+s; sleep 2
picture 5-saved
key ctrl+q; sleep 1
