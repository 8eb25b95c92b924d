# Completion of tunesmith in fish. In ~/.config/fish/config.fish: tunesmith completion fish | source
function __tunesmith_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l word (commandline -ct)
    for answer in (tunesmith completion fish -- $before "$word" 2> /dev/null)
        if test "$answer" = '*'
            __fish_complete_path "$word"
        else if test "$answer" = '*/'
            __fish_complete_directories "$word" ''
        else
            printf '%s\n' $answer
        end
    end
end
complete -c tunesmith -f -a '(__tunesmith_complete)'
