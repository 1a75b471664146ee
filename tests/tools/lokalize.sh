#!/usr/bin/env bash
# A person at work in Lokalize: opens FILE (an export of tests/review/desk-story.ts, profile 1.2) on a screen of its own, does to its
# sentences what docs/cat-tools.md lists, saves and quits. Pictures of the window are left in PICTURES. ROLE is the person's in the project:
# Translator, Reviewer or Approver; without one there is no project.
#   lokalize.sh FILE [PICTURES [ROLE]]
# Needs Debian's lokalize, xvfb, xdotool, openbox, dbus and imagemagick.
set -euo pipefail
file=$(realpath "$1")
role=${3:-}
pictures=$(realpath "${2:-$(mktemp -d)}")
home=$(mktemp -d)
started=()
trap 'for id in "${started[@]}"; do kill "$id" 2>/dev/null || true; done; rm -rf "$home"' EXIT

exec 3<>"$home/display"
Xvfb -displayfd 3 -screen 0 1400x1000x24 >/dev/null 2>&1 & started+=($!)
for _ in $(seq 50); do [ -s "$home/display" ] && break; sleep 0.2; done
export DISPLAY=":$(tr -d '\n' <"$home/display")" HOME="$home" XDG_RUNTIME_DIR="$home" LC_ALL=C.UTF-8
openbox >/dev/null 2>&1 & started+=($!)
mkdir -p "$home/.config"
# Without a name Lokalize asks for one at the first change, and drops the change.
printf '[Identity]\nauthorName=Ben Okri\nauthorEmail=ben@example.org\nDefaultMailingList=x\n' >"$home/.config/lokalizerc"
{ read -r DBUS_SESSION_BUS_ADDRESS; read -r bus; } < <(dbus-daemon --session --fork --print-address=1 --print-pid=1)
export DBUS_SESSION_BUS_ADDRESS
started+=("$bus")
project=()
if [ -n "$role" ]; then
  mkdir -p "$home/project" "$home/.local/share/lokalize"
  printf '[General]\nProjectID=desk\nKind=xliff\nSourceLangCode=fr\nTargetLangCode=en\nLangCode=en\n' >"$home/project/index.lokalize"
  printf '[Personal]\nRole=%s\n' "$role" >"$home/.local/share/lokalize/desk.local"
  project=(--project "$home/project/index.lokalize")
fi
lokalize --noprojectscan "${project[@]}" "$file" >/dev/null 2>&1 & started+=($!)
service="org.kde.lokalize-$!"
editor() { dbus-send --session --print-reply=literal --dest="$service" /ThisIsWhatYouWant/Editor/0 "org.kde.Lokalize.Editor.$@"; }
for _ in $(seq 50); do editor entryCount >/dev/null 2>&1 && break; sleep 0.4; done
sleep 2
window=$(xdotool search --onlyvisible --class lokalize | tail -1)
main=$(xdotool search --onlyvisible --class lokalize | head -1)
eval "$(xdotool windowactivate --sync "$window" getwindowgeometry --shell "$window")"
# Clicks at a place beside the corner of the editor in it, as it stands when it is opened.
click() { xdotool mousemove $((X + $1)) $((Y + $2)) click 1; sleep 0.4; }
sleep 1;

key() { xdotool key --delay 200 "$@"; sleep 0.4; }
words() { key ctrl+a; xdotool type --delay 40 "$1"; sleep 0.4; }
picture() { import -window root "$pictures/$1.png"; }
# Goes to the nth sentence with the cursor in its translation.
sentence() { editor gotoEntry int32:$(($1 - 1)) >/dev/null; sleep 0.3; }
# Sets a state in the menu beside "Approved", by the letter that is underlined there.
state() { click 483 -47; sleep 0.6; picture "state-$1"; key "$1"; }

picture 1-as-opened
# Which sentences Lokalize counts as done before anybody has done anything.
count=$(editor entryCount | awk '{ print $2 }')
for n in $(seq 0 $((count - 1))); do editor entryReady "int32:$n" | awk -v n="$n" '{ print n + 1, $2 }'; done >"$pictures/ready.txt"
sentence 2; words 'Mayor Odile Ferrand opened the lake dyke again on Monday.'  # opened: edit
sentence 3; key ctrl+u                                                         # months: accept ("Approved")
sentence 4; key ctrl+u                                                         # free: mark ("Approved" off)
sentence 6; key ctrl+d                                                         # cyclists: clear
picture 2-half
sentence 7; state t                                                            # bridge: accept, state "Translated"
sentence 11; words 'The feast will be held in June.'                           # june: translate
sentence 12; words 'Cyclists must wait.'; state r                              # cyclistsAgain: edit, and mark
editor addEntryNote int32:13 string:'Which pass?' >/dev/null                    # road: a note
picture 3-before-replace
for n in 2 5 10; do                                                            # a name everywhere: the dialog stays in one sentence
  sentence "$n"; key ctrl+r; sleep 1
  xdotool type --delay 40 'Odile Ferrand'; key alt+m; xdotool type --delay 40 'Odile Ferrant'; sleep 0.4
  picture "4-replace-$n"
  key alt+r; sleep 1; key alt+a; sleep 1; picture "5-replaced-$n"; key Return; key Escape; sleep 0.6
done
picture 6-replaced
xdotool windowactivate --sync "$main"; key ctrl+s; sleep 2
picture 7-saved
key ctrl+q; sleep 1
