import { formatMicroversion, type Microversion } from '../model/versions/microversion';
import { bannerFor } from './banner';

/** The file with the types of all microversions. */
export const MICROVERSIONS_PATH = 'microversion.ts';

/** Their names: those that the index re-exports, and those that only other generated files use. */
export const MICROVERSION_TYPES = {
  exported: ['Microversion', 'NewestMicroversion', 'OldestMicroversion'],
  internal: ['MicroversionRange'],
} as const;

/**
 * The text of that file. No other file names the newest microversion, so a new microversion changes only this one: it states the order of
 * the microversions, and the TypeScript compiler builds the ranges from it.
 */
export function microversionTypes(known: readonly Microversion[]): string {
  const texts = known.map((microversion) => `'${formatMicroversion(microversion)}'`);
  const [oldest = 'never', newest = 'never'] = [texts[0], texts.at(-1)];
  const following = texts.slice(1).map((text, index) => `  ${texts[index]}: ${text};\n`);
  return `${bannerFor('the microversions of the manifest and its samples')}

/** Each microversion except the newest, with the one that follows it. */
interface Following {
${following.join('')}}

/** The oldest known microversion. */
export type OldestMicroversion = ${oldest};

/** The newest known microversion. */
export type NewestMicroversion = ${newest};

/** Every known microversion. */
export type Microversion = keyof Following | NewestMicroversion;

/** The known microversions in a range, both ends inclusive; without an end, up to the newest. */
export type MicroversionRange<From, To = never, Before = never> = [From] extends [To]
  ? Before | From
  : From extends keyof Following
    ? MicroversionRange<Following[From], To, Before | From>
    : Before | From;
`;
}
