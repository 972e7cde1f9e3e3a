import { parseArgs, type ParseArgsConfig } from 'node:util';

import { nearest } from '../model/nearest';
import { codeOf, messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';

type OptionSpecs = NonNullable<ParseArgsConfig['options']>;

/** The options and operands of a command. Throws a UsageError that names a wrong option and the one that was meant. */
export function parseOptions<const Specs extends OptionSpecs>(
  command: string,
  args: readonly string[],
  options: Specs,
) {
  try {
    const config = { args: [...args], options, allowPositionals: true, strict: true } as const;
    refuseRepeats(parseArgs({ ...config, tokens: true }).tokens, options);
    return parseArgs(config);
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS_') === true)
      throw new UsageError(describe(messageOf(error), command, Object.keys(options)));
    throw error;
  }
}

/** Throws a UsageError for an option that is given twice and counts once: the first value would be lost without a word. */
function refuseRepeats(tokens: readonly Token[], options: OptionSpecs): void {
  const seen = new Map<string, string | undefined>();
  for (const { kind, name = '', value } of tokens) {
    if (kind !== 'option') continue;
    if (
      seen.has(name) &&
      options[name]?.multiple !== true &&
      options[name]?.type === 'string' &&
      seen.get(name) !== value
    )
      throw new UsageError(`\`--${name}\` is given twice, and only one value can count: leave one out`);
    seen.set(name, value);
  }
}

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string | undefined;
}

/** Throws a UsageError for operands, which a command that takes none must not pass over. */
export function refuseOperands(command: string, operands: readonly string[]): void {
  const [operand] = operands;
  if (operand !== undefined)
    throw new UsageError(
      `\`${command}\` takes nothing but options, so what is \`${operand}\`? \`samplegate help ${command}\` shows what it takes`,
    );
}

/** Node's own words tell what is wrong with an argument, but not the way out. */
function describe(message: string, command: string, names: readonly string[]): string {
  const [, unknown] = /^Unknown option '([^']*)'/.exec(message) ?? [];
  if (unknown !== undefined) {
    const near = unknown.startsWith('--') ? nearest(unknown.slice(2), names) : undefined;
    const hint =
      near === undefined ? `\`samplegate help ${command}\` lists the options` : `did you mean \`--${near}\`?`;
    return `there is no option \`${unknown}\`: ${hint}`;
  }
  const [, option = '', wrong] =
    /^Option '(?:-\w, )?(--[^ ']+)[^']*' (argument|does not take)/.exec(message) ?? [];
  if (wrong === 'argument') return `\`${option}\` needs a value: \`samplegate help ${command}\` says which`;
  return wrong === undefined ? lowerFirst(message) : `\`${option}\` takes no value: write it alone`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
