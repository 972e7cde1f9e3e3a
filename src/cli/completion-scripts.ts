import type { OptionSpecs } from './option';

/** What a shell can complete. */
export interface Completions {
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    readonly options: OptionSpecs;
  }[];
  /** The values of options, by the option as it is written. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The operands of commands, by name. Those of other commands are files. */
  readonly operands: Readonly<Record<string, readonly string[]>>;
}

/** A script for bash: it completes files where it knows nothing else. */
export function bashCompletion(completions: Completions): string {
  return `_samplegate() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${namesOf(completions).join(' ')}"
  else
    case $previous in
${casesOf(wordCases(completions.values), (words) => `words="${words}"`)}
    esac
    if [ -z "$words" ]; then
      case $command in
${casesOf(wordCases(completions.operands), (words) => `words="${words}"`)}
      esac
    fi
    if [[ $current == -* ]]; then
      words=
      case $command in
${casesOf(optionCases(completions), (words) => `words="${words}"`)}
      esac
    fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _samplegate samplegate
`;
}

/** A script for zsh, which may also be a file \`_samplegate\` in a folder of \`fpath\`. */
export function zshCompletion(completions: Completions): string {
  return `#compdef samplegate
_samplegate() {
  local current=\${words[CURRENT]} previous=\${words[CURRENT-1]} command=\${words[2]}
  if (( CURRENT == 2 )); then
    compadd -- ${namesOf(completions).join(' ')}
    return
  fi
  case $previous in
${casesOf(wordCases(completions.values), (words) => `compadd -- ${words}; return`)}
  esac
  if [[ $current == -* ]]; then
    case $command in
${casesOf(optionCases(completions), (words) => `compadd -- ${words}; return`)}
    esac
  fi
  case $command in
${casesOf(wordCases(completions.operands), (words) => `compadd -- ${words}; return`)}
  esac
  _files
}
compdef _samplegate samplegate
`;
}

/** A script for fish, with what each command and option does. */
export function fishCompletion({ commands, values, operands }: Completions): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c samplegate -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...Object.entries(options).map(([option, { type, short, help }]) => {
      const known = values[`--${option}`];
      return [
        `complete -c samplegate -n '__fish_seen_subcommand_from ${name}' -l ${option}`,
        ...(short === undefined ? [] : [`-s ${short}`]),
        ...(type === 'boolean' ? [] : [known === undefined ? '-r' : `-x -a '${known.join(' ')}'`]),
        `-d ${quoted(help.split('\n')[0] ?? '')}`,
      ].join(' ');
    }),
  ]);
  const ofOperands = Object.entries(operands).map(
    ([name, words]) =>
      `complete -c samplegate -n '__fish_seen_subcommand_from ${name}' -f -a '${words.join(' ')}'`,
  );
  return `${[...lines, 'complete -c samplegate -n __fish_use_subcommand -f -a help', ...ofOperands].join('\n')}\n`;
}

function namesOf({ commands }: Completions): readonly string[] {
  return [...commands.map(({ name }) => name), 'help'];
}

type Case = readonly [pattern: string, words: string];

function casesOf(cases: readonly Case[], body: (words: string) => string): string {
  return cases.map(([pattern, words]) => `      ${pattern}) ${body(words)} ;;`).join('\n');
}

function wordCases(words: Completions['values' | 'operands']): readonly Case[] {
  return Object.entries(words).map(([name, all]) => [name, all.join(' ')]);
}

function optionCases({ commands }: Completions): readonly Case[] {
  return commands.map(({ name, options }) => [
    name,
    ['--help', ...Object.keys(options).map((option) => `--${option}`)].join(' '),
  ]);
}

/** In fish, only these two are special between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
