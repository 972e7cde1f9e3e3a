import { UsageError } from '../../model/usage-error';
import { quote } from '../../wording/quote';
import { givenWord, isObject, refuseOptions, type OptionKinds } from './option-kinds';

/**
 * Throws a UsageError for an option that `call` does not have, and for one of another kind. No type refuses them in JavaScript: a misspelt option would be
 * ignored, and a check would pass for want of it.
 */
export function refuseWrongOptions<Options extends object>(
  options: Options,
  kinds: OptionKinds<Options>,
  call: string,
): void {
  if (!isObject(options))
    throw new UsageError(
      `the options of ${call} are an object, such as \`{ ${exampleIn(kinds)} }\`, got ${givenWord(options)}`,
    );
  refuseOptions(options, kinds, { option: '', call });
}

/** Throws a UsageError for a call without the name of a contract, which only TypeScript refuses. */
export function refuseNoContract(contract: unknown, names: readonly string[], call: string): void {
  if (typeof contract !== 'string')
    throw new UsageError(
      `${call} needs the name of a contract, such as ${quote(names[0] ?? 'pets.show')}, got ${givenWord(contract)}`,
    );
}

/** The example that fits the options of a call. */
const EXAMPLES: Readonly<Record<string, string>> = {
  schema: "schema: 'FILE'",
  targets: "targets: 'FILE'",
  manifest: "manifest: 'FILE'",
  paths: "paths: ['FILE']",
  port: 'port: 8774',
  microversion: "microversion: '2.61'",
  formats: "formats: 'annotated'",
};

function exampleIn(kinds: object): string {
  return Object.entries(EXAMPLES).find(([name]) => name in kinds)?.[1] ?? '';
}
