import { formatSchemaRef, type SchemaRef } from '../model/contract';
import type { FormatDefinition } from '../model/project';
import type { Place } from '../model/place';
import type { SchemaFiles } from '../model/schema-files';
import type { SchemaProblem } from '../model/schema-problem';
import { UsageError } from '../model/usage-error';
import type { SchemaVerdict, Violation } from '../model/violation';
import { tryValidator } from './validate/try-validator';
import { DEFAULT_DIALECT, type Dialect } from './link/dialect';
import { findProblems, isFatal } from './inspect/find-problems';
import { findSchema } from './link/find-schema';
import { annotatedFormats, createFormats, formatProblem, type FormatMode } from './formats/formats';
import { acceptTogether, firstToRefuse, judgeTogether, type Acceptance } from './validate/judge-together';
import { createLinker } from './link/linker';
import { META_SCHEMA_FILES, metaSchemaOf } from './link/meta-schemas';
import { createSchemaLibrary } from './link/schema-library';
import { createQuickJudges } from './validate/quick-judge';
import { createSchemaJudge, UNUSABLE, type Judge } from './validate/schema-judge';
import { reachableNodes, type SchemaNode } from './link/schema-node';
import { createValidator } from './validate/validator';
import { violationsOf } from './explain/violations';

/** How schemas are read. */
export interface SchemaSettings {
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  /** Default: asserted. */
  readonly formatMode?: FormatMode;
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
  /** Whether a schema accepts each of several values, in order: what is surely refused is not compiled for, and nothing is explained. */
  readonly acceptances: (values: readonly unknown[], ref: SchemaRef) => readonly Acceptance[];
  /** The first schema that surely refuses a value; undefined says nothing. No schema is compiled for it. */
  readonly firstToRefuse: (value: unknown, refs: readonly SchemaRef[]) => SchemaRef | 'timed-out' | undefined;
  /** What is wrong with a schema and all that it refers to; `from`: where it is named, which is where one that is not there is seen. */
  readonly problems: (ref: SchemaRef, from?: Place) => readonly SchemaProblem[];
  /** These schemas and all that they refer to, each once; none for what cannot be read. */
  readonly reach: (refs: readonly SchemaRef[]) => readonly SchemaNode[];
}

/** Opens the schemas below a root. Throws a UsageError where a format is defined as what it cannot be. */
export function createSchemaSet(files: SchemaFiles, settings: SchemaSettings): SchemaSet {
  const { unicodePatterns, validationTime } = settings;
  for (const [name, definition] of Object.entries(settings.formats)) {
    const problem = formatProblem(name, definition, unicodePatterns);
    if (problem !== undefined) throw new UsageError(problem);
  }
  const known = createFormats(settings.formats, unicodePatterns);
  const asked = settings.formatMode === 'annotated' ? annotatedFormats(known) : known;
  // A pattern of a manifest may be long.
  const formats = { ...asked, find: memoize(asked.find) };
  const library = createSchemaLibrary(files);
  const linker = createLinker(library, { formats, unicodePatterns });
  const validator = createValidator(formats, unicodePatterns);
  const copyOf = (key: string): unknown => linker.nodeOf(key)?.copy;
  const quickJudgeOf = createQuickJudges({ formats, unicodePatterns });
  const judges = new Map<string, Judge>();
  const problemsOf = memoize((node: SchemaNode) => findProblems(node, copyOf, judgeSchema));
  let metaSchemas: SchemaSet | undefined;

  return {
    problems: (ref, from) => open(ref, from).problems,
    reach: (refs) => [
      ...new Set(refs.flatMap((ref) => open(ref).node ?? []).flatMap((node) => reachableNodes(node, 'all'))),
    ],
    firstToRefuse: (value, refs) => {
      const judging = refs.map((ref) => ({ ref, look: judgeOf(ref).look }));
      const first = firstToRefuse(value, judging, validationTime);
      return first === 'timed-out' ? first : first?.ref;
    },
    verdict: (value, ref) => judgeOf(ref).verdict(value),
    verdicts: (pairs) =>
      judgeTogether(
        pairs.map(({ value, ref }) => ({ value, judge: judgeOf(ref) })),
        validationTime,
      ),
    acceptances: (values, ref) => {
      const judge = judgeOf(ref);
      return acceptTogether(
        values.map((value) => ({ value, judge })),
        validationTime,
      );
    },
  };

  function judgeOf(ref: SchemaRef): Judge {
    const key = formatSchemaRef(ref);
    const judge = judges.get(key) ?? createJudge(ref);
    judges.set(key, judge);
    return judge;
  }

  function open(
    ref: SchemaRef,
    from?: Place,
  ): { readonly node?: SchemaNode; readonly problems: readonly SchemaProblem[] } {
    const file = findSchema(ref, library, from);
    if ('kind' in file) return { problems: [file] };
    const opened = tryValidator(() => {
      const node = linker.node(file, ref.pointer, DEFAULT_DIALECT);
      return { node, problems: problemsOf(node) };
    });
    if ('value' in opened) return opened.value;
    const place = { file: file.source.name, pointer: ref.pointer, token: 'opening' } as const;
    return { problems: [{ kind: 'does-not-compile', message: `not usable: ${opened.reason}`, place }] };
  }

  function createJudge(ref: SchemaRef): Judge {
    const { node, problems } = open(ref);
    return node === undefined || problems.some(isFatal)
      ? UNUSABLE
      : createSchemaJudge({
          lookQuickly: quickJudgeOf(node),
          compile: () => validator.compile(node),
          explain: (errors) => violationsOf(errors, { originOf: linker.originOf, copyOf }),
          limit: validationTime,
        });
  }

  function judgeSchema(schema: unknown, dialect: Dialect): readonly Violation[] {
    metaSchemas ??= createSchemaSet(META_SCHEMA_FILES, { formats: {}, unicodePatterns, validationTime });
    const verdict = metaSchemas.verdict(schema, { file: metaSchemaOf(dialect), pointer: '' });
    return verdict.kind === 'checked' ? verdict.violations : [];
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
