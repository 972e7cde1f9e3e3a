import { parseArgs } from 'node:util';

import { nearest } from '../../model/nearest';
import { codeOf, messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import type { OptionSpecs } from './option';

/** The options and operands of a command. Throws a UsageError that names a wrong option and the nearest one. */
export function parseOptions<const Specs extends OptionSpecs>(
  command: string,
  args: readonly string[],
  options: Specs,
) {
  try {
    const config = { args: [...args], options, allowPositionals: true, strict: true } as const;
    refuseRepeats(parseArgs({ ...config, tokens: true }).tokens, options);
    const parsed = parseArgs(config);
    refuseEmpty(command, parsed.positionals);
    return parsed;
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS_') === true)
      throw new UsageError(wrongArgumentMessage(messageOf(error), command, options));
    throw error;
  }
}

/** Throws a UsageError for an option with two different values where only one is allowed: Node would ignore the first. */
function refuseRepeats(tokens: readonly Token[], options: OptionSpecs): void {
  const seen = new Map<string, string | undefined>();
  for (const { kind, name = '', value } of tokens) {
    if (kind !== 'option') continue;
    const spec = options[name];
    if (seen.has(name) && spec?.type === 'string' && spec.multiple !== true && seen.get(name) !== value)
      throw new UsageError(`\`--${name}\` is given twice, but takes one value: omit one of them`);
    seen.set(name, value);
  }
}

/** Throws a UsageError for an operand without a character: as a path, it would be the working folder. */
function refuseEmpty(command: string, operands: readonly string[]): void {
  if (operands.includes(''))
    throw new UsageError(
      `an argument of \`${command}\` is empty: omit it, or set the shell variable that it comes from`,
    );
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/** Throws a UsageError for an operand of a command that takes none. */
export function refuseOperands(command: string, operands: readonly string[]): void {
  const [operand] = operands;
  if (operand !== undefined)
    throw new UsageError(
      `unexpected argument \`${operand}\`: \`${command}\` takes only options; \`samplegate help ${command}\` lists them`,
    );
}

/** Node's own message says what is wrong with an argument, but not what to do. */
function wrongArgumentMessage(message: string, command: string, options: OptionSpecs): string {
  const [, unknown] = /^Unknown option '([^']*)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const near = unknown.startsWith('--') ? nearest(unknown.slice(2), Object.keys(options)) : undefined;
    const hint =
      near === undefined ? `\`samplegate help ${command}\` lists the options` : `did you mean \`--${near}\`?`;
    return `unknown option \`${unknown}\`: ${hint}`;
  }
  const [, option = '', wrong] =
    /^Option '(?:-\w, )?(--[^ ']+)[^']*' (argument|does not take)/.exec(message) ?? [];
  if (wrong === undefined) return lowerFirst(message);
  if (wrong !== 'argument') return `\`${option}\` takes no value: write it alone`;
  const spec = options[option.slice(2)];
  return `\`${option}\` needs a value: \`${option} ${spec?.type === 'string' ? spec.value : 'VALUE'}\``;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
