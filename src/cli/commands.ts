import type { Command } from './command';
import { checkCommand } from './commands/check-command';
import { createCompletionCommand } from './commands/completion-command';
import { explainCommand } from './commands/explain-command';
import { initCommand } from './commands/init-command';
import { lawsCommand } from './commands/laws-command';
import { reportCommand } from './commands/report-command';
import { serveCommand } from './commands/serve-command';
import { strengthCommand } from './commands/strength-command';
import { typesCommand } from './commands/types-command';

/** Every command by its name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  laws: lawsCommand,
  report: reportCommand,
  serve: serveCommand,
  types: typesCommand,
  strength: strengthCommand,
  init: initCommand,
  explain: explainCommand,
  completion: createCompletionCommand(() => COMMANDS),
};
