import type { OptionSpec, OptionSpecs } from './options/option';

/** What a shell can complete. */
export interface Completions {
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    readonly options: OptionSpecs;
    /** What its operands can be, besides files; `contracts` for the contracts of the manifest. Absent: only files. */
    readonly operands?: readonly string[] | 'contracts';
  }[];
}

/** The arguments that print the contracts of the manifest, one a line. */
const ASK_CONTRACTS = 'completion contracts 2>/dev/null';

/** A script for bash. It completes files where it knows nothing else. Words are compared one by one: `compgen -W` would run what is in the name of a contract. */
export function bashCompletion({ commands }: Completions): string {
  return `_samplegate() {
  local at=$COMP_CWORD current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} words= option colon word
  # A colon divides words, and so does an equals sign.
  while (( at > 1 )) && [[ \${COMP_WORDS[at]} == : || \${COMP_WORDS[at-1]} == : ]]; do
    (( at-- ))
    current=\${COMP_WORDS[at]}$current
  done
  (( at == COMP_CWORD )) || colon=\${current%"\${current##*:}"}
  option=\${COMP_WORDS[at-1]}
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = ]]; then
    option=\${COMP_WORDS[at-2]}
  fi
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    words=${lines(commands.map(({ name }) => name))}
  else
    case "$command $option" in
${cases(
  valueCases(commands).map(([pattern, values]) => [
    pattern,
    values === undefined ? 'return' : `words=${lines(values)}`,
  ]),
)}
    esac
    if [[ -z $words && $current == -* ]]; then
      case $command in
${cases(commands.map((each) => [each.name, `words=${lines(optionsOf(each))}`]))}
      esac
    elif [[ -z $words ]]; then
      case $command in
${cases(
  operandCases(commands).map(([name, operands]) => [
    name,
    operands === 'contracts' ? `words=$("\${COMP_WORDS[0]}" ${ASK_CONTRACTS})` : `words=${lines(operands)}`,
  ]),
)}
      esac
    fi
  fi
  while IFS= read -r word; do
    [[ -n $word && $word == "$current"* ]] && COMPREPLY+=("$(printf %q "\${word#"$colon"}")")
  done <<< "$words"
}
complete -o default -F _samplegate samplegate
`;
}

/** A script for zsh, which may also be a file `_samplegate` in a folder of `fpath`. */
export function zshCompletion({ commands }: Completions): string {
  return `#compdef samplegate
_samplegate() {
  local current=\${words[CURRENT]} command=\${words[2]} option=\${words[CURRENT-1]}
  if (( CURRENT == 2 )); then
    compadd -- ${commands.map(({ name }) => name).join(' ')}
    return
  fi
  if [[ $current == --*=* ]]; then
    option=\${current%%=*}
    compset -P 1 '*='
  fi
  case "$command $option" in
${cases(
  valueCases(commands).map(([pattern, values]) => [
    pattern,
    values === undefined
      ? '_files; return'
      : `[[ $PREFIX == *=* ]] && compset -P '*=' && { _files; return }; compadd -- ${values.map(quoted).join(' ')}; return`,
  ]),
)}
  esac
  if [[ $current == -* ]]; then
    case $command in
${cases(commands.map((each) => [each.name, `compadd -- ${optionsOf(each).join(' ')}; return`]))}
    esac
  fi
  case $command in
${cases(
  operandCases(commands).map(([name, operands]) => [
    name,
    operands === 'contracts'
      ? `compadd -- \${(f)"$("\${(Q)words[1]}" ${ASK_CONTRACTS})"}`
      : `compadd -- ${operands.map(quoted).join(' ')}; return`,
  ]),
)}
  esac
  _files
}
# As a file in \`fpath\`, this is the body of the function.
if [[ \${funcstack[1]} == _samplegate ]]; then _samplegate "$@"; else compdef _samplegate samplegate; fi
`;
}

/** A script for fish, with what each command and option does. */
export function fishCompletion({ commands }: Completions): string {
  const ofCommands = commands.flatMap(({ name, summary, options, operands }) => [
    `${fishAt('""')} -f -a ${name} -d ${quoted(summary)}`,
    ...Object.entries(options).map(([option, spec]) =>
      [fishAt(name), ...fishOption(option, spec), `-d ${quoted(spec.help.split('\n')[0] ?? '')}`].join(' '),
    ),
    ...Object.entries(options).flatMap(([option, { short, ...spec }]) =>
      spec.type === 'string' && spec.values !== undefined
        ? [
            `complete -c samplegate -n '__samplegate_at ${name}; and string match -q "*=*" -- (commandline -ct)' -l ${option}${short === undefined ? '' : ` -s ${short}`} -r -F`,
          ]
        : [],
    ),
    `${fishAt(name)} -l help -d 'show the options'`,
    ...(operands === undefined
      ? []
      : operands === 'contracts'
        ? [`${fishAt(name)} -a '(eval (commandline -opc)[1] ${ASK_CONTRACTS})'`]
        : [`${fishAt(name)} -f -a '${operands.join(' ')}'`]),
  ]);
  return `function __samplegate_at
  set -l words (commandline -opc)
  test "$words[2]" = "$argv[1]"
end
${ofCommands.join('\n')}
`;
}

/** What completes after a command; `""` where there is none yet. */
function fishAt(command: string): string {
  return `complete -c samplegate -n '__samplegate_at ${command}'`;
}

function fishOption(name: string, spec: OptionSpec): readonly string[] {
  const flags = [`-l ${name}`, ...(spec.short === undefined ? [] : [`-s ${spec.short}`])];
  if (!takesValue(spec)) return flags;
  return [...flags, spec.values === undefined ? '-r' : `-x -a '${spec.values.join(' ')}'`];
}

/** Whether the word after an option is its value. One that may be omitted completes like a flag. */
function takesValue(spec: OptionSpec): spec is Extract<OptionSpec, { type: 'string' }> {
  return spec.type === 'string' && !spec.value.startsWith('[');
}

type Commands = Completions['commands'];

/** For each option with a value, the pattern of the command and the option, and the values that are known. */
function valueCases(
  commands: Commands,
): readonly (readonly [pattern: string, values: readonly string[] | undefined])[] {
  return commands.flatMap(({ name, options }) =>
    Object.entries(options).flatMap(([option, spec]) => {
      if (!takesValue(spec)) return [];
      const flags = [`--${option}`, ...(spec.short === undefined ? [] : [`-${spec.short}`])];
      return [[flags.map((flag) => `"${name} ${flag}"`).join('|'), spec.values] as const];
    }),
  );
}

function operandCases(
  commands: Commands,
): readonly (readonly [name: string, operands: readonly string[] | 'contracts'])[] {
  return commands.flatMap(({ name, operands }) =>
    operands === undefined ? [] : [[name, operands] as const],
  );
}

function optionsOf({ options }: Commands[number]): readonly string[] {
  return ['--help', ...Object.keys(options).map((option) => `--${option}`)];
}

function cases(all: readonly (readonly [pattern: string, body: string])[]): string {
  return all.map(([pattern, body]) => `      ${pattern}) ${body} ;;`).join('\n');
}

/** Words as lines of one string of bash. */
function lines(words: readonly string[]): string {
  return `$'${words.join('\\n')}'`;
}

/** In fish, only these two are special between single quotes; in zsh, no word has them. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
