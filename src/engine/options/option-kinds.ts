import { UsageError } from '../../model/usage-error';
import { orList } from '../../wording/list-words';
import { suggestName } from '../../wording/suggest-name';
import { typeWord, valueWord } from '../../wording/value-word';

/** Where a value is: in an option of a call, as users write it, such as `live.timeout`. */
export interface OptionPlace {
  readonly option: string;
  /** The call, as messages name it. */
  readonly call: string;
}

/** Which values an option takes, and how messages name them. */
interface Kind {
  /** In words, after "must be". */
  readonly words: string;
  readonly takes: (value: unknown) => boolean;
  /** Whether messages quote a text that it does not take. Default: false, as it may hold a password. */
  readonly quotesText?: true;
  /** Throws a UsageError for what is wrong inside a value that it takes. */
  readonly refuseInside?: (value: unknown, place: OptionPlace) => void;
  /** Whether the option cannot be omitted. Default: false. */
  readonly isNeeded?: true;
}

/** The kind of an option with this type of values. `in out`: a kind that takes more of them, or fewer, does not compile. */
export interface OptionKind<in out Value> extends Kind {
  readonly takes: (value: unknown) => value is Value;
}

interface NeededKind<in out Value> extends OptionKind<Value> {
  readonly isNeeded: true;
}

/** All options of a call, or of an object in them, with the kind of each. */
export type OptionKinds<Options> = {
  readonly [Name in keyof Options]-?: {} extends Pick<Options, Name>
    ? OptionKind<Exclude<Options[Name], undefined>>
    : NeededKind<Options[Name]>;
};

type Call = (...args: never) => unknown;

const isText = (value: unknown): value is string => typeof value === 'string';

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kind<Value>(words: string, takes: (value: unknown) => value is Value): OptionKind<Value> {
  return { words, takes };
}

function numberKind(words: string, allows: (value: number) => boolean): OptionKind<number> {
  return kind(words, (value): value is number => typeof value === 'number' && allows(value));
}

/** Without a character, it would be the working folder, or count as omitted. */
const text: OptionKind<string> = {
  ...kind('a string', isText),
  refuseInside: (value, { option, call }) => {
    if (value === '')
      throw new UsageError(
        `the option \`${option}\` of ${call} is empty: omit it, or set the variable that it comes from`,
      );
  },
};

export const OPTION_KINDS = {
  text,
  anyText: kind('a string', isText),
  flag: kind('`true` or `false`', (value) => typeof value === 'boolean'),
  yes: kind('`true`', (value): value is true => value === true),
  number: numberKind('a number', (value) => !Number.isNaN(value)),
  positive: numberKind('a number above 0', (value) => value > 0),
  count: numberKind('a whole number, 0 or more', (value) => Number.isInteger(value) && value >= 0),
  size: numberKind('a whole number, 1 or more', (value) => Number.isInteger(value) && value >= 1),
  port: numberKind(
    'a whole number, 0 to 65535',
    (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
  ),
  bytes: kind('a `Uint8Array`', (value): value is Uint8Array => ArrayBuffer.isView(value)),
  /** Environment variables. */
  variables: made<Readonly<Record<string, string | undefined>>>(),
};

export function needed<Value>(optional: OptionKind<Value>): NeededKind<Value> {
  return { ...optional, isNeeded: true };
}

/** One of a few words. */
export function oneWordOf<const Word extends string>(words: readonly Word[]): OptionKind<Word> {
  return {
    words: orList(words.map((word) => `\`${word}\``)),
    quotesText: true,
    takes: (value): value is Word => words.some((word) => word === value),
  };
}

export function either<One, Other>(one: OptionKind<One>, other: OptionKind<Other>): OptionKind<One | Other> {
  return {
    words: `${one.words} or ${other.words}`,
    takes: (value): value is One | Other => one.takes(value) || other.takes(value),
    refuseInside: (value, place) => (one.takes(value) ? one : other).refuseInside?.(value, place),
  };
}

export function listOf<Item>(item: OptionKind<Item>): OptionKind<readonly Item[]> {
  return {
    words: 'an array',
    takes: (value): value is readonly Item[] => Array.isArray(value),
    refuseInside: (values, { option, call }) => {
      const items: readonly unknown[] = Array.isArray(values) ? values : [];
      for (const [at, value] of items.entries())
        refuseValue(value, item, { option: `${option}[${at}]`, call });
    },
  };
}

/** An object with any of these names; `remedy` says where they are listed. */
export function recordOf<Value>(
  names: readonly string[],
  member: OptionKind<Value>,
  remedy: string,
): OptionKind<Readonly<Record<string, Value>>> {
  return {
    ...made(),
    refuseInside: (values, { option, call }) => {
      for (const [name, value] of Object.entries<unknown>({ ...(isObject(values) ? values : {}) })) {
        const place = { option: `${option}['${name}']`, call };
        if (!names.includes(name)) throw unknownOption(place, suggestName(name, names, remedy));
        refuseValue(value, member, place);
      }
    },
  };
}

/** An object with options of its own. */
export function optionsOf<Options extends object>(
  kinds: OptionKinds<Options>,
  words?: string,
): OptionKind<Options> {
  return {
    ...made(words),
    refuseInside: (options, place) => {
      if (isObject(options)) refuseOptions(options, kinds, place);
    },
  };
}

/** An object that another call made, such as an open project: what is inside is no option. */
export function made<Value extends object>(words = 'an object'): OptionKind<Value> {
  return kind(words, (value): value is Value => isObject(value));
}

export function aCall<Value extends Call>(): OptionKind<Value> {
  return kind('a function', (value): value is Value => typeof value === 'function');
}

/** Options for programs that open manifests themselves, which no message suggests. */
const UNNAMED: ReadonlySet<string> = new Set(['manifestText', 'tree', 'memory', 'place']);

/** Throws a UsageError for an option that is not one of these, and for one of another kind. */
export function refuseOptions<Options extends object>(
  options: object,
  kinds: OptionKinds<Options>,
  { option, call }: OptionPlace,
): void {
  const placeOf = (name: string): OptionPlace => ({
    option: option === '' ? name : `${option}.${name}`,
    call,
  });
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(kinds, name));
  if (unknown !== undefined) {
    const shown = Object.keys(kinds).filter((name) => !UNNAMED.has(name));
    throw unknownOption(placeOf(unknown), suggestName(unknown, shown));
  }
  for (const [name, known] of Object.entries<Kind>(kinds)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined || known.isNeeded === true) refuseValue(value, known, placeOf(name));
  }
}

function refuseValue(
  value: unknown,
  { words, takes, quotesText, refuseInside }: Kind,
  place: OptionPlace,
): void {
  if (!takes(value)) {
    const got = quotesText === true && isText(value) ? valueWord(value) : givenWord(value);
    throw new UsageError(`the option \`${place.option}\` of ${place.call} must be ${words}, got ${got}`);
  }
  refuseInside?.(value, place);
}

function unknownOption({ option, call }: OptionPlace, remedy: string): UsageError {
  return new UsageError(`unknown option \`${option}\` of ${call}: ${remedy}`);
}

/** A value from JavaScript, which may be one that JSON does not have. */
export function givenWord(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol' || typeof value === 'bigint') return `a ${typeof value}`;
  return typeof value === 'string' && value !== '' ? typeWord(value) : valueWord(value);
}
