import { hasNoBody } from '../../model/live/exchange';
import type { Negotiation, NegotiationCase } from '../../model/live/live';
import { normalId } from '../../model/versions/versions-entry';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import { quote } from '../../wording/quote';
import { answersTo, isServed, type Answered } from './asked';
import { describeBody } from './describe-body';
import { describedVersions } from './described-versions';

/** An answer to a request for a microversion in range that no client can use. */
export interface BrokenAnswer {
  readonly answered: Answered;
  readonly kind: 'server-error' | 'not-json' | 'other-document';
  /** What the service answered with, as the object of a sentence; the status is enough where it is 5xx. */
  readonly what: string;
}

const IN_RANGE: readonly NegotiationCase[] = ['oldest', 'newest', 'latest', 'two-values', 'legacy-newest'];

/** The answers to requests in range that are server errors, not JSON, or documents of another version than the plain answer. */
export function brokenAnswers(negotiation: Negotiation, plain: Answered): readonly BrokenAnswer[] {
  const usual = versionIdsIn(plain);
  return answersTo(negotiation, IN_RANGE).flatMap((answered): readonly BrokenAnswer[] => {
    const { request, answer } = answered;
    if (answer.status >= 500) return [{ answered, kind: 'server-error', what: String(answer.status) }];
    // An endpoint without a JSON body has none at any microversion.
    if (!isServed(answered) || plain.answer.body.value === undefined) return [];
    if (answer.body.value === undefined) {
      return hasNoBody(request.method, answer.status)
        ? []
        : [{ answered, kind: 'not-json', what: describeBody(answer.body) }];
    }
    if (usual.size === 0) return [];
    const [first, ...others] = versionIdsIn(answered);
    if (first === undefined) return [{ answered, kind: 'other-document', what: 'JSON without a version' }];
    return [first, ...others].some(([id]) => usual.has(id))
      ? []
      : [{ answered, kind: 'other-document', what: `the document of ${quote(first[1])}` }];
  });
}

/** The ids of the versions in a versions document, as written, by their normal form; none in any other document. */
function versionIdsIn({ answer: { body } }: Answered): ReadonlyMap<string, string> {
  if (!looksLikeVersions(body.value)) return new Map();
  return new Map(describedVersions(body).map(({ id }) => [normalId(id), id]));
}
