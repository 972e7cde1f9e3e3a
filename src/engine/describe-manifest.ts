import { lastToken } from '../model/json-pointer';
import type { Place } from '../model/place';
import type { UsageDetail } from '../model/usage-error';
import type { ManifestReading } from '../project/load-manifest';
import { describeCause } from '../rules/wording/describe-cause';
import { causesOf, type Cause } from '../schema/causes';
import { describeTextProblem } from '../text/text-problem-message';

type WrongManifest = Extract<ManifestReading, { kind: 'wrong' }>;

/** Everything that is wrong with a manifest in plain words, each at its token. */
export function describeManifest({
  source,
  problems,
  violations,
  mistakes,
}: WrongManifest): readonly UsageDetail[] {
  const file = source.name;
  return [
    ...problems.map((problem) => ({
      place: 'span' in problem ? { file, span: problem.span } : { file },
      message: describeTextProblem(problem),
    })),
    ...causesOf(violations).map((cause) => {
      const place = { file, pointer: cause.pointer, token: cause.token };
      return { place, message: messageOf(cause, place, source) };
    }),
    ...mistakes.map(({ pointer, message }) => ({
      place: { file, pointer, token: 'value' } as const,
      message,
    })),
  ];
}

const MICROVERSIONS: ReadonlySet<string> = new Set([
  'base_microversion',
  'min_version',
  'max_version',
  'microversion',
]);

function messageOf(cause: Cause, place: Place, { text, locate }: WrongManifest['source']): string {
  const { actual, keyword, instanceLocation } = cause.violation;
  const [range] = locate([place]);
  const literal = text.slice(range?.start.offset, range?.end.offset);
  if (keyword === 'type' && instanceLocation === '' && (actual === null || actual === undefined))
    return 'the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here';
  // The value alone no longer tells what was written: 2.10 and 2.1 are one number.
  if (keyword === 'type' && typeof actual === 'number' && MICROVERSIONS.has(lastToken(cause.pointer)))
    return `${literal} is a number without quotes${literal === String(actual) ? '' : `, ${actual}`}: quote it, "${literal}"`;
  return describeCause(cause);
}
