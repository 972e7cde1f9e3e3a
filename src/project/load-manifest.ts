import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { DEFAULT_LIMITS } from '../model/limits';
import type { Source } from '../model/source';
import { UsageError } from '../model/usage-error';
import type { Violation } from '../model/violation';
import { createSchemaSet, type SchemaSet } from '../schema/schema-set';
import { createJsonSource } from '../text/json-source';
import { readStrictJson } from '../text/strict-json';
import { describeTextProblem } from '../text/text-problem-message';
import type { TextProblem } from '../model/text-problem';
import { readYaml } from '../text/yaml-source';
import { fileKind } from './file-kind';
import { displayPath } from './file-path';
import { isSurelyManifest } from './is-surely-manifest';
import type { Manifest } from './manifest';
import { findManifestMistakes, type ManifestMistake } from './manifest-mistakes';
import { packageRoot } from './package-root';
import { readManifest } from './read-manifest';
import { readTextFile } from './read-text-file';

/** A manifest as read: ready to use, or everything that is wrong with it. */
export type ManifestReading =
  | {
      readonly kind: 'ready';
      readonly manifest: Manifest;
      readonly source: Source;
      /** Absolute paths: the manifest, and the folder that it is in. */
      readonly file: string;
      readonly folder: string;
    }
  | {
      readonly kind: 'wrong';
      readonly source: Source;
      readonly problems: readonly TextProblem[];
      readonly violations: readonly Violation[];
      readonly mistakes: readonly ManifestMistake[];
    };

export const MANIFEST_NAMES: readonly string[] = ['contracts.yaml', 'contracts.yml', 'contracts.json'];

/** Reads the manifest at `path`, or the one in `cwd`. Throws a UsageError when there is none, or none can be read. */
export function loadManifest(cwd: string, path?: string): ManifestReading {
  const file = path === undefined ? findManifest(cwd) : resolve(cwd, path);
  const name = displayPath(cwd, file);
  const { text, problems } = readTextFile(file, DEFAULT_LIMITS.fileSize);
  const unreadable = problems.find(({ kind }) => kind === 'unreadable' || kind === 'too-large');
  if (unreadable !== undefined)
    throw new UsageError(`the manifest \`${name}\` ${describeTextProblem(unreadable)}`);
  const reading = basename(file).endsWith('.json') ? readJson(name, text) : readYaml(name, text);
  const allProblems = [...problems, ...reading.problems];
  if (allProblems.length > 0) return wrong(reading.source, { problems: allProblems });
  const violations = violationsOf(reading.value);
  if (violations.length > 0) return wrong(reading.source, { violations });
  const manifest = readManifest(reading.value);
  const folder = dirname(file);
  const mistakes = findManifestMistakes(manifest, folder);
  return mistakes.length > 0
    ? wrong(reading.source, { mistakes })
    : { kind: 'ready', manifest, source: reading.source, file, folder };
}

function findManifest(cwd: string): string {
  const [found, other] = MANIFEST_NAMES.filter((name) => fileKind(join(cwd, name)) !== 'nothing');
  if (found !== undefined && other !== undefined)
    throw new UsageError(
      `\`${found}\` and \`${other}\` are both here, so which of them counts is unclear: delete one, or name one with \`--manifest FILE\``,
    );
  if (found !== undefined) return join(cwd, found);
  throw new UsageError(
    `there is no ${MANIFEST_NAMES[0]} here: run \`samplegate init\` to write one, or name one with \`--manifest FILE\``,
  );
}

function readJson(
  name: string,
  text: string,
): { value: unknown; source: Source; problems: readonly TextProblem[] } {
  return { ...readStrictJson(text, DEFAULT_LIMITS.depth), source: createJsonSource(name, text) };
}

function wrong(
  source: Source,
  what: Partial<Pick<Extract<ManifestReading, { kind: 'wrong' }>, 'problems' | 'violations' | 'mistakes'>>,
): ManifestReading {
  return { kind: 'wrong', source, problems: [], violations: [], mistakes: [], ...what };
}

/** The manifest's own schema is held to by the same engine as every other. */
function violationsOf(value: unknown): readonly Violation[] {
  if (isSurelyManifest(value)) return [];
  manifestSchemas ??= openManifestSchema();
  const verdict = manifestSchemas.verdict(value, { file: MANIFEST_SCHEMA, pointer: '' });
  if (verdict.kind !== 'checked') throw new Error(`the manifest's own schema is ${verdict.kind}`);
  return verdict.violations;
}

const MANIFEST_SCHEMA = 'contracts.schema.json';

/** Compiled once, however many manifests a program opens. */
let manifestSchemas: SchemaSet | undefined;

function openManifestSchema(): SchemaSet {
  const file = MANIFEST_SCHEMA;
  const text = readFileSync(join(packageRoot(), 'spec', file), 'utf8');
  const schema: unknown = JSON.parse(text);
  const source = createJsonSource(file, text);
  return createSchemaSet(
    {
      root: 'spec',
      get: (name) => (name === file ? { file, source, value: schema } : undefined),
      list: () => [file],
    },
    { formats: {}, unicodePatterns: true, validationTime: DEFAULT_LIMITS.validationTime },
  );
}
