import { posix } from 'node:path';

import { compareText } from '../../model/findings/finding';
import { isJsonArray } from '../../model/json/json-value';
import { groupBy } from '../../model/group-by';
import { kebab } from '../contract-names';
import {
  fileNameOfSample,
  fileNameOfSchema,
  nameForms,
  nameStarts,
  singularForms,
  type FileName,
} from './name-forms';
import { schemaIdOf, namedSchema, valuesOf, type FoundFile } from '../recognize-schema';

/** A sample that has a schema, and what the schema is to say: it accepts the value, refuses it on purpose, or accepts its items. */
export interface PairedSample {
  readonly path: string;
  readonly use: 'valid' | 'invalid' | 'items';
}

/** Samples that several schemas fit equally well. */
export interface PairingQuestion {
  readonly samples: readonly string[];
  readonly schemas: readonly string[];
}

export interface Pairing {
  /** The samples of each schema, by its path. */
  readonly paired: ReadonlyMap<string, readonly PairedSample[]>;
  readonly questions: readonly PairingQuestion[];
  /** The samples that no schema fits. */
  readonly unpaired: readonly FoundFile[];
}

/** Whether the schema at a path accepts these values; undefined if that cannot be said. */
export type Accepts = (schema: string, values: readonly unknown[]) => boolean | undefined;

/** In the name of a file or folder: the samples are wrong on purpose. */
const WRONG_NAME = /(?:^|[._-])(?:invalid|negative|wrong)(?:[._-]|$)/i;
const WRONG_FOLDER = /^(?:bad|fail|failing|failures?)$/i;

interface Candidate extends FileName {
  readonly path: string;
}

/**
 * Pairs samples with the schemas that they name in `$schema`, as a path, an `$id` or a URL with the name of a file, else with those of the same name: that of the file
 * (`pet.json`, `pet-1.json`, `pet.example.json`), or of a folder that it is in (`pet/1.json`), also
 * if the schema is only in a folder of that name (`pet/event.schema.json`); if both exist, the one that accepts the sample. A schema whose name only begins a sample's
 * name (`pet-created.json`), or is the singular of its folder's (`pets/1.json`), counts if it accepts the sample, and so does every schema of
 * a file that is not certain to be a sample. Of several, the one in the most similar folder is used.
 */
export function pairSamples(
  samples: readonly FoundFile[],
  schemas: readonly FoundFile[],
  accepts: Accepts,
  isCertain: (file: FoundFile) => boolean,
): Pairing {
  const find = createFinder(schemas, isCertain);
  const paired = new Map<string, PairedSample[]>();
  const asked: { readonly path: string; readonly schemas: readonly string[] }[] = [];
  const unpaired: FoundFile[] = [];
  for (const sample of samples) {
    const found = find(sample, accepts);
    const [schema, other] = found;
    if (schema === undefined) unpaired.push(sample);
    else if (other !== undefined) asked.push({ path: sample.path, schemas: found });
    else {
      const pairs = paired.get(schema) ?? [];
      pairs.push({ path: sample.path, use: useOf(sample, (values) => accepts(schema, values)) });
      paired.set(schema, pairs);
    }
  }
  const questions = [...groupBy(asked, (question) => question.schemas.join('\0')).values()].flatMap(
    (group) => {
      const [first] = group;
      return first === undefined ? [] : [{ samples: group.map(({ path }) => path), schemas: first.schemas }];
    },
  );
  return { paired, questions, unpaired };
}

function useOf(
  sample: FoundFile,
  accepts: (values: readonly unknown[]) => boolean | undefined,
): PairedSample['use'] {
  const { path, value, documents } = sample;
  const isWrong = isNamedWrong(path);
  const items = documents === undefined && isJsonArray(value) ? value : [];
  if ((!isWrong && items.length === 0) || accepts(valuesOf(sample)) !== false) return 'valid';
  if (isWrong) return 'invalid';
  // An item may have a mistake, which is then a finding.
  return items.some((item) => accepts([item]) === true) ? 'items' : 'valid';
}

