import type { SchemaRef } from '../model/contracts/contract';
import type { Project } from '../model/project/project';
import type { SchemaFiles } from '../model/project/schema-files';
import { scoreOf, type SchemaStrength, type StrengthResult, type Weakness } from '../model/findings/strength';
import type { SchemaSet } from '../schema/schema-set';
import { measureSchema } from './measure-schema';
import { createSchemaFacts } from './schema-facts';
import { schemaName } from '../model/project/schema-files';
import { selectTrials, skippedItems, trialsOf } from './trials';
import { weaknessesOf, type PlacedWeakness } from './weaknesses';

/** How to measure the schemas. */
export interface MeasureOptions {
  /** Contracts, samples and folders of samples; paths are relative to `cwd`. Empty: everything. */
  readonly only: readonly string[];
  readonly cwd: string;
  /** Decides where words are misspelt. */
  readonly seed: number;
  /** Whether the time has run out. */
  readonly isOver: () => boolean;
  /** Called before each schema with the number of finished schemas, of all schemas, and of weak places so far. */
  readonly onProgress?: (done: number, total: number, survived: number) => void;
}

/** Tries wrong values, made from a project's samples, on its schemas; throws UsageError if an entry of `only` matches nothing. */
export function measureSchemas(
  project: Project,
  schemas: SchemaSet,
  { only, cwd, seed, isOver, onProgress = () => {} }: MeasureOptions,
): StrengthResult {
  const { trials: all, skipped } = trialsOf(project);
  const trials = selectTrials(all, only, cwd);
  const openFacts = createSchemaFacts(project.schemas);
  const measured: SchemaStrength[] = [];
  const failing: string[] = [];
  const unusable: string[] = [];
  const untried: string[] = [];
  const unfinished: string[] = [];
  const undecided: string[] = [];
  let survived = 0;

  for (const [done, trial] of trials.entries()) {
    const name = schemaName(trial.schema, project.schemas);
    onProgress(done, trials.length, survived);
    if (isOver()) {
      untried.push(name);
      continue;
    }
    const facts = openFacts(trial.schema);
    const { refused, tried, survivors, lapses, ...rest } = measureSchema(trial, facts, {
      schemas,
      seed,
      isOver,
    });
    if (rest.isCutShort) unfinished.push(name);
    if (rest.isUnusable) unusable.push(name);
    else {
      const rejected = trial.samples.filter((sample) => !rest.accepted.includes(sample));
      failing.push(...rejected.map(({ document }) => document.source.name));
    }
    survived += lapses.length;
    if (tried === 0) {
      if (!rest.isCutShort && rest.accepted.length > 0) undecided.push(name);
      continue;
    }
    const samples = rest.accepted.length;
    const weaknesses = weaknessesOf(lapses, facts, rest.peers).map((weakness) =>
      locate(weakness, trial.schema, project.schemas),
    );
    const { contracts } = trial;
    measured.push({ schema: name, contracts, samples, refused, tried, weaknesses, survivors });
  }
  return {
    seed,
    schemas: measured.toSorted((a, b) => scoreOf(a) - scoreOf(b)),
    refused: sum(measured.map(({ refused }) => refused)),
    tried: sum(measured.map(({ tried }) => tried)),
    isCutShort: untried.length + unfinished.length > 0,
    notTried: [
      skippedItems('schema', 'not tried for lack of time', untried),
      skippedItems('schema', 'only partly tried', unfinished),
      skippedItems('schema', 'that gave no verdict', unusable),
      skippedItems('schema', 'for which no value is certainly wrong', undecided),
      skippedItems('sample', 'that their schema rejects unchanged', failing),
      ...(only.length === 0 ? skipped : []),
    ].filter(({ items }) => items.length > 0),
  };
}

function locate(
  { subschema, location, accepts, remedy }: PlacedWeakness,
  ref: SchemaRef,
  files: SchemaFiles,
): Weakness {
  const file = subschema?.file ?? files.get(ref.file);
  const pointer = subschema?.pointer ?? ref.pointer;
  const name = file?.source.name ?? ref.file;
  const [range] = file?.source.locate([{ file: name, pointer, token: 'opening' }]) ?? [];
  return {
    location,
    accepts,
    remedy,
    file: name,
    line: range?.start.line ?? 1,
    column: range?.start.column ?? 1,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
