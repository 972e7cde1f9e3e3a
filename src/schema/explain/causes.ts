import { groupBy } from '../../model/group-by';
import { parentPointer, type JsonPointer } from '../../model/json-pointer';
import type { Violation } from '../../model/violation';
import { meantAlternative, plausibleAlternatives, refusedDiscriminators } from './meant-alternative';
import { intendedKey } from './intended-key';
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
  return joinTokens(joinRenames(withoutFallout(causes)));
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
  const refused = refusedDiscriminators(violation, plausible);
  const [told] = refused;
  if (told !== undefined)
    return [{ ...tokenOf(told), violation: told, also: [], alternatives: refused, meant }];
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
function withoutFallout(causes: readonly Cause[]): readonly Cause[] {
  const isUnevaluated = ({ violation }: Cause) => violation.keyword.startsWith('unevaluated');
  if (!causes.some(isUnevaluated)) return causes;
  const failed = new Set(
    causes
      .filter((cause) => !isUnevaluated(cause))
      .flatMap(({ violation }) => selfAndAncestors(violation.instanceLocation)),
  );
  return causes.filter((cause) => {
    const { keyword, property, allowed, instanceLocation } = cause.violation;
    const isKnown =
      keyword === 'unevaluatedItems' || (property !== undefined && allowed?.includes(property) === true);
    return !isUnevaluated(cause) || !isKnown || !failed.has(instanceLocation);
  });
}

function selfAndAncestors(pointer: JsonPointer): readonly JsonPointer[] {
  return pointer === '' ? [pointer] : [pointer, ...selfAndAncestors(parentPointer(pointer))];
}

/** An unknown key that is nearly a missing one is that key, misspelt: one cause, seen at the key. */
function joinRenames(causes: readonly Cause[]): readonly Cause[] {
  const missingIn = groupBy(
    causes.filter(({ missing }) => missing !== undefined),
    ({ pointer }) => pointer,
  );
  const joined = new Set<Cause>();
  const renamed = new Map<Cause, Cause>();
  for (const cause of causes) {
    const { property, keyword } = cause.violation;
    if (cause.token !== 'key' || property === undefined || keyword === 'propertyNames') continue;
    const lost = (missingIn.get(parentPointer(cause.pointer)) ?? []).filter((other) => !joined.has(other));
    const name = intendedKey(
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