/** A function that returns the schemas that fit a sample equally well, sorted. */
function createFinder(
  schemas: readonly FoundFile[],
  isCertain: (file: FoundFile) => boolean,
): (sample: FoundFile, accepts: Accepts) => readonly string[] {
  const paths = new Set(schemas.map(({ path }) => path));
  const byId = groupBy(
    schemas.flatMap(({ path, value }) => ({ path, id: schemaIdOf(value) })),
    ({ id }) => id,
  );
  const byFile = namesOf(
    schemas.flatMap(({ path }) => [nameOf(path, fileNameOfSchema), nameOf(path, fileNameOfSample)]),
  );
  const byIdName = namesOf(
    schemas.flatMap(({ path, value }) => idName(value).map((name) => ({ ...name, path }))),
  );
  // A schema that is alone in its folder is also known by the name of the folder: `ping/event.schema.json` is that of `ping/1.json`.
  const byLoneFolder = namesOf(
    [...groupBy(schemas, ({ path }) => posix.dirname(path)).values()]
      .filter(({ length }) => length === 1)
      .flatMap((files) => files.map(({ path }) => nameOf(posix.dirname(path), fileNameOfFolder, path))),
  );
  const byFileName = groupBy(
    schemas.map(({ path }) => fileName(path)),
    ({ stem }) => stem,
  );
  /** The schemas whose path has the same end as a URL. */
  const sameFileAs = (url: string) => {
    const { stem, folders } = fileName(url);
    return closest(byFileName.get(stem) ?? [], folders).schemas;
  };
  const named = ({ stem, folders }: FileName) => {
    const key = kebab(stem);
    return closest(byFile.get(key) ?? byIdName.get(key) ?? [], folders);
  };
  const ofNames = (path: string, values: readonly unknown[], accepts: Accepts) => {
    const { stem, folders } = fileNameOfSample(path);
    const ofFile = firstMatch(nameForms(stem), (form) => named({ stem: form, folders }));
    if (ofFile.atEnd > 0) return ofFile.schemas;
    const ofFolder = firstMatch(folders.toReversed(), (name, index) => {
      const folder = { stem: name, folders: folders.slice(0, -1 - index) };
      const ofName = named(folder);
      const lone = byLoneFolder.get(kebab(name)) ?? [];
      const alone = closest(
        lone.filter((schema) => !path.startsWith(`${posix.dirname(schema.path)}/`)),
        folder.folders,
      );
      if (alone.atEnd > ofName.atEnd) return alone;
      if (ofName.schemas.length > 0) return ofName;
      return { ...alone, schemas: alone.schemas.filter((schema) => accepts(schema, values) === true) };
    });
    const both = [ofFile.schemas, ofFolder.schemas].filter(({ length }) => length > 0);
    if (both.length > 1) {
      const fitting = both.find((found) => found.some((schema) => accepts(schema, values) === true));
      if (fitting !== undefined) return fitting;
      if (isNamedWrong(path)) return ofFolder.schemas;
    }
    if (both.length > 0) return [...new Set(both.flat())].toSorted(compareText);
    const accepted = (name: FileName) => {
      const match = named(name);
      return { ...match, schemas: match.schemas.filter((schema) => accepts(schema, values) === true) };
    };
    const ofStart = firstMatch(nameStarts(stem), (start) => accepted({ stem: start, folders }));
    if (ofStart.schemas.length > 0) return ofStart.schemas;
    return firstMatch(folders.toReversed(), (folder, index) =>
      firstMatch(singularForms(folder), (form) =>
        accepted({ stem: form, folders: folders.slice(0, -1 - index) }),
      ),
    ).schemas;
  };
  return (file, accepts) => {
    const { path, value, schemaName } = file;
    const values = valuesOf(file);
    const target = schemaName ?? namedSchema(value);
    if (target !== undefined) {
      const atPath = posix.join(posix.dirname(path), target.replace(/#.*$/, ''));
      if (paths.has(atPath)) return [atPath];
      const ofId = byId.get(target) ?? [];
      if (ofId.length > 0) return ofId.map((schema) => schema.path).toSorted(compareText);
      const ofUrl = sameFileAs(target).filter((schema) => accepts(schema, values) === true);
      if (ofUrl.length > 0) return ofUrl;
    }
    const found = ofNames(path, values, accepts);
    return isCertain(file) || isNamedWrong(path)
      ? found
      : found.filter((schema) => accepts(schema, values) === true);
  };
}

/** The schemas of one name, and how many folders at the end of their paths are those of the sample, too. */
interface Match {
  readonly schemas: readonly string[];
  readonly atEnd: number;
}

const NO_MATCH: Match = { schemas: [], atEnd: 0 };

function fileName(path: string): Candidate {
  const segments = path.replace(/[?#].*$/, '').split('/');
  return { stem: segments.at(-1) ?? '', folders: segments.slice(0, -1), path };
}

function nameOf(named: string, read: (path: string) => FileName, path = named): Candidate {
  return { ...read(named), path };
}

function fileNameOfFolder(path: string): FileName {
  const { folders } = fileNameOfSample(`${path}/`);
  return { stem: folders.at(-1) ?? '', folders: folders.slice(0, -1) };
}

function namesOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  return groupBy(candidates, ({ stem }) => kebab(stem));
}

/** The match of the first name that has one. */
function firstMatch(names: readonly string[], find: (name: string, index: number) => Match): Match {
  for (const [index, name] of names.entries()) {
    const found = find(name, index);
    if (found.schemas.length > 0) return found;
  }
  return NO_MATCH;
}

/** The name of a schema in its `$id`, such as `https://example.com/schemas/pet.schema.json`. */
function idName(value: unknown): readonly FileName[] {
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]*\/)?([^?#]+)/i.exec(schemaIdOf(value) ?? '')?.[1];
  return path === undefined ? [] : [fileNameOfSchema(path)];
}

/** Of schemas with one name, those in the folders that are most similar to a sample's: with the same names at the end, else at the beginning. */
function closest(candidates: readonly Candidate[], folders: readonly string[]): Match {
  const ranked = candidates.map((candidate) => ({
    path: candidate.path,
    atEnd: shared(candidate.folders.toReversed(), folders.toReversed()),
    atStart: shared(candidate.folders, folders),
  }));
  const best = ranked.reduce<(typeof ranked)[number] | undefined>(
    (top, each) => (top === undefined || isCloser(each, top) ? each : top),
    undefined,
  );
  if (best === undefined) return NO_MATCH;
  const same = ranked.filter((each) => !isCloser(best, each));
  return { schemas: [...new Set(same.map(({ path }) => path))].toSorted(compareText), atEnd: best.atEnd };
}

interface Closeness {
  readonly atEnd: number;
  readonly atStart: number;
}

function isCloser(a: Closeness, b: Closeness): boolean {
  return a.atEnd === b.atEnd ? a.atStart > b.atStart : a.atEnd > b.atEnd;
}

/** How many items two lists share at their beginnings. */
function shared(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((name, index) => name !== b[index]);
  return end === -1 ? a.length : end;
}

function isNamedWrong(path: string): boolean {
  const segments = path.split('/');
  return (
    segments.some((name) => WRONG_NAME.test(name)) ||
    segments.slice(0, -1).some((name) => WRONG_FOLDER.test(name))
  );
}
