import { formatMicroversion, type Microversion } from '../model/microversion';
import { bannerFor } from './banner';

/** The file of the types that tell which microversions there are. */
export const MICROVERSIONS_PATH = 'microversion.ts';

/** Their names: those that the index re-exports, and those that other generated files alone use. */
export const MICROVERSION_TYPES = {
  exported: ['Microversion', 'NewestMicroversion', 'OldestMicroversion'],
  internal: ['MicroversionRange'],
} as const;

/**
 * The text of that file. It alone names the newest microversion, so that a new one changes this file and no other: ranges
 * refer to what follows what, and are put together by the compiler.
 */
export function microversionTypes(known: readonly Microversion[]): string {
  const texts = known.map((microversion) => `'${formatMicroversion(microversion)}'`);
  const [oldest = 'never', newest = 'never'] = [texts[0], texts.at(-1)];
  const following = texts.slice(1).map((text, index) => `  ${texts[index]}: ${text};\n`);
  return `${bannerFor('the microversions of the manifest and its samples')}

/** The microversion that comes after each but the newest. */
interface Following {
${following.join('')}}

/** The oldest microversion that is known. */
export type OldestMicroversion = ${oldest};

/** The newest microversion that is known. */
export type NewestMicroversion = ${newest};

/** Every microversion that is known. */
export type Microversion = keyof Following | NewestMicroversion;

/** The known microversions from one to another, both included; without the other, up to the newest. */
export type MicroversionRange<From, To = never, Before = never> = [From] extends [To]
  ? Before | From
  : From extends keyof Following
    ? MicroversionRange<Following[From], To, Before | From>
    : Before | From;
`;
}
