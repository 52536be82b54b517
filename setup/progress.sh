# shellcheck shell=sh
# Says how far a build is, from ninja's own counts. Sourced by sh.

# What ninja puts before each step, for show_progress to read.
# shellcheck disable=SC2034  # the script that sources this uses it
progress_status='@%f %t %e@ '

# time_left DONE ALL SECONDS: "about 1 min 20 s left", from how long the steps until now have taken.
time_left() {
  left=$((($2 - $1) * $3 / $1))
  if [ "$left" -ge 60 ]; then
    printf 'about %d min %d s left' $((left / 60)) $((left % 60 / 10 * 10))
  else
    printf 'about %d s left' "$left"
  fi
}

# show_progress LOG WHERE: copies ninja's output to the end of LOG, and tells on standard error how far it is: in a
# terminal (WHERE = terminal) by one line that changes, elsewhere by a line for each tenth.
show_progress() {
  shown=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$1"
    case $line in @[0-9]*@*) ;; *) continue ;; esac
    counts=${line#@} counts=${counts%%@*}
    # shellcheck disable=SC2086  # three words: steps done, all steps, seconds with decimals
    set -- "$1" "$2" $counts
    done=$3 all=$4 seconds=${5%.*}
    if [ "$done" = 0 ]; then continue; fi  # ninja looks at the folders first, or has CMake run again
    text="building: step $done of $all, $(time_left "$done" "$all" "$seconds")"
    if [ "$2" = terminal ]; then
      printf '\r\033[Kexeunt: %s' "$text" >&2
    elif [ $((done * 10 / all)) -gt "$shown" ]; then
      shown=$((done * 10 / all))
      printf 'exeunt: %s\n' "$text" >&2
    fi
  done
  if [ "$2" = terminal ]; then printf '\r\033[K' >&2; fi
}
