import type { Document, DocumentKind } from '../../../src/model/documents/document';
import type { Comparison } from '../../../src/model/live/live';
import { DEFAULT_LIMITS } from '../../../src/model/project/limits';
import { parseDocument } from '../../../src/text/parse-document';

/** The settings of a comparison that differ from the defaults. */
export interface MadeComparison extends Partial<Pick<Comparison, 'mode' | 'homes'>> {
  readonly ignored?: { readonly sample?: readonly string[]; readonly response?: readonly string[] };
}

/** A comparison of two values or JSON texts, `sample.json` and `http://cloud/compute/`. Exact by default. */
export function madeComparison(sample: unknown, response: unknown, made: MadeComparison = {}): Comparison {
  return {
    sample: documentOf('sample', 'sample.json', sample),
    response: documentOf('response', 'http://cloud/compute/', response),
    mode: made.mode ?? 'exact',
    ignored: {
      sample: new Set(made.ignored?.sample),
      response: new Set(made.ignored?.response),
    },
    homes: made.homes ?? {
      sample: ['http://openstack.example.com/'],
      response: 'http://cloud/compute/',
    },
  };
}

function documentOf(kind: DocumentKind, name: string, value: unknown): Document {
  const text = typeof value === 'string' && value.startsWith('{') ? value : JSON.stringify(value);
  return parseDocument({ name, kind, origin: kind }, text, DEFAULT_LIMITS);
}
