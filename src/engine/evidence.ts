import { formatSchemaRef } from '../model/contract';
import type { Document } from '../model/document';
import type { SchemaVerdict } from '../model/violation';
import type { Evidence } from '../rules/rule';
import type { SchemaSet } from '../schema/schema-set';

/** Evidence that validates a document against a schema when a rule first asks, and never twice. */
export function createEvidence(schemas: SchemaSet): Evidence {
  const verdicts = new Map<Document, Map<string, SchemaVerdict>>();
  return {
    verdict: (document, schema) => {
      const ofDocument = verdicts.get(document) ?? new Map<string, SchemaVerdict>();
      verdicts.set(document, ofDocument);
      const key = formatSchemaRef(schema);
      const verdict = ofDocument.get(key) ?? schemas.verdict(document.value, schema);
      ofDocument.set(key, verdict);
      return verdict;
    },
  };
}
