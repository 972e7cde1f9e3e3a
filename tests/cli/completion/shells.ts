import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundledCommand } from '../../bundled-source';
import { tempProject } from '../../engine/temp-project';
import { runCli } from '../run-cli';

/** Asks the completion of fish itself. */
const FISH = `source "$argv[1]"; complete -C "$argv[2]"`;

/** As bash calls the function: with the line divided at blanks, colons and equals signs. */
const BASH = String.raw`source "$1"
COMP_WORDS=()
rest=$2
while [[ $rest =~ ^\ *(\'[^\']*\'|[^\ :=]+|[:=])(.*)$ ]]; do
  COMP_WORDS+=("\${BASH_REMATCH[1]}")
  rest=\${BASH_REMATCH[2]}
done
[[ $2 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
complete -p samplegate | grep -q -- '-F _samplegate' || exit 9
_samplegate
printf '%s\n' "\${COMPREPLY[@]}"`.replaceAll('\\$', '$');

/** Types the line and a tab in an interactive zsh in a pseudo-terminal, whose `compadd` also writes its matches to a file. */
const ZSH = String.raw`zmodload zsh/zpty
zpty z zsh -f -i
setup="PROMPT=; cd $PWD; PATH=$PATH; autoload -Uz compinit; compinit -u -D; $3
compadd() { builtin compadd \"\$@\"; local -a hits; builtin compadd -A hits \"\$@\"; print -rl -- \$hits >> $4 }
finished() { : > $4.done }; comppostfuncs=(finished)
bindkey '^I' complete-word; : > $4.ready"
print -r -- "$setup" > "$4.setup"
zpty -w z "source $4.setup"
for wait in {1..3000}; do [[ -e $4.ready ]] && break; sleep 0.05; done
zpty -n -w z "$2"$'\t'
for wait in {1..3000}; do [[ -e $4.done ]] && break; zpty -r -t z out; sleep 0.05; done
zpty -d z
[[ -e $4 ]] && cat "$4"
exit 0`;

/** The shells whose completion is tried. */
export const SHELLS = ['bash', 'zsh', 'zsh with a file in fpath', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** Whether a shell is installed here. */
export function isInstalled(shell: Shell): boolean {
  try {
    execFileSync(programOf(shell), ['-c', 'exit 0']);
    return true;
  } catch {
    return false;
  }
}

function programOf(shell: Shell): string {
  return shell.split(' ')[0] ?? shell;
}

/** A folder with files in which the command can be completed. */
export function completionFolder(files: Readonly<Record<string, unknown>>) {
  const bundle = bundledCommand();
  const cwd = tempProject(files);
  const home = tempProject({});
  const program = join(home, 'samplegate');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`);
  chmodSync(program, 0o755);
  let lines = 0;
  return {
    /** What a shell offers for a line, in any order. Where it offers files, these are from the shell. */
    offered: async (shell: Shell, line: string): Promise<readonly string[]> => {
      const name = programOf(shell);
      const script = join(home, name === 'zsh' ? '_samplegate' : name);
      writeFileSync(script, (await runCli(['completion', name], { cwd })).out);
      lines += 1;
      const hits = join(home, `hits-${lines}`);
      const load = shell === 'zsh' ? `source ${script}` : `fpath=(${home} $fpath); compinit -u -D`;
      const args = {
        bash: ['--norc', '-c', BASH, 'bash', script, line],
        fish: ['--no-config', '-c', FISH, script, line],
        zsh: ['-f', '-c', ZSH, 'zsh', script, line, load, hits],
      }[name];
      const printed: string = execFileSync(name, args ?? [], {
        cwd,
        encoding: 'utf8',
        env: { HOME: home, PATH: `${home}:${process.env['PATH'] ?? ''}`, TERM: 'xterm' },
      });
      const words = printed.split('\n').map((word) => word.split('\t')[0] ?? '');
      return [...new Set(words.filter((word) => word !== ''))].toSorted();
    },
  };
}
