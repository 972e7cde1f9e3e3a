import { groupBy } from '../model/group-by';
import { parentPointer } from '../model/json-pointer';
import type { Violation } from '../model/violation';
import { meantAlternative, plausibleAlternatives } from './meant-alternative';
import { misspeltKey } from './misspelt-key';
import { tokenOf, type ViolationToken } from './violation-token';

/** One thing that is wrong with a document, however many keywords say so. */
export interface Cause extends ViolationToken {
  /** The keyword that says it best. */
  readonly violation: Violation;
  /** The other keywords that failed for the same reason. */
  readonly also: readonly Violation[];
  /** Under `anyOf` or `oneOf`, where each alternative wants one plain thing: what they want. */
  readonly alternatives?: readonly Violation[];
  /** Under `anyOf` or `oneOf`: the alternatives that the value was judged by, outermost first, where it was not plain which. */
  readonly meant: readonly { readonly union: Violation; readonly index: number }[];
}

/** The causes of violations: alternatives that were not meant and fallout left out, a misspelt key and the missing one joined, one cause a token. */
export function causesOf(violations: readonly Violation[]): readonly Cause[] {
  const causes = violations.flatMap((violation) => expand(violation, []));
  return joinTokens(joinRenames(causes.filter((cause) => !isFallout(cause, causes))));
}

function expand(violation: Violation, meant: Cause['meant']): readonly Cause[] {
  const { branches, passing } = violation;
  const isUnion = violation.keyword === 'anyOf' || violation.keyword === 'oneOf';
  const plausible =
    isUnion && branches !== undefined && passing === undefined ? plausibleAlternatives(violation) : [];
  const alternatives = plausible.flatMap((index) => branches?.[index] ?? []);
  if (plausible.length > 1 && alternatives.length === plausible.length && arePlain(alternatives, violation)) {
    return [{ ...tokenOf(violation), violation, also: [], alternatives, meant }];
  }
  if (plausible.length === 0) return [{ ...tokenOf(violation), violation, also: [], meant }];
  const index = meantAlternative(violation);
  const chosen = plausible.length === 1 ? meant : [...meant, { union: violation, index }];
  return (branches?.[index] ?? []).flatMap((inner) => expand(inner, chosen));
}

const PLAIN: ReadonlySet<string> = new Set(['type', 'enum', 'const', 'format', 'pattern']);

function arePlain(alternatives: readonly Violation[], { instanceLocation }: Violation): boolean {
  return (
    alternatives.every((alternative) => alternative.instanceLocation === instanceLocation) &&
    (alternatives.every(({ keyword }) => PLAIN.has(keyword)) ||
      alternatives.every(({ keyword }) => keyword === 'required'))
  );
}

/** What a schema leaves unevaluated because the part that would have evaluated it failed is no second cause. */
function isFallout({ violation }: Cause, causes: readonly Cause[]): boolean {
  const { keyword, property, allowed, instanceLocation } = violation;
  const isKnown =
    keyword === 'unevaluatedItems' || (property !== undefined && allowed?.includes(property) === true);
  return (
    keyword.startsWith('unevaluated') &&
    isKnown &&
    causes.some(
      ({ violation: other }) =>
        !other.keyword.startsWith('unevaluated') &&
        `${other.instanceLocation}/`.startsWith(`${instanceLocation}/`),
    )
  );
}

/** An unknown key that is nearly a missing one is that key, misspelt: one cause, seen at the key. */
function joinRenames(causes: readonly Cause[]): readonly Cause[] {
  const joined = new Set<Cause>();
  const renamed = new Map<Cause, Cause>();
  for (const cause of causes) {
    const { property } = cause.violation;
    if (cause.token !== 'key' || property === undefined || cause.violation.keyword === 'propertyNames')
      continue;
    const lost = causes.filter(
      (other) =>
        other.missing !== undefined && !joined.has(other) && other.pointer === parentPointer(cause.pointer),
    );
    const name = misspeltKey(
      property,
      lost.map(({ missing = '' }) => missing),
    );
    const missing = lost.find((other) => other.missing === name);
    if (name === undefined || missing === undefined) continue;
    joined.add(missing);
    renamed.set(cause, { ...cause, missing: name, also: [missing.violation] });
  }
  return causes.filter((cause) => !joined.has(cause)).map((cause) => renamed.get(cause) ?? cause);
}

/** What says most comes first: a value of the wrong type is not too short as well. */
const RANK: readonly string[] =
  'additionalProperties,false schema,type,const,enum,anyOf,oneOf,not,format,pattern,contains,required'.split(
    ',',
  );

function rankOf({ violation: { keyword } }: Cause): number {
  const rank = RANK.indexOf(keyword);
  return rank === -1 ? RANK.length : rank;
}

/** An object and its opening are one token, except for what is missing in it: each missing key is a cause of its own. */
function joinTokens(causes: readonly Cause[]): readonly Cause[] {
  const groups = groupBy(causes, ({ pointer, token, missing }) =>
    [pointer, token === 'key' ? 'key' : 'value', token === 'opening' ? (missing ?? '') : ''].join('\0'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => rankOf(a) - rankOf(b));
    return first === undefined
      ? []
      : [
          {
            ...first,
            also: [...first.also, ...others.flatMap(({ violation, also }) => [violation, ...also])],
          },
        ];
  });
}
