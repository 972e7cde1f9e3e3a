import { UsageError } from '../../model/usage-error';
import { ruleHelp } from '../../project/shipped/rule-help';
import { RULES } from '../../rules/rule-registry';
import { suggestName } from '../../wording/suggest-name';
import type { Command } from '../command';
import { parseOptions } from '../options/parse-options';

/** `samplegate explain RULE`: the rule's section of docs/rules.md; without a rule, one line per rule. */
export const explainCommand: Command = {
  usage: ['[RULE]'],
  summary: 'show what a rule checks, why, and how to turn it off',
  description: [
    'Prints what a rule checks, why, a wrong and a right example, how to turn it off, and its source. Without a rule, lists all rules.',
  ],
  options: {},
  exitCodes: { 0: 'printed', 2: 'there is no such rule' },
  examples: ['samplegate explain status-known'],
  run: async (args, io) => {
    const { positionals } = parseOptions('explain', args, {});
    io.out(positionals.length === 0 ? listRules() : positionals.map(explain).join('\n\n'));
    return 0;
  },
};

function listRules(): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return `${RULES.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`).join('\n')}\n`;
}

function explain(id: string): string {
  const ids = RULES.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new UsageError(
      `there is no rule \`${id}\`: ${suggestName(id, ids, '`samplegate explain` lists them')}`,
    );
  }
  const help = ruleHelp(id);
  if (help === undefined) throw new Error(`docs/rules.md has no section on ${id}`);
  return `${id}\n\n${help}\n`;
}
