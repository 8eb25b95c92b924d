#compdef tunesmith
# Completion of tunesmith in zsh. In ~/.zshrc, after compinit: eval "$(tunesmith completion zsh)"
_tunesmith() {
  local -a before values openings
  local answer text places=
  ((CURRENT > 2)) && before=("${(@Q)words[2,CURRENT-1]}")
  for answer in "${(@f)$(tunesmith completion zsh -- "${before[@]}" "${(Q)PREFIX}" 2> /dev/null)}"; do
    text=${answer%%$'\t'*}
    case $answer in
      '') ;;
      '*') places=files ;;
      '*/') places=folders ;;
      *$'\t'*) values+=("${text//:/\\:}:${answer#*$'\t'}") ;;
      *:) openings+=("${text//:/\\:}") ;;
      *) values+=("${text//:/\\:}") ;;
    esac
  done

  local found=1
  (($#values)) && _describe -V tunesmith values && found=0
  (($#openings)) && _describe -V tunesmith openings -S '' && found=0
  case $places in
    files) _files && found=0 ;;
    folders) _files -/ && found=0 ;;
  esac
  return found
}
compdef _tunesmith tunesmith
