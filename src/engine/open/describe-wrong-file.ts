import { lastToken, parentPointer, type JsonPointer } from '../../model/json-pointer';
import type { Source } from '../../model/source';
import type { TextProblem } from '../../model/text-problem';
import type { UsageDetail } from '../../model/usage-error';
import type { Violation } from '../../model/violation';
import { describeCause } from '../../rules/violations/describe-cause';
import { causesOf, type Cause } from '../../schema/explain/causes';
import { describeTextProblem } from '../../text/text-problem-message';

/** A file that a run cannot do without, with all that is wrong with it. */
export interface WrongFile {
  readonly source: Source;
  readonly problems: readonly TextProblem[];
  readonly violations: readonly Violation[];
  /** What its schema cannot say. */
  readonly mistakes: readonly { readonly pointer: JsonPointer; readonly message: string }[];
}

/** What only the kind of file tells. */
export interface FileWording {
  /** What is said where there is nothing in the file. */
  readonly empty: string;
  /** The keys whose values are microversions, which want quotes. */
  readonly microversions: ReadonlySet<string>;
  /** The keys below which values are secrets, so that none is repeated. */
  readonly secrets?: ReadonlySet<string>;
}

/** Everything that is wrong with a file in plain words, each at its token. */
export function describeWrongFile(wrong: WrongFile, wording: FileWording): readonly UsageDetail[] {
  const { source, problems, violations, mistakes } = wrong;
  const file = source.name;
  const causes = causesOf(violations).slice(0, MOST);
  const places = causes.map(({ pointer, token }) => ({ file, pointer, token }));
  const ranges = source.locate(places);
  return [
    ...problems.map((problem) => ({
      place: 'span' in problem ? { file, span: problem.span } : { file },
      message: describeTextProblem(problem),
    })),
    ...causes.map((cause, index) => {
      const { start, end } = ranges[index] ?? { start: { offset: 0 }, end: { offset: 0 } };
      const message = messageOf(cause, source.text.slice(start.offset, end.offset), wording);
      return { place: places[index] ?? { file }, message: message + enough(index) };
    }),
    ...mistakes.slice(0, MOST).map(({ pointer, message }, index) => ({
      place: { file, pointer, token: 'value' } as const,
      message: message + enough(index),
    })),
  ];
}

/** A file that a program wrote wrongly has as many mistakes as lines, and the first few tell what is wrong with the program. */
const MOST = 100;

function enough(index: number): string {
  return index === MOST - 1 ? `; this is mistake ${MOST}, and no more of this kind are told` : '';
}

/** `literal` is what is written there. */
function messageOf(cause: Cause, literal: string, { empty, microversions, secrets }: FileWording): string {
  const { actual, keyword, instanceLocation } = cause.violation;
  if (keyword !== 'type') return describeCause(cause);
  if (instanceLocation === '' && (actual === null || actual === undefined)) return empty;
  // The value alone no longer tells what was written: 2.10 and 2.1 are one number.
  if (typeof actual === 'number' && microversions.has(lastToken(cause.pointer)))
    return `${literal} is a number without quotes${literal === String(actual) ? '' : `, ${actual}`}: quote it, "${literal}"`;
  if (cause.pointer !== '' && secrets?.has(lastToken(parentPointer(cause.pointer))) === true)
    return 'a text must stand here: put it in quotes';
  return describeCause(cause);
}
