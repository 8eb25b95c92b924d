# Completion of tunesmith in bash, 4.4 or newer. In ~/.bashrc: eval "$(tunesmith completion bash)"
_tunesmith() {
  # Readline parts words at colons and equals signs too; to the tool, what no space parts is one word.
  local line=${COMP_LINE:0:COMP_POINT} words=('') part i
  line=${line#"${line%%[![:space:]]*}"}
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    if [[ $line == [[:space:]]* ]]; then
      words+=('')
      line=${line#"${line%%[![:space:]]*}"}
    fi
    [[ $line == "$part"* ]] || part=$line # the cursor stands in the word
    line=${line#"$part"}
    words[-1]+=$part
  done

  local word=${words[-1]//[\\\"\']/} answers answer places=
  mapfile -t answers < <(tunesmith completion bash -- "${words[@]:1:${#words[@]}-2}" "$word" 2> /dev/null)

  local apart=${word%"${word##*[:=]}"} # what readline takes for words before this one
  COMPREPLY=()
  for answer in "${answers[@]}"; do
    case $answer in
      '*') places=-f ;;
      '*/') places=-d ;;
      *) answer=${answer%%$'\t'*} && COMPREPLY+=("${answer#"$apart"}") ;;
    esac
  done

  if ((${#COMPREPLY[@]} == 0)); then
    # Names of files alone are readline's own work: it knows how to quote them.
    if [[ $places == -f ]]; then compopt -o default; elif [[ $places == -d ]]; then compopt -o dirnames; fi
    return
  fi

  if [[ $places ]]; then
    while IFS= read -r answer; do
      [[ -d $answer ]] && answer+=/
      printf -v answer %q "$answer"
      COMPREPLY+=("$answer")
    done < <(compgen "$places" -- "$word")
  fi
  if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[:/] ]]; then compopt -o nospace; fi
}
complete -F _tunesmith tunesmith
