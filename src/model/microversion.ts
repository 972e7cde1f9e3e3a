/** The version of one API change, such as `2.79`: two integers compared one by one, so 2.9 < 2.10 < 2.100. */
export interface Microversion {
  readonly major: number;
  readonly minor: number;
}

const FORM = /^([1-9]\d*)\.(0|[1-9]\d*)$/;

/** The microversion a text spells, or undefined when it is not exactly `X.Y` (no `v`, sign, space, leading zero or third part). */
export function parseMicroversion(text: string): Microversion | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const microversion = { major: Number(match[1]), minor: Number(match[2]) };
  return Number.isSafeInteger(microversion.major) && Number.isSafeInteger(microversion.minor)
    ? microversion
    : undefined;
}

/** The microversion whose samples a folder of this name holds: that of `v2.10`; undefined for `v2`, `v2.01`, `2.10` and any other name. */
export function folderMicroversion(name: string): Microversion | undefined {
  return name.startsWith('v') ? parseMicroversion(name.slice(1)) : undefined;
}

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`. */
export function compareMicroversions(a: Microversion, b: Microversion): number {
  return a.major - b.major || a.minor - b.minor;
}

export function formatMicroversion({ major, minor }: Microversion): string {
  return `${major}.${minor}`;
}
