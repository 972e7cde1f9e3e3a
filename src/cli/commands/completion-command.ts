import { SEVERITIES } from '../../model/severity';
import { UsageError } from '../../model/usage-error';
import { REPORTERS } from '../../reporters/reporter-registry';
import { RULES } from '../../rules/rule-registry';
import { suggestName } from '../../wording/suggest-name';
import type { Command } from '../command';
import { bashCompletion, fishCompletion, zshCompletion, type Completions } from '../completion-scripts';
import { parseOptions } from '../parse-options';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `samplegate completion SHELL`: a script that completes commands, options, formats and rule ids. The commands are only known when it runs. */
export function createCompletionCommand(commands: () => Readonly<Record<string, Command>>): Command {
  return {
    usage: ['bash | zsh | fish'],
    summary: 'print a script that completes command lines in a shell',
    description: [
      'Prints a script that completes commands, options, formats, severities and rule ids. Load it when the shell starts: `source <(samplegate completion bash)` in ~/.bashrc, the same with `zsh` in ~/.zshrc after `compinit`, `samplegate completion fish | source` in config.fish.',
    ],
    options: {},
    exitCodes: { 0: 'printed', 2: 'the shell is not known' },
    examples: ['samplegate completion bash'],
    run: async (args, io) => {
      const { positionals } = parseOptions('completion', args, {});
      const [shell, ...others] = positionals;
      if (shell === undefined || others.length > 0)
        throw new UsageError('name one shell: `samplegate completion bash`, `zsh` or `fish`');
      if (!isShell(shell))
        throw new UsageError(
          `there is no completion for \`${shell}\`: ${suggestName(shell, Object.keys(SHELLS), 'use bash, zsh or fish')}`,
        );
      io.out(SHELLS[shell](completionsOf(commands())));
      return 0;
    },
  };
}

function isShell(name: string): name is keyof typeof SHELLS {
  return Object.hasOwn(SHELLS, name);
}

function completionsOf(commands: Readonly<Record<string, Command>>): Completions {
  const names = [...Object.keys(commands), 'help'];
  return {
    commands: Object.entries(commands).map(([name, { summary, options }]) => ({ name, summary, options })),
    values: { '--format': Object.keys(REPORTERS), '-f': Object.keys(REPORTERS), '--fail-on': SEVERITIES },
    operands: {
      explain: RULES.map(({ id }) => id),
      help: names,
      completion: Object.keys(SHELLS),
    },
  };
}
