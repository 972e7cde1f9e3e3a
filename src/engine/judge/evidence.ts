import { schemaKey, type SchemaRef } from '../../model/contracts/contract';
import { createSchemaMap } from '../../model/contracts/schema-map';
import { exactValueOf, type Document } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import type { SchemaVerdict } from '../../model/schemas/validation';
import type { Evidence } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';

/** A document and a schema whose verdict some rule will ask for. */
export interface ExpectedQuestion {
  readonly document: Document;
  readonly schema: SchemaRef;
}

/** A document and the schemas of which some rule will ask which is the first to reject it. */
interface ExpectedRefusal {
  readonly document: Document;
  readonly schemas: readonly SchemaRef[];
}

/** The questions that rules will ask. They are answered together: a time limit for each would cost more than its answer. */
export interface ExpectedQuestions {
  readonly verdicts?: readonly ExpectedQuestion[];
  readonly refusals?: readonly ExpectedRefusal[];
  /** The verdict of an earlier run; undefined where it must be found out. */
  readonly known?: (document: Document, schema: SchemaRef) => SchemaVerdict | undefined;
}

/** This many questions are asked together: those of all of a hundred thousand documents would be another copy of their list. */
const TOGETHER = 1000;

/**
 * Evidence that validates a document against a schema when a rule first asks for the verdict, and then remembers it. The first question of a kind
 * answers all expected ones of that kind in one go.
 */
export function createEvidence(
  schemas: Pick<
    SchemaSet,
    | 'verdict'
    | 'verdicts'
    | 'firstToRefuse'
    | 'ignoredKeywords'
    | 'excludedValues'
    | 'misspelt'
    | 'undeclared'
    | 'obstacles'
    | 'placeOf'
    | 'allowances'
  >,
  { verdicts: expected = [], refusals = [], known = () => undefined }: ExpectedQuestions = {},
  onTimeOut: () => void = () => {},
): Evidence {
  // By schema first: there are more documents, and a map for each would be larger than the document.
  const verdicts = createSchemaMap<Map<Document, SchemaVerdict>>();
  const keep = (document: Document, schema: SchemaRef, verdict: SchemaVerdict) => {
    const before = verdicts.get(schema);
    const ofSchema = before ?? new Map<Document, SchemaVerdict>();
    if (before === undefined) verdicts.set(schema, ofSchema);
    ofSchema.set(document, verdict);
    if (verdict.kind === 'timed-out') onTimeOut();
    return verdict;
  };
  const firstToRefuse = createFirstToRefuse(schemas, refusals);
  let open = expected;
  const answerExpected = () => {
    const questions = open.filter(({ document, schema }) => known(document, schema) === undefined);
    open = [];
    if (questions.length === 0) return;
    for (let start = 0; start < questions.length; start += TOGETHER) {
      const some = questions.slice(start, start + TOGETHER);
      const answers = schemas.verdicts(
        some.map(({ document, schema }) => ({ value: exactValueOf(document), ref: schema })),
      );
      for (const [index, { document, schema }] of some.entries()) {
        const verdict = answers[index];
        if (verdict !== undefined) keep(document, schema, verdict);
      }
    }
  };
  return {
    ignoredKeywords: (document, schema) => schemas.ignoredKeywords(exactValueOf(document), schema),
    misspelt: (document, schema) => schemas.misspelt(document.value, schema),
    undeclared: (document, schema) => schemas.undeclared(document.value, schema),
    excludedValues: (document, schema) => schemas.excludedValues(exactValueOf(document), schema),
    schemaOf: ({ schema, place }) => ({
      place: schemas.placeOf(schema),
      obstacles: schemas.obstacles(schema, place),
    }),
    firstToRefuse: (document, refs) => {
      const first = firstToRefuse(document, refs);
      if (first !== 'timed-out') return first;
      onTimeOut();
      return undefined;
    },
    allowances: (document, pointers) =>
      new Map(
        expected
          .filter((question) => question.document === document)
          .flatMap(({ schema }) => [...schemas.allowances(exactValueOf(document), schema, pointers)]),
      ),
    verdict: (document, schema) => {
      const before = known(document, schema);
      if (before !== undefined) return before;
      answerExpected();
      return (
        verdicts.get(schema)?.get(document) ??
        keep(document, schema, schemas.verdict(exactValueOf(document), schema))
      );
    },
  };
}

/** Finds the first schema that rejects a document. The first question answers all expected ones. */
function createFirstToRefuse(
  schemas: Pick<SchemaSet, 'firstToRefuse'>,
  expected: readonly ExpectedRefusal[],
): (document: Document, refs: readonly SchemaRef[]) => SchemaRef | 'timed-out' | undefined {
  const ask = (questions: readonly ExpectedRefusal[]) =>
    schemas.firstToRefuse(
      questions.map((question) => ({ value: exactValueOf(question.document), refs: question.schemas })),
    );
  let answers: ReadonlyMap<Document, ReadonlyMap<string, SchemaRef | 'timed-out' | undefined>> | undefined;
  return (document, refs) => {
    answers ??= answered(expected, ask(expected));
    const ofDocument = answers.get(document);
    const key = keyOf(refs);
    return ofDocument?.has(key) === true ? ofDocument.get(key) : ask([{ document, schemas: refs }])[0];
  };
}

function answered<Answer>(
  questions: readonly ExpectedRefusal[],
  answers: readonly Answer[],
): ReadonlyMap<Document, ReadonlyMap<string, Answer>> {
  const entries = questions.flatMap(({ document, schemas }, index) =>
    answers.slice(index, index + 1).map((answer) => ({ document, key: keyOf(schemas), answer })),
  );
  return new Map(
    Array.from(
      groupBy(entries, ({ document }) => document),
      ([document, of]) => [document, new Map(of.map(({ key, answer }) => [key, answer]))] as const,
    ),
  );
}

function keyOf(refs: readonly SchemaRef[]): string {
  return refs.map(schemaKey).join('\n');
}
