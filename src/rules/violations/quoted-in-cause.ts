import type { Quotation } from '../../model/documents/quotation';
import type { Violation } from '../../model/schemas/violation';
import type { Cause } from '../../schema/explain/causes';
import { quotedFrom } from '../quoted-from';

/** What the message of a cause quotes from schemas. Everything else in it comes from the document. */
export function quotedInCause(cause: Cause): readonly Quotation[] {
  const { violation, alternatives = [], equal = [], meant, missing } = cause;
  const unions = [...meant, ...equal.flatMap(({ steps }) => steps)].map(({ union }) => union);
  return [
    ...[violation, ...alternatives, ...equal.flatMap(({ violations }) => violations), ...unions].flatMap(
      quotedIn,
    ),
    ...(missing === undefined ? [] : quotedFrom(schemaOf(violation), missing)),
  ];
}

function quotedIn(violation: Violation): readonly Quotation[] {
  const { expected, allowed, allowedPatterns, because, property, keyword, branches = [] } = violation;
  const isRequired = keyword === 'required' || keyword.startsWith('depend');
  return [
    ...quotedFrom(
      schemaOf(violation),
      expected,
      allowed,
      allowedPatterns,
      because,
      ...(isRequired ? [property] : []),
    ),
    // A name is checked by the schema that `propertyNames` gives.
    ...(keyword === 'propertyNames' ? branches.flat().flatMap(quotedIn) : []),
  ];
}

function schemaOf({ keywordLocation }: Violation): string {
  return keywordLocation.replace(/#.*$/s, '');
}
