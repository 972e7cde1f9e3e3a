import type { Allowances } from '../model/project/allowance';
import type { SchemaRef } from '../model/contracts/contract';
import { createSchemaMap } from '../model/contracts/schema-map';
import type { JsonPointer } from '../model/json/json-pointer';
import type { FormatDefinition } from '../model/project/project';
import { UNREAD } from '../model/json/unread';
import { memoize } from '../model/memoize';
import type { Place } from '../model/documents/place';
import { schemaFileName, type SchemaFiles } from '../model/project/schema-files';
import type { IgnoredKeyword, SchemaProblem } from '../model/schemas/schema-problem';
import { UsageError } from '../model/usage-error';
import type { SchemaVerdict } from '../model/schemas/validation';
import type { Violation } from '../model/schemas/violation';
import type { UndeclaredProperty } from '../model/schemas/undeclared-property';
import { runBounded } from '../text/run-bounded';
import { tryValidator } from './validate/try-validator';
import { DEFAULT_DIALECT, type Dialect } from './dialects/dialect';
import { findAllowances } from './inspect/allowances';
import { findProblems, isFatal, isOfDocument } from './inspect/find-problems';
import { ignoredIn, thoseThatReject } from './inspect/ignored-keywords';
import { impossibleObjects } from './inspect/impossible-objects';
import { metaSchemaRefusals, withoutRefused } from './inspect/meta-schema-refusals';
import { createUndeclaredFinder } from './inspect/undeclared-properties';
import { findSchema, type FoundSchema } from './link/find-schema';
import { annotatedFormats, createFormats, formatProblem, type FormatMode } from './formats/formats';
import {
  acceptTogether,
  firstToRefuse,
  validateTogether,
  type Acceptance,
} from './validate/validate-together';
import { createLinker } from './link/linker';
import { createSchemaLibrary } from './link/schema-library';
import { createSchemaCompiler } from './validate/schema-compiler';
import { createSchemaValidator, UNUSABLE, type SchemaValidator } from './validate/schema-validator';
import { dialectBehind, statedDialect } from './dialects/stated-dialect';
import { plainReading, reachableNodes, type SchemaNode } from './link/schema-node';
import { createEvaluator } from './evaluate/evaluator';
import { createErrorFinder } from './errors/find-errors';
import { explainWithoutAjv } from './explain/explain-without-ajv';
import { createMayExclude, excludedIn } from './explain/excluded-in';
import { violationsOf } from './explain/violations';
import { withContradictions } from './explain/contradictions';

/** How schemas are interpreted. */
export interface SchemaSettings {
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  /** Default: asserted. */
  readonly formatMode?: FormatMode;
  /** Whether patterns are compiled with the `u` flag. */
  readonly unicodePatterns: boolean;
  /** Unknown keywords that are annotations, where `*` stands for any text. Default: those that begin with `x-`. */
  readonly keywords?: readonly string[];
  /** How long validating one document against one schema may take, in milliseconds. */
  readonly validationTime: number;
  /** Whether keywords next to a `$ref` count even in dialects that ignore them; only to find out what they would reject. Default: no. */
  readonly appliesRefSiblings?: boolean;
  /** Whether values are refused for properties that their direction excludes; only to find these. Default: no. */
  readonly refusesExcluded?: boolean;
}

/** The schemas below a root. Each one is read, copied and compiled once, on its first use. */
export interface SchemaSet {
  readonly verdict: (value: unknown, ref: SchemaRef) => SchemaVerdict;
  /** The verdicts of several values, in order: the same verdicts as one by one, but faster. */
  readonly verdicts: (
    pairs: readonly { readonly value: unknown; readonly ref: SchemaRef }[],
  ) => readonly SchemaVerdict[];
  /**
   * Whether a schema accepts each of several values, in order. This is cheaper than `verdicts`: violations are not explained, so nothing is
   * compiled.
   */
  readonly acceptances: (values: readonly unknown[], ref: SchemaRef) => readonly Acceptance[];
  /** For each value, the first schema that rejects it. `undefined` where none does, or where that cannot be said. */
  readonly firstToRefuse: (
    questions: readonly { readonly value: unknown; readonly refs: readonly SchemaRef[] }[],
  ) => readonly (SchemaRef | 'timed-out' | undefined)[];
  /** What a schema says about numbers of a value that JavaScript cannot read exactly. Empty where that cannot be said. */
  readonly allowances: (value: unknown, ref: SchemaRef, pointers: readonly JsonPointer[]) => Allowances;
  /** What is wrong with a schema and everything it refers to. `from` is the place that names it; a missing schema is reported there. */
  readonly problems: (ref: SchemaRef, from?: Place) => readonly SchemaProblem[];
  /** The problems that make a schema unusable: without any, every value gets a verdict, unless validation fails or times out. */
  readonly obstacles: (ref: SchemaRef, from?: Place) => readonly SchemaProblem[];
  /** The keywords that would reject a value, but that a schema ignores next to a `$ref`. All ignored keywords where that cannot be said. */
  readonly ignoredKeywords: (value: unknown, ref: SchemaRef) => readonly IgnoredKeyword[];
  /** The values for properties with `readOnly` in a request, or `writeOnly` in a response, in a value that its schema accepts. */
  readonly excludedValues: (value: unknown, ref: SchemaRef) => readonly Violation[];
  /** The properties of a value that a schema accepts without declaring them, but that are one letter from a declared one that is absent. */
  readonly misspelt: (value: unknown, ref: SchemaRef) => readonly UndeclaredProperty[];
  /** The properties of a value that a schema accepts without declaring them. */
  readonly undeclared: (value: unknown, ref: SchemaRef) => readonly UndeclaredProperty[];
  /** Where a schema begins. */
  readonly placeOf: (ref: SchemaRef) => Place;
  /** These schemas and everything they refer to, each once, without schemas that cannot be read. */
  readonly reach: (refs: readonly SchemaRef[]) => readonly SchemaNode[];
  /** Whether the target of some reference so far was looked for in all files. */
  readonly isSearched: () => boolean;
}

