import { uniqueBy } from '../../model/group-by';
import { lastToken, parentPointer, type JsonPointer } from '../../model/json/json-pointer';
import { placeKey, type Token } from '../../model/documents/place';
import type { Source } from '../../model/documents/source';
import type { Span, TextProblem } from '../../model/documents/text-problem';
import type { UsageDetail } from '../../model/usage-error';
import type { Violation } from '../../model/schemas/violation';
import { describeCause } from '../../rules/violations/describe-cause';
import { causesOf, type Cause } from '../../schema/explain/causes';
import type { WrongName } from './wrong-name';
import { unquotedText } from '../../text/yaml/unquoted-text';
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
  /** What is wrong with a property name that the schema of an object rejects. */
  readonly wrongName?: (object: JsonPointer, name: string) => WrongName | undefined;
  /** Why the numbers at these places have a maximum. */
  readonly maximums?: ReadonlyMap<JsonPointer, string>;
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
    ...uniqueBy(
      causes.map((cause, index) => {
        const range = ranges[index];
        const { start, end } = range?.behind ?? range ?? NO_TEXT;
        const unquoted = bracesAt(source.text, start.offset) ?? commentAt(source.text, start.offset);
        if (unquoted !== undefined)
          return { place: { file, span: unquoted.span }, message: unquoted.message };
        const named = wrongNameAt(cause, source.text.slice(start.offset, end.offset), wording);
        if (named !== undefined) {
          const span: Span = [start.offset + named.at, start.offset + named.at + named.length];
          return { place: { file, span }, message: named.message };
        }
        const message = messageOf(cause, source.text.slice(start.offset, end.offset), wording);
        return { place: places[index] ?? { file }, message: message + enough(index) };
      }),
      (detail) => ('span' in detail.place ? placeKey(detail.place) : detail),
    ),
    ...mistakes.slice(0, MOST).map(({ pointer, token = 'value', message }, index) => ({
      place: { file, pointer, token },
      message: message + enough(index),
    })),
  ];
}

/** A map `{word}` at an offset: without quotes, YAML reads a placeholder as a map with one property. Both mistakes in it are this one. */
function bracesAt(
  text: string,
  offset: number,
): { readonly span: Span; readonly message: string } | undefined {
  const start = text[offset] === '{' ? offset : offset - 1;
  const [braces] = /^\{[A-Za-z_][\w-]*\}/.exec(text.slice(Math.max(0, start), start + LONGEST_WORD)) ?? [];
  return braces === undefined
    ? undefined
    : {
        span: [start, start + braces.length],
        message: `\`{\` begins a map in YAML: put \`${braces}\` in quotes`,
      };
}

/** What is wrong with a property name, with the place of its wrong characters in the literal; escapes make that the whole literal. */
function wrongNameAt(
  { violation }: Cause,
  literal: string,
  { wrongName }: FileWording,
): WrongName | undefined {
  const { keyword, instanceLocation, property } = violation;
  const found =
    keyword === 'propertyNames' && property !== undefined
      ? wrongName?.(instanceLocation, property)
      : undefined;
  if (found === undefined || property === undefined) return undefined;
  const before = literal.indexOf(property);
  return before === -1 || found.length === 0
    ? { ...found, at: 0, length: literal.length }
    : { ...found, at: before + found.at };
}

/** A comment in the place of a value: a text that starts with `#` needs quotes. */
function commentAt(text: string, offset: number): ReturnType<typeof unquotedText> {
  return /^#\S/.test(text.slice(offset, offset + 2)) ? unquotedText(text, offset) : undefined;
}

const LONGEST_WORD = 100;

const NO_TEXT = { start: { offset: 0 }, end: { offset: 0 } };

/** The most mistakes of one kind. A generated file can have one per line, and the first few show what is wrong with the generator. */
const MOST = 100;

function enough(index: number): string {
  return index === MOST - 1 ? `; further mistakes of this kind are omitted after ${MOST}` : '';
}

/** `literal` is the text of the value in the file. */
function messageOf(
  cause: Cause,
  literal: string,
  { empty, microversions, maximums, secrets }: FileWording,
): string {
  const { actual, keyword, instanceLocation } = cause.violation;
  if (/^\{[A-Za-z_][\w-]*\}$/.test(literal))
    return `\`{\` begins a map in YAML: put \`${literal}\` in quotes`;
  const reason = keyword === 'maximum' ? maximums?.get(instanceLocation) : undefined;
  if (reason !== undefined) return `${describeCause(cause)}: ${reason}`;
  if (keyword !== 'type') return describeCause(cause);
  if (instanceLocation === '' && (actual === null || actual === undefined)) return empty;
  // The parsed value does not show what was written: 2.10 and 2.1 are the same number.
  if (typeof actual === 'number' && microversions.has(lastToken(cause.pointer)))
    return `${literal} without quotes is ${literal === String(actual) ? 'a number' : `the number ${actual}`}: write "${literal}"`;
  if (cause.pointer === '' || secrets === undefined) return describeCause(cause);
  if (secrets.has(lastToken(parentPointer(cause.pointer))))
    return 'expected a string: put the value in quotes';
  if (secrets.has(lastToken(cause.pointer)))
    return 'expected an object of names and values, such as `{ X-Auth-Token: $OS_TOKEN }`';
  return describeCause(cause);
}
