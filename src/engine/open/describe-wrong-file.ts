import { lastToken, parentPointer, type JsonPointer } from '../../model/json-pointer';
import type { Token } from '../../model/place';
import type { Source } from '../../model/source';
import type { TextProblem } from '../../model/text-problem';
import type { UsageDetail } from '../../model/usage-error';
import type { Violation } from '../../model/violation';
import { describeCause } from '../../rules/violations/describe-cause';
import { causesOf, type Cause } from '../../schema/explain/causes';
import { describeTextProblem } from '../../text/text-problem-message';

/** A file that a run needs, with every mistake in it. */
export interface WrongFile {
  readonly source: Source;
  readonly problems: readonly TextProblem[];
  readonly violations: readonly Violation[];
  /** Mistakes that the file's schema cannot express. */
  readonly mistakes: readonly {
    readonly pointer: JsonPointer;
    /** Default: the value. */
    readonly token?: Token;
    readonly message: string;
  }[];
}

/** The wording that depends on the kind of file. */
export interface FileWording {
  /** The message for an empty file. */
  readonly empty: string;
  /** The properties whose values are microversions, which YAML reads as numbers unless they are quoted. */
  readonly microversions: ReadonlySet<string>;
  /** The properties that contain secrets, such as `headers`: messages never repeat their values. */
  readonly secrets?: ReadonlySet<string>;
}

/** Describes every mistake in a file, each at its token. */
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
      const range = ranges[index];
      const { start, end } = range?.behind ?? range ?? NO_TEXT;
      const message = messageOf(cause, source.text.slice(start.offset, end.offset), wording);
      return { place: places[index] ?? { file }, message: message + enough(index) };
    }),
    ...mistakes.slice(0, MOST).map(({ pointer, token = 'value', message }, index) => ({
      place: { file, pointer, token },
      message: message + enough(index),
    })),
  ];
}

const NO_TEXT = { start: { offset: 0 }, end: { offset: 0 } };

/** The most mistakes of one kind. A generated file can have one per line, and the first few show what is wrong with the generator. */
const MOST = 100;

function enough(index: number): string {
  return index === MOST - 1 ? `; further mistakes of this kind are omitted after ${MOST}` : '';
}

/** `literal` is the text of the value in the file. */
function messageOf(cause: Cause, literal: string, { empty, microversions, secrets }: FileWording): string {
  const { actual, keyword, instanceLocation } = cause.violation;
  if (keyword !== 'type') return describeCause(cause);
  if (instanceLocation === '' && (actual === null || actual === undefined)) return empty;
  // The parsed value does not show what was written: 2.10 and 2.1 are the same number.
  if (typeof actual === 'number' && microversions.has(lastToken(cause.pointer)))
    return `${literal} without quotes is ${literal === String(actual) ? 'a number' : `the number ${actual}`}: write "${literal}"`;
  if (cause.pointer !== '' && secrets?.has(lastToken(parentPointer(cause.pointer))) === true)
    return 'expected a string: put the value in quotes';
  return describeCause(cause);
}
