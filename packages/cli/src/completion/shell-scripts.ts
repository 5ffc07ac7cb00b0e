// Each shell asks the program itself what may stand where the cursor is, so that the answer is the installed version's.

const BASH = `_stowage() {
  # Not COMP_WORDS: bash cuts words at colons, and scopes hold them.
  local line="\${COMP_LINE:0:COMP_POINT}" words current
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current="\${words[\${#words[@]}-1]}"
  local IFS=$'\\n'
  COMPREPLY=($(stowage __complete -- "\${words[@]:1}" 2>/dev/null | cut -f 1))
  [[ $current == *:* ]] && COMPREPLY=("\${COMPREPLY[@]#"\${current%"\${current##*:}"}"}")
}
complete -o default -F _stowage stowage
`;

const ZSH = `#compdef stowage
_stowage() {
  local -a lines described
  local line
  lines=("\${(@f)$(stowage __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  for line in $lines; do
    [[ -n $line ]] && described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#described} )); then _describe stowage described; else _files; fi
}
compdef _stowage stowage
`;

const FISH = `function __stowage_complete
  set -l words (commandline -opc) (commandline -ct)
  stowage __complete -- $words[2..] 2>/dev/null
end
complete -c stowage -a '(__stowage_complete)'
`;

/** What a shell reads to complete the program's words, by the shell's name. */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
