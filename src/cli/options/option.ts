/** An option that is given alone. */
interface FlagSpec {
  readonly type: 'boolean';
  /** Its letter after one dash. */
  readonly short?: string;
  /** What it does, for the help; a line break starts a new line. */
  readonly help: string;
  /** The section of the help that lists it. Absent: the first one. */
  readonly section?: Section;
}

/** An option with a value. */
interface ValueSpec extends Omit<FlagSpec, 'type'> {
  readonly type: 'string';
  /** What the help writes for the value: `FILE`; in brackets if it may be omitted. */
  readonly value: string;
  /** Whether it may be given more than once. */
  readonly multiple?: boolean;
  /** The values that a shell can complete, if only these are known. */
  readonly values?: readonly string[];
}

/** The sections of the help of a command, after the first one. */
export type Section = 'report' | 'service';

/** An option, declared once: how it is parsed, and what the help says about it. */
export type OptionSpec = FlagSpec | ValueSpec;

/** Options by name, without their dashes. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of options, as given. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]?: Specs[Name] extends { readonly type: 'boolean' }
    ? boolean
    : Specs[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string;
};

/**
 * Called with the options that a command has left after it has read its own. An option that is declared but never read is left over, and
 * does not compile.
 */
export function assertNoneLeft(_values: Readonly<Record<string, never>>): void {}
