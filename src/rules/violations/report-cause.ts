import { isJsonArray } from '../../model/json/json-value';
import type { Document } from '../../model/documents/document';
import type { Violation } from '../../model/schemas/violation';
import type { Cause } from '../../schema/explain/causes';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Report } from '../rule';
import { describeCause } from './describe-cause';
import { quotedInCause } from './quoted-in-cause';

/** The report of one thing that is wrong with a document. */
export function reportCause(document: Document, cause: Cause): Report {
  const { pointer, token, missing, violation, also } = cause;
  const message = describeCause(cause, nullRemedy(cause));
  const one = `required property ${quote(missing)} is missing`;
  return {
    at: placeIn(document, pointer, token),
    message,
    ...(missing !== undefined && token === 'opening' && message.startsWith(one)
      ? { groupMessage: `required properties {missing} are missing${message.slice(one.length)}` }
      : {}),
    ...(missing === undefined ? {} : { missing }),
    keyword: keywordOf(violation),
    ...(also.length === 0 ? {} : { otherKeywords: also.map(keywordOf) }),
    // Nothing is blanked in messages about files alone.
    ...(document.kind === 'sample' ? {} : { quotes: quotedInCause(cause) }),
  };
}

/** How a schema allows null, if nothing else in it refuses null. */
function nullRemedy({ violation: { dialect, expected }, also }: Cause): string | undefined {
  if (dialect === undefined || also.length > 0) return undefined;
  const nullable = isJsonArray(expected) ? undefined : NULLABLE.get(dialect);
  return `to allow null, add ${nullable ?? '"null" to the type'}`;
}

/** What allows null in dialects that have no list of types. */
const NULLABLE: ReadonlyMap<string, string> = new Map([
  ['openapi-3.0', '"nullable: true" next to the type'],
  ['swagger-2.0', '"x-nullable: true" next to the type'],
]);

function keywordOf({ keyword, keywordLocation }: Violation): NonNullable<Report['keyword']> {
  return { keyword, keywordLocation };
}
