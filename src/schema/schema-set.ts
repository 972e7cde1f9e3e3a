import type { ValidateFunction } from 'ajv';

import { formatSchemaRef, type SchemaRef } from '../model/contract';
import type { FormatDefinition } from '../model/format-definition';
import type { Place } from '../model/place';
import type { SchemaFiles } from '../model/schema-files';
import type { SchemaProblem } from '../model/schema-problem';
import { messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import type { SchemaVerdict, Violation } from '../model/violation';
import { runBounded } from '../text/run-bounded';
import { DEFAULT_DIALECT, type Dialect } from './dialect';
import { findProblems, isFatal } from './find-problems';
import { findSchema } from './find-schema';
import { createFormats, formatProblem } from './formats';
import { createLinker } from './linker';
import { META_SCHEMA_FILES, metaSchemaOf } from './meta-schemas';
import { createSchemaLibrary } from './schema-library';
import type { SchemaNode } from './schema-node';
import { createValidator } from './validator';
import { violationsOf } from './violations';

/** How schemas are read. */
export interface SchemaSettings {
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  /** Whether patterns are read with the `u` flag. */
  readonly unicodePatterns: boolean;
  /** How long one document may take against one schema, in milliseconds. */
  readonly validationTime: number;
}

/** The schemas below a root. Each is read, copied and compiled when it is first asked for, and once. */
export interface SchemaSet {
  readonly verdict: (value: unknown, ref: SchemaRef) => SchemaVerdict;
  /** The verdicts of several, in order: the same as one by one, and faster. */
  readonly verdicts: (
    pairs: readonly { readonly value: unknown; readonly ref: SchemaRef }[],
  ) => readonly SchemaVerdict[];
  /** What is wrong with a schema and all that it refers to; `from`: where it is named, which is where one that is not there is seen. */
  readonly problems: (ref: SchemaRef, from?: Place) => readonly SchemaProblem[];
}

/** A schema that timed out this often is not tried again, so that many samples of one such schema end too. */
const MOST_TIMEOUTS = 3;

/** Opens the schemas below a root. Throws a UsageError where a format is defined as what it cannot be. */
export function createSchemaSet(files: SchemaFiles, settings: SchemaSettings): SchemaSet {
  const { unicodePatterns, validationTime } = settings;
  for (const [name, definition] of Object.entries(settings.formats)) {
    const problem = formatProblem(name, definition, unicodePatterns);
    if (problem !== undefined) throw new UsageError(problem);
  }
  const formats = createFormats(settings.formats, unicodePatterns);
  const linker = createLinker(createSchemaLibrary(files), { formats, unicodePatterns });
  const validator = createValidator(formats, unicodePatterns);
  const copyOf = (key: string): unknown => linker.nodeOf(key)?.copy;
  const judges = new Map<string, (value: unknown) => SchemaVerdict>();
  const problemsOf = memoize((node: SchemaNode) => findProblems(node, copyOf, judgeSchema));
  let metaSchemas: SchemaSet | undefined;

  return {
    problems: (ref, from) => open(ref, from).problems,
    verdict: (value, ref) => judgeOf(ref)(value),
    verdicts: (pairs) => {
      // Compiling may not be cut off in the middle, so it is done before.
      const tasks = pairs.map(({ value, ref }) => ({ value, judgeValue: judgeOf(ref) }));
      const judgeAll = () => tasks.map(({ value, judgeValue }) => judgeValue(value));
      // Mostly one watchdog is enough for all; where it strikes, each gets its own.
      const verdicts = runBounded(judgeAll, validationTime);
      return verdicts === 'timed-out' ? judgeAll() : verdicts;
    },
  };

  function judgeOf(ref: SchemaRef): (value: unknown) => SchemaVerdict {
    const key = formatSchemaRef(ref);
    const known = judges.get(key) ?? createJudge(ref);
    judges.set(key, known);
    return known;
  }

  function open(
    ref: SchemaRef,
    from?: Place,
  ): { readonly node?: SchemaNode; readonly problems: readonly SchemaProblem[] } {
    const file = findSchema(ref, files, from);
    if ('kind' in file) return { problems: [file] };
    const opened = attempt(() => {
      const node = linker.node(file, ref.pointer, DEFAULT_DIALECT);
      return { node, problems: problemsOf(node) };
    });
    if ('value' in opened) return opened.value;
    const place = { file: file.source.name, pointer: ref.pointer, token: 'opening' } as const;
    return { problems: [{ kind: 'does-not-compile', message: `not usable: ${opened.reason}`, place }] };
  }

  function createJudge(ref: SchemaRef): (value: unknown) => SchemaVerdict {
    const { node, problems } = open(ref);
    if (node === undefined || problems.some(isFatal)) return () => ({ kind: 'unusable-schema' });
    const validate = attempt(() => validator.compile(node));
    if ('reason' in validate) return () => ({ kind: 'unusable-schema', reason: validate.reason });
    let timeouts = 0;
    return (value) => {
      if (timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out', limit: validationTime };
      const result = attempt(() => runBounded(() => judge(value, validate.value), validationTime));
      if ('reason' in result) return { kind: 'unusable-schema', reason: result.reason };
      if (result.value !== 'timed-out') return { kind: 'checked', violations: result.value };
      timeouts += 1;
      return { kind: 'timed-out', limit: validationTime };
    };
  }

  function judge(value: unknown, validate: ValidateFunction): readonly Violation[] {
    if (validate(value)) return [];
    return violationsOf(validate.errors ?? [], { originOf: linker.originOf, copyOf });
  }

  function judgeSchema(schema: unknown, dialect: Dialect): readonly Violation[] {
    metaSchemas ??= createSchemaSet(META_SCHEMA_FILES, { formats: {}, unicodePatterns, validationTime });
    const verdict = metaSchemas.verdict(schema, { file: metaSchemaOf(dialect), pointer: '' });
    return verdict.kind === 'checked' ? verdict.violations : [];
  }
}

/** What the validator throws is about the schema: one nested too deep, or something that nobody foresaw. It must not pass for a verdict. */
function attempt<T>(task: () => T): { readonly value: T } | { readonly reason: string } {
  try {
    return { value: task() };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}

function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
