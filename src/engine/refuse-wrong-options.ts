import { UsageError } from '../model/usage-error';
import { quote } from '../wording/quote';
import { suggestName } from '../wording/suggest-name';
import { valueWord } from '../wording/value-word';

/** Which values an option takes. */
interface OptionKind {
  /** In words, after "expected". */
  readonly words: string;
  readonly takes: (value: unknown) => boolean;
  /** Whether it cannot be omitted. */
  readonly isNeeded?: true;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The kinds of options. What is inside a list or an object is left to whoever reads it. */
export const OPTION_KINDS = {
  text: { words: 'a string', takes: isText },
  neededText: { words: 'a string', takes: isText, isNeeded: true },
  texts: { words: 'an array of strings', takes: isTexts },
  textOrTexts: {
    words: 'a string or an array of strings',
    takes: (value) => isText(value) || isTexts(value),
  },
  textOrTrue: { words: 'a string or `true`', takes: (value) => isText(value) || value === true },
  list: { words: 'an array', takes: Array.isArray },
  flag: { words: '`true` or `false`', takes: (value) => typeof value === 'boolean' },
  flagOrObject: {
    words: '`true`, `false` or an object',
    takes: (value) => typeof value === 'boolean' || isObject(value),
  },
  number: { words: 'a number', takes: (value) => typeof value === 'number' },
  object: { words: 'an object', takes: isObject },
  call: { words: 'a function', takes: (value) => typeof value === 'function' },
  objectOrCall: {
    words: 'an object or a function',
    takes: (value) => isObject(value) || typeof value === 'function',
  },
  /** Checked where it is read. */
  other: { words: '', takes: () => true },
} satisfies Readonly<Record<string, OptionKind>>;

/** All options of a call, with the kind of each. */
export type OptionKinds<Options> = Readonly<Record<keyof Required<Options>, OptionKind>>;

/** Options for programs that open manifests themselves, which no message suggests. */
const UNNAMED: ReadonlySet<string> = new Set(['manifestText', 'tree', 'memory']);

/**
 * Throws a UsageError for an option that `what` does not have, and for one of another kind. No type refuses them in JavaScript: a misspelt option would be
 * ignored, and a check would pass for want of it.
 */
export function refuseWrongOptions<Options>(
  options: Options,
  kinds: OptionKinds<Options>,
  what: string,
): void {
  if (!isObject(options))
    throw new UsageError(
      `the options of ${what} are an object, such as \`{ ${exampleIn(kinds)}: 'FILE' }\`, got ${wordOf(options)}`,
    );
  const unknown = Object.keys(options as object).find((name) => !Object.hasOwn(kinds, name));
  if (unknown !== undefined) {
    const shown = Object.keys(kinds).filter((name) => !UNNAMED.has(name));
    throw new UsageError(`unknown option \`${unknown}\` of ${what}: ${suggestName(unknown, shown)}`);
  }
  for (const [name, { words, takes, isNeeded }] of Object.entries<OptionKind>(kinds)) {
    const value: unknown = options[name as keyof Options];
    if (value === undefined ? isNeeded === true : !takes(value))
      throw new UsageError(`the option \`${name}\` of ${what} must be ${words}, got ${wordOf(value)}`);
  }
}

/** Throws a UsageError for a call without the name of a contract, which only TypeScript refuses. */
export function refuseNoContract(contract: unknown, names: readonly string[], what: string): void {
  if (typeof contract !== 'string')
    throw new UsageError(
      `${what} needs the name of a contract, such as ${quote(names[0] ?? 'pets.show')}, got ${wordOf(contract)}`,
    );
}

function exampleIn(kinds: object): string {
  return ['schema', 'targets', 'manifest'].find((name) => name in kinds) ?? 'paths';
}

/** A value from JavaScript, which may be one that JSON does not have. */
function wordOf(value: unknown): string {
  if (value === undefined) return 'none';
  return typeof value === 'function' ? 'a function' : valueWord(value);
}
