import { schemaKey, type SchemaRef } from '../../model/contract';
import { exactValueOf, type Document } from '../../model/document';
import type { SchemaVerdict } from '../../model/validation';
import type { Evidence } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';

/** A document and a schema whose verdict some rule will ask for. */
export interface ExpectedQuestion {
  readonly document: Document;
  readonly schema: SchemaRef;
}

/**
 * Evidence that validates a document against a schema when a rule first asks for the verdict, and then remembers it. The first question
 * answers all `expected` ones in one go.
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
  expected: readonly ExpectedQuestion[] = [],
  onTimeOut: () => void = () => {},
): Evidence {
  const verdicts = new Map<Document, Map<string, SchemaVerdict>>();
  const keep = (document: Document, schema: SchemaRef, verdict: SchemaVerdict) => {
    const ofDocument = verdicts.get(document) ?? new Map<string, SchemaVerdict>();
    verdicts.set(document, ofDocument.set(schemaKey(schema), verdict));
    if (verdict.kind === 'timed-out') onTimeOut();
    return verdict;
  };
  let open = expected;
  const answerExpected = () => {
    const questions = open;
    open = [];
    if (questions.length === 0) return;
    const answers = schemas.verdicts(
      questions.map(({ document, schema }) => ({ value: exactValueOf(document), ref: schema })),
    );
    for (const [index, verdict] of answers.entries()) {
      const question = questions[index];
      if (question !== undefined) keep(question.document, question.schema, verdict);
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
      const first = schemas.firstToRefuse(exactValueOf(document), refs);
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
      answerExpected();
      return (
        verdicts.get(document)?.get(schemaKey(schema)) ??
        keep(document, schema, schemas.verdict(exactValueOf(document), schema))
      );
    },
  };
}
