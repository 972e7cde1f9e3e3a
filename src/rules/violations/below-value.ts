import type { SchemaRef } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { childPointer } from '../../model/json/json-pointer';
import { isJsonObject } from '../../model/json/json-value';
import { OPENAPI_ORIGIN } from '../../model/project/open-api';
import { isExampleObject } from '../../openapi/examples';
import { partOfDocument } from '../../text/part-of-document';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Evidence, Report } from '../rule';

/** Where an Example Object has a value that a schema describes. */
const NAMES = ['value', 'dataValue'];

/**
 * The report of an example that its schema refuses only because it is written as one of `examples`, with the value below "value"; undefined for
 * any other. Nothing else that rules find in such an example is true of the value.
 */
export function reportBelowValue(
  document: Document,
  schema: SchemaRef,
  evidence: Evidence,
): Report | undefined {
  const { origin, value, source } = document;
  // Hardly any document looks like one, and to ask for the verdict takes time.
  if (origin !== OPENAPI_ORIGIN || !isJsonObject(value) || !isExampleObject(value)) return undefined;
  const name = NAMES.find((each) => Object.hasOwn(value, each));
  const inner = name === undefined ? undefined : partOfDocument(document, childPointer('', name));
  if (name === undefined || inner === undefined) return undefined;
  const verdict = evidence.verdict(document, schema);
  if (verdict.kind !== 'checked') return undefined;
  const [violation] = verdict.violations;
  if (violation === undefined || !isAccepted(inner, schema, evidence)) return undefined;
  const { keyword, keywordLocation } = violation;
  const what =
    source.part?.name.endsWith('/example') === true
      ? `"example" is the value itself, without ${quote(name)} as in "examples"`
      : `the value is below another ${quote(name)}`;
  return {
    at: placeIn(document, '', 'opening'),
    message: `${what}: write only what is below ${quote(name)}`,
    keyword: { keyword, keywordLocation },
  };
}

function isAccepted(document: Document, schema: SchemaRef, evidence: Evidence): boolean {
  const verdict = evidence.verdict(document, schema);
  return verdict.kind === 'checked' && verdict.violations.length === 0;
}