/** A schema as it is linked, with everything that is wrong with it; without a node where it cannot be. */
interface OpenedSchema {
  readonly node?: SchemaNode;
  readonly problems: readonly SchemaProblem[];
}

/** Opens the schemas below a root. Throws a UsageError where the definition of a format is invalid. */
export function createSchemaSet(files: SchemaFiles, settings: SchemaSettings): SchemaSet {
  const {
    unicodePatterns,
    validationTime,
    keywords = [],
    appliesRefSiblings = false,
    refusesExcluded = false,
  } = settings;
  for (const [name, definition] of Object.entries(settings.formats)) {
    const problem = formatProblem(name, definition, unicodePatterns);
    if (problem !== undefined) throw new UsageError(problem);
  }
  const known = createFormats(settings.formats, unicodePatterns);
  const inMode = settings.formatMode === 'annotated' ? annotatedFormats(known) : known;
  // Compiling a long pattern from the manifest is slow.
  const formats = { ...inMode, find: memoize(inMode.find) };
  const library = createSchemaLibrary(files);
  const linker = createLinker(library, {
    formats,
    unicodePatterns,
    keywords,
    appliesRefSiblings,
    refusesExcluded,
  });
  const evaluator = createEvaluator({
    formats,
    unicodePatterns,
    copyOf: linker.copyOf,
    isCircular: (key) => circles.has(key),
  });
  const context = { ...linker, evaluator };
  const findErrorsIn = createErrorFinder({ evaluator, unicodePatterns, copyOf: linker.copyOf });
  const compiler = createSchemaCompiler(unicodePatterns, evaluator);
  const validators = createSchemaMap<SchemaValidator>();
  const opened = createSchemaMap<OpenedSchema>();
  const mayExclude = createMayExclude();
  const undeclared = createUndeclaredFinder(files);
  let withSiblings: SchemaSet | undefined;
  let refusing: SchemaSet | undefined;
  /** The circle that each node in one is part of. */
  const circles = new Map<string, SchemaProblem>();
  // Many schemas may refer to one node.
  const impossibleIn = memoize((node: SchemaNode) => impossibleObjects(node, linker));
  const ownProblemsOf = memoize((node: SchemaNode) => {
    const problems = findProblems(node, linker, impossibleIn);
    if (problems.some(({ kind }) => kind === 'malformed-pattern')) linker.loosen(node);
    for (const problem of problems)
      if (problem.kind === 'circular-reference') for (const key of problem.keys) circles.set(key, problem);
    return problems;
  });
  const validatorOfNode = memoize((node: SchemaNode) =>
    createValidator({ node, problems: ownProblemsOf(node) }),
  );
  // Many schemas may refer to one that a meta-schema describes.
  const verdictsBy = memoize((metaSchema: SchemaNode) => memoize(validatorOfNode(metaSchema).verdict));
  const problemsOf = memoize((node: SchemaNode) => {
    const problems = ownProblemsOf(node);
    // Refusals are not fatal, and nobody asks for the problems of sets that are only made for verdicts.
    if (!linker.hasOwnMetaSchemas() || appliesRefSiblings || refusesExcluded) return problems;
    const refusals = metaSchemaRefusals(reachableNodes(node, 'all'), problems, (metaSchema, schema) =>
      verdictsBy(metaSchema)(schema),
    );
    return refusals.length === 0 ? problems : [...withoutRefused(problems, refusals), ...refusals];
  });

  return {
    problems: (ref, from) => open(ref, from).problems,
    obstacles: (ref, from) => open(ref, from).problems.filter(isFatal),
    placeOf: openingOf,
    ignoredKeywords: (value, ref) => {
      const ignored = ignoredIn(open(ref).problems);
      if (ignored.length === 0) return ignored;
      withSiblings ??= createSchemaSet(files, { ...settings, appliesRefSiblings: true });
      return thoseThatReject(ignored, withSiblings.verdict(value, ref), files);
    },
    misspelt: undeclared.misspelt,
    undeclared: undeclared.all,
    excludedValues: (value, ref) => {
      const { node } = open(ref);
      if (ref.direction === undefined || node === undefined || !mayExclude(node, ref.direction)) return [];
      refusing ??= createSchemaSet(files, { ...settings, refusesExcluded: true });
      return excludedIn(refusing.verdict(value, ref), value);
    },
    reach: (refs) => [
      ...new Set(refs.flatMap((ref) => open(ref).node ?? []).flatMap((node) => reachableNodes(node, 'all'))),
    ],
    firstToRefuse: (questions) =>
      firstToRefuse(
        questions.map(({ value, refs }) => ({
          value,
          candidates: refs.map((ref) => ({ ref, ...validatorOf(ref) })),
        })),
        validationTime,
      ).map((first) => (first === 'timed-out' ? first : first?.ref)),
    isSearched: library.isSearched,
    verdict: (value, ref) => validatorOf(ref).verdict(value),
    allowances: (value, ref, pointers) => {
      const { node } = open(ref);
      const found = tryValidator(() =>
        runBounded(() => findAllowances(node?.copy, value, pointers, context), validationTime),
      );
      return 'reason' in found || found.value === 'timed-out' ? new Map() : found.value;
    },
    verdicts: (pairs) =>
      validateTogether(
        pairs.map(({ value, ref }) => ({ value, validator: validatorOf(ref) })),
        validationTime,
      ),
    acceptances: (values, ref) => {
      const validator = validatorOf(ref);
      return acceptTogether(
        values.map((value) => ({ value, validator })),
        validationTime,
      );
    },
  };

  function validatorOf(ref: SchemaRef): SchemaValidator {
    const before = validators.get(ref);
    if (before !== undefined) return before;
    const validator = createValidator(open(ref));
    validators.set(ref, validator);
    return validator;
  }

  function open(ref: SchemaRef, from?: Place): OpenedSchema {
    const before = opened.get(ref);
    if (before !== undefined) return before;
    const found = findSchema(ref, library, from);
    // The problem depends on the place that names the schema.
    if ('kind' in found) return { problems: [found] };
    const schema = openFound(found, ref);
    opened.set(ref, schema);
    return schema;
  }

  function openFound({ file, pointer, dialect }: FoundSchema, ref: SchemaRef): OpenedSchema {
    const openAs = (inherited: Dialect) => {
      const node = linker.node(file, pointer, plainReading(inherited, ref.direction));
      return { node, problems: problemsOf(node) };
    };
    const tried = tryValidator(() => {
      const plain = openAs(dialect);
      if (dialect !== DEFAULT_DIALECT || !plain.problems.some(isOfDocument)) return plain;
      const document = library.documentOf(file)?.value;
      const stated = statedDialect(document);
      return stated.kind === 'known' ? openAs(dialectBehind(document, stated.dialect)) : plain;
    });
    if ('value' in tried) return tried.value;
    const message = `cannot be used: ${tried.reason}`;
    return { problems: [{ kind: 'does-not-compile', message, place: openingOf(ref) }] };
  }

  function openingOf(ref: SchemaRef): Place {
    const found = findSchema(ref, library);
    const { file, pointer } = 'kind' in found ? ref : { file: found.file.file, pointer: found.pointer };
    const name = files.get(file)?.source.name ?? schemaFileName(files, file);
    return { file: name, pointer, token: 'opening' };
  }

  function createValidator({ node, problems }: OpenedSchema): SchemaValidator {
    return node === undefined || problems.some(isFatal)
      ? UNUSABLE
      : createSchemaValidator({
          accepts: (value) => value === UNREAD || evaluator.evaluationOf(node.copy)(value),
          createFindErrors: () => findErrorsIn(node) ?? compiler.compile(node),
          explain: (errors, value) => withContradictions(violationsOf(errors, value, linker), problems),
          explainWithoutAjv: (value) => explainWithoutAjv(node.copy, value, context),
          circleOf: (key) => circles.get(key),
          limit: validationTime,
        });
  }
}
