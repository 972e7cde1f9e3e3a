/** The version of one API change, such as `2.79`. Its two integers are compared one by one, so 2.9 < 2.10 < 2.100. */
export interface Microversion {
  readonly major: number;
  readonly minor: number;
}

/** What a client may ask for: one microversion, or the newest that the service has. */
export type RequestedMicroversion = Microversion | 'latest';

const FORM = /^([1-9]\d*)\.(0|[1-9]\d*)$/;

/** Whether a text is `X.Y`, even with numbers that are too large to parse. */
export function hasMicroversionForm(text: string): boolean {
  return FORM.test(text);
}

/** A text without white space and characters that are not shown, and with full-width characters in ASCII: `２.1` reads like 2.1. */
export function inPlainCharacters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
}

/** Parses a microversion. Undefined when the text is not exactly `X.Y` (without `v`, sign, space, leading zero or third part). */
export function parseMicroversion(text: string): Microversion | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const microversion = { major: Number(match[1]), minor: Number(match[2]) };
  return Number.isSafeInteger(microversion.major) && Number.isSafeInteger(microversion.minor)
    ? microversion
    : undefined;
}

/** The microversion of the samples in a folder with this name: `v2.10` is 2.10. Undefined for `v2`, `v2.01`, `2.10` and any other name. */
export function folderMicroversion(name: string): Microversion | undefined {
  return name.startsWith('v') ? parseMicroversion(name.slice(1)) : undefined;
}

/** `2.30`, or `latest`. */
export function formatRequested(microversion: RequestedMicroversion): string {
  return microversion === 'latest' ? microversion : formatMicroversion(microversion);
}

/** Negative, zero or positive when `a` is older than, equal to or newer than `b`. */
export function compareMicroversions(a: Microversion, b: Microversion): number {
  return a.major - b.major || a.minor - b.minor;
}

export function formatMicroversion({ major, minor }: Microversion): string {
  return `${major}.${minor}`;
}
