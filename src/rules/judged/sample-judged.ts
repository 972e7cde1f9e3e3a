import type { Document } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import type { Named } from '../../model/named';
import { placeKey } from '../../model/documents/place';
import { OPENAPI_ORIGIN } from '../../model/project/open-api';
import { count } from '../../wording/list-words';
import type { Evidence, Report, Rule } from '../rule';
import { causesOfExchange, causesOfFact, causesOfSample, type UnjudgedCause } from './unjudged-causes';
import { whyClaimUnjudged } from './why-unjudged';

/** A cause, and one document that it left unjudged; without a document where the cause is at the place itself. */
interface Unjudged extends UnjudgedCause {
  readonly document?: Document;
}

/**
 * One report per cause, at the place of the cause. The engine joins it with the report of the rule about the cause, if that rule is on: an
 * unjudged sample is an error, even where the severity of that rule is lower.
 */
export const sampleJudged: Rule<'named'> = {
  id: 'sample-judged',
  subject: 'named',
  severity: 'error',
  summary: 'Each sample, response and fact that the manifest names is judged.',
  needs: {
    isMet: ({ samples, exchanges, facts }) => samples.length + exchanges.length + facts.length > 0,
    otherwise: 'no samples, responses or facts',
  },
  check: (named, evidence) =>
    [...groupBy(unjudgedIn(named, evidence), causeKey).values()].flatMap((alike) =>
      alike.slice(0, 1).map((first) => reportOf(first, alike)),
    ),
};

function unjudgedIn({ samples, exchanges, facts, around }: Named, evidence: Evidence): readonly Unjudged[] {
  const ofSamples = samples.flatMap((sample) =>
    causesOfSample(sample, evidence).map((cause) => ({ ...cause, document: sample.document })),
  );
  return [
    // A run that judges nothing at all must not be green.
    ...(ofSamples.some(isOnlyCounted) && (isAnyJudged(samples, evidence) || isAnyJudged(around, evidence))
      ? ofSamples.filter((each) => !isOnlyCounted(each))
      : ofSamples),
    ...exchanges.flatMap(causesOfExchange),
    ...facts.flatMap(causesOfFact),
  ];
}

/** Whether a document expects its schema to be downloaded for its own example. Recorded samples and responses must be judged. */
function isOnlyCounted({ isRemote, document }: Unjudged): boolean {
  return isRemote === true && document?.origin === OPENAPI_ORIGIN;
}

function isAnyJudged(samples: Named['samples'], evidence: Evidence): boolean {
  return samples.some(({ document, claims }) =>
    claims.some((claim) => whyClaimUnjudged(document, claim, evidence) === undefined),
  );
}

function causeKey({ ruleId = '', report: { at, message } }: UnjudgedCause): string {
  return [ruleId, placeKey(at), message].join('\0');
}

function reportOf({ report, ruleId }: UnjudgedCause, unjudged: readonly Unjudged[]): Report {
  const { at, message, related = [], curl } = report;
  const elsewhere = new Map(
    unjudged.flatMap(({ document }) =>
      document === undefined || document.source.name === at.file
        ? []
        : [[document.source.name, document] as const],
    ),
  );
  const documents = [...elsewhere.values()];
  return {
    at,
    message: `${[...countDocuments(documents), 'not checked'].join(' ')}: ${message}`,
    related: [
      ...related,
      ...documents.map(({ source }) => ({ at: { file: source.name }, message: 'not checked' })),
    ],
    ...(curl === undefined ? {} : { curl }),
    ...(ruleId === undefined ? {} : { cause: { ruleId, message } }),
  };
}

/** `2 samples and 1 response`, as one word; nothing for no documents. */
function countDocuments(documents: readonly Document[]): readonly string[] {
  const words = [...groupBy(documents, ({ kind }) => (kind === 'stdin' ? 'sample' : kind))].map(
    ([noun, ofKind]) => count(ofKind.length, noun),
  );
  return words.length === 0 ? [] : [words.join(' and ')];
}
