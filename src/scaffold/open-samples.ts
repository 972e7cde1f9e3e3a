import type { PairingQuestion } from './pairs/pair-samples';

/** The samples that the manifest has no contract for. */
export interface OpenSamples {
  readonly questions: readonly PairingQuestion[];
  /** The paths of samples that no schema fits. */
  readonly unpaired: readonly string[];
}

/** How many samples are listed for each reason. */
const MOST_SAMPLES = 20;

/** Comments at the end of a manifest that name the samples without a contract; empty without any. */
export function openNotes({ questions, unpaired }: OpenSamples): string {
  return [
    section(
      'Several schemas fit these samples. Which is the right one? Add each sample to the `samples:` of a contract:',
      questions.flatMap(({ samples, schemas }) => samples.map((sample) => `${sample}: ${orOthers(schemas)}`)),
    ),
    section(
      'No schema fits these samples. Write one for each, or infer them with `samplegate init --force`:',
      unpaired,
    ),
  ].join('');
}

/** How many schemas are listed for one sample. */
const MOST_SCHEMAS = 3;

function orOthers(schemas: readonly string[]): string {
  const more = schemas.length - MOST_SCHEMAS;
  return more > 0 ? `${schemas.slice(0, MOST_SCHEMAS).join(', ')} or ${more} others` : schemas.join(' or ');
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return ['', `# ${title}`, ...shorten(lines)].map((line) => `${line}\n`).join('');
}

function shorten(lines: readonly string[]): readonly string[] {
  const shown =
    lines.length > MOST_SAMPLES
      ? [...lines.slice(0, MOST_SAMPLES - 1), `and ${lines.length - MOST_SAMPLES + 1} more`]
      : lines;
  // A line break in the name of a file would end the comment.
  return shown.map((line) => `#   ${line.replaceAll(/[\r\n\u0085\u2028\u2029]/g, '?')}`);
}
