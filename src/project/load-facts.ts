import { join } from 'node:path';

import type { Sample } from '../model/contracts/contract';
import type { Document } from '../model/documents/document';
import type { Fact, FactReading, FactSource } from '../model/project/fact';
import { ExactNumber } from '../model/json/exact-number';
import { canonicalText } from '../model/json/same-json';
import { createNearestPath } from '../model/nearest';
import type { Limits } from '../model/project/limits';
import type { Source } from '../model/documents/source';
import { queryJsonPath } from '../text/json-path';
import { runBounded } from '../text/run-bounded';
import { describeTextProblem } from '../text/text-problem-message';
import { createTextSource } from '../text/text-source';

import { readFactTemplate, type FactTemplate } from './fact-value';
import { displayPath } from './disk/file-path';
import type { ManifestFact, ManifestFactPlace } from './manifest/manifest';
import type { Tree } from './tree/tree';
import { messageOf } from '../model/thrown';

/** The input for reading facts. */
export interface FactInput {
  readonly facts: readonly ManifestFact[];
  readonly samples: readonly Pick<Sample, 'path' | 'document'>[];
  /** The absolute path of the manifest's folder. */
  readonly folder: string;
  /** The name of the manifest in findings. */
  readonly manifest: string;
  readonly cwd: string;
  readonly limits: Limits;
  readonly tree: Pick<Tree, 'read'>;
}

/** Reads the facts in all their places. `sources` are the files other than samples that were read. */
export function loadFacts(input: FactInput): {
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
} {
  const sources: Source[] = [];
  const meant = createNearestPath(() => input.samples.map(({ path }) => path));
  const facts = input.facts.map(({ name, places }) => ({
    name,
    sources: places.map((place): FactSource => {
      const at = { file: input.manifest, pointer: place.pointer, token: 'opening' } as const;
      const description = describeFactPlace(place);
      if (place.kind === 'file') {
        const file = displayPath(input.cwd, join(input.folder, place.file));
        return { description, place: at, file, ...readFile(place, input, sources) };
      }
      const { sample, at: path } = place;
      return { description, place: at, query: { sample, at: path }, ...readSample(place, input, meant) };
    }),
  }));
  return { facts, sources };
}

type Found = Pick<FactSource, 'readings' | 'problem' | 'isUnread'>;

function describeFactPlace(place: ManifestFactPlace): string {
  return place.kind === 'file' ? `\`${place.match}\` in ${place.file}` : `\`${place.at}\` in ${place.sample}`;
}

function readSample(
  place: Extract<ManifestFactPlace, { kind: 'sample' }>,
  { samples, limits }: FactInput,
  meant: (path: string) => string | undefined,
): Found {
  const sample = samples.find(({ path }) => path === place.sample);
  if (sample === undefined) {
    const near = meant(place.sample);
    return unread(
      `there is no sample \`${place.sample}\`${near === undefined ? '' : `: did you mean \`${near}\`?`}`,
    );
  }
  const { document } = sample;
  if (document.value === undefined) return unread(`\`${place.sample}\` cannot be read as JSON`);
  return readFact(document, place.at, { limits, name: place.sample });
}

/** Reads a fact from a document with a JSONPath query; `name` is the name of the document in a problem. */
export function readFact(
  document: Document,
  at: string,
  { limits, name }: { readonly limits: Pick<Limits, 'validationTime'>; readonly name: string },
): Found {
  const answer = queryJsonPath(at, document.value, limits.validationTime);
  if (answer === 'timed-out') return unread(tooSlow(at, limits));
  if ('mistake' in answer) return unread(`\`${at}\` is not a JSONPath query: ${answer.mistake}`);
  if (answer.matches.length === 0) return missing(`\`${at}\` selects nothing in \`${name}\``);
  const places = answer.matches.map(
    ({ pointer }) => ({ file: document.source.name, pointer, token: 'value' }) as const,
  );
  const ranges = document.source.locate(places);
  return {
    readings: answer.matches.flatMap(({ value }, index) => {
      const [found, range] = [places[index], ranges[index]];
      if (found === undefined || range === undefined) return [];
      const { start, end } = range.behind ?? range;
      const spelling = document.source.text.slice(start.offset, end.offset);
      return [{ value: factText(value, spelling), place: found }];
    }),
  };
}

/**
 * A value as it is compared with others, which may be texts of code. A number is compared as written: 2.10 must not equal the string "2.1",
 * although JSON.parse reads it as 2.1. Objects and arrays may be written in many ways.
 */
function factText(value: unknown, spelling: string): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || value instanceof ExactNumber ? spelling : canonicalText(value);
}

function readFile(
  place: Extract<ManifestFactPlace, { kind: 'file' }>,
  { folder, cwd, limits, tree }: FactInput,
  sources: Source[],
): Found {
  const pattern = compile(place.match);
  if (typeof pattern === 'string')
    return unread(`\`${place.match}\` is not a regular expression: ${pattern}`);
  const template = readFactTemplate(place.value, pattern);
  if (template.problem !== undefined) return unread(template.problem);
  const path = join(folder, place.file);
  const { text, problems } = tree.read(path, limits.fileSize);
  const problem = problems.find(({ kind }) => kind !== 'byte-order-mark');
  if (problem !== undefined) return unread(`\`${place.file}\` ${describeTextProblem(problem)}`);
  const source = createTextSource(displayPath(cwd, path), text);
  sources.push(source);
  // Before a byte order mark, `^` would not match the first line.
  const body = text.replace(/^\uFEFF/, '');
  const matches = runBounded(() => Array.from(body.matchAll(pattern)), limits.validationTime);
  if (matches === 'timed-out') return unread(tooSlow(place.match, limits));
  if (matches.length === 0) return missing(`\`${place.match}\` matches nothing in \`${place.file}\``);
  return readMatches(matches, template, { file: source.name, from: text.length - body.length });
}

/** A match without a value is a problem, but the other matches still count. `from` is where the text that was searched begins in the file. */
function readMatches(
  matches: readonly RegExpExecArray[],
  { valueOf }: FactTemplate,
  { file, from }: { readonly file: string; readonly from: number },
): Found {
  const values = matches.map(valueOf);
  const readings = values.flatMap((found): readonly FactReading[] =>
    'problem' in found
      ? []
      : [{ value: found.value, place: { file, span: [found.span[0] + from, found.span[1] + from] } }],
  );
  const wrong = values.find((found) => 'problem' in found);
  return wrong === undefined ? { readings } : { readings, problem: `${wrong.problem} in \`${file}\`` };
}

/** The flag `d` gives the offsets of groups; with `m`, ^ and $ match at each line. Returns the error message where the pattern is invalid. */
function compile(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern, 'dgm');
  } catch (error) {
    return messageOf(error).replace(/^Invalid regular expression: \/.*\/[a-z]*: /s, '');
  }
}

function tooSlow(query: string, { validationTime }: Pick<Limits, 'validationTime'>): string {
  return `\`${query}\` took longer than ${validationTime} ms: simplify it, or raise \`limits.validation_time\``;
}

function missing(problem: string): Found {
  return { readings: [], problem };
}

function unread(problem: string): Found {
  return { readings: [], problem, isUnread: true };
}
