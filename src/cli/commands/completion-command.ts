import { openProjects } from '../../engine/open/open-projects';
import { UsageError } from '../../model/usage-error';
import { RULES } from '../../rules/rule-registry';
import { suggestName } from '../../wording/suggest-name';
import type { Command } from '../command';
import { bashCompletion, fishCompletion, zshCompletion, type Completions } from '../completion-scripts';
import type { Io } from '../io';
import { parseOptions } from '../options/parse-options';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** What a script asks for when it completes. */
const CONTRACTS = 'contracts';

/** `samplegate completion SHELL`: a script that completes command lines. The commands are only known when it runs. */
export function createCompletionCommand(commands: () => Readonly<Record<string, Command>>): Command {
  return {
    usage: ['bash | zsh | fish', CONTRACTS],
    summary: 'print a script that completes command lines in a shell',
    description: [
      'Prints a script that completes commands, options and their values, rule ids and contracts. Load it when the shell starts: `source <(samplegate completion bash)` in ~/.bashrc, the same with `zsh` in ~/.zshrc after `compinit`, `samplegate completion fish | source` in config.fish.',
      'With `contracts`, prints the names of the contracts in the manifest of this folder: the scripts ask for them.',
    ],
    options: {},
    exitCodes: { 0: 'printed', 2: 'the shell is not known, or there is no manifest' },
    examples: ['samplegate completion bash'],
    run: async (args, io) => {
      const { positionals } = parseOptions('completion', args, {});
      const [shell, ...others] = positionals;
      if (shell === undefined || others.length > 0)
        throw new UsageError('name one shell: `samplegate completion bash`, `zsh` or `fish`');
      if (shell === CONTRACTS) io.out(contractsIn(io));
      else if (isShell(shell)) io.out(SHELLS[shell](completionsOf(commands())));
      else
        throw new UsageError(
          `there is no completion for \`${shell}\`: ${suggestName(shell, Object.keys(SHELLS), 'use bash, zsh or fish')}`,
        );
      return 0;
    },
  };
}

function isShell(name: string): name is keyof typeof SHELLS {
  return Object.hasOwn(SHELLS, name);
}

/** One name a line; a name with a line break cannot be completed. */
function contractsIn({ cwd }: Io): string {
  const names = openProjects({ cwd }).flatMap(({ contracts }) => contracts.map(({ name }) => name));
  return [...new Set(names)]
    .filter((name) => !/[\p{Cc}]/u.test(name))
    .map((name) => `${name}\n`)
    .join('');
}

function completionsOf(commands: Readonly<Record<string, Command>>): Completions {
  const operands: Readonly<Record<string, readonly string[] | 'contracts'>> = {
    explain: RULES.map(({ id }) => id),
    strength: CONTRACTS,
    completion: Object.keys(SHELLS),
  };
  return {
    commands: [
      ...Object.entries(commands).map(([name, { summary, options }]) => ({
        name,
        summary,
        options,
        ...(operands[name] === undefined ? {} : { operands: operands[name] }),
      })),
      {
        name: 'help',
        summary: 'show the options of a command',
        options: {},
        operands: Object.keys(commands),
      },
    ],
  };
}
