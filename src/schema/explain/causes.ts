import { groupBy } from '../../model/group-by';
import { parentPointer, type JsonPointer } from '../../model/json/json-pointer';
import type { Violation } from '../../model/schemas/violation';
import { meantAlternative } from './meant-alternative';
import { intendedKey } from './intended-key';
import { isOpenUnion, type UnionLeaf, type UnionStep } from './union-leaves';
import { tokenOf, type ViolationToken } from './violation-token';

/** One thing that is wrong with a document, even if several keywords failed because of it. */
export interface Cause extends ViolationToken {
  /** The keyword that explains it best. */
  readonly violation: Violation;
  /** The other keywords that failed for the same reason. */
  readonly also: readonly Violation[];
  /** Under `anyOf` or `oneOf`, where each alternative fails by one simple keyword at the same place: those keywords. */
  readonly alternatives?: readonly Violation[];
  /** Under `anyOf` or `oneOf`, where several alternatives are equally near to the value: those alternatives. */
  readonly equal?: readonly UnionLeaf[];
  /** Under `anyOf` or `oneOf`, where several alternatives were plausible: those that were chosen to explain the value, outermost first. */
  readonly meant: readonly UnionStep[];
}

/**
 * The causes of violations, one per token. Alternatives that were not meant are omitted, and so are consequences of other violations. A
 * misspelled property and the missing property that it means are joined.
 */
export function causesOf(violations: readonly Violation[]): readonly Cause[] {
  const causes = violations.flatMap((violation) => expand(violation, []));
  return joinTokens(joinRenames(withoutConsequences(causes)));
}

function expand(violation: Violation, meant: Cause['meant']): readonly Cause[] {
  const reason = isOpenUnion(violation) ? meantAlternative(violation) : undefined;
  if (reason === undefined) return [{ ...tokenOf(violation), violation, also: [], meant }];
  switch (reason.kind) {
    case 'meant':
      return reason.violations.flatMap((inner) => expand(inner, [...meant, ...reason.steps]));
    case 'certain':
      return reason.violations.flatMap((inner) => expand(inner, meant));
    case 'same-place':
      return reason.groups.flatMap((group) => alternativesCause(group, violation, meant));
    case 'equal':
      return [{ ...tokenOf(violation), violation, also: [], equal: reason.leaves, meant }];
  }
}

/** One cause for what each alternative expects at the same place. */
function alternativesCause(
  alternatives: readonly Violation[],
  union: Violation,
  meant: Cause['meant'],
): readonly Cause[] {
  const [first] = alternatives;
  if (first === undefined) return [];
  const violation = first.instanceLocation === union.instanceLocation ? union : first;
  return [{ ...tokenOf(violation), violation, also: [], alternatives, meant }];
}

/**
 * Removes unevaluated properties and items where the part of the schema that would have evaluated them failed: that is the real cause. It may
 * have failed because of an unevaluated property or item deeper in the value.
 */
function withoutConsequences(causes: readonly Cause[]): readonly Cause[] {
  const [unevaluated, others] = [causes.filter(isUnevaluated), causes.filter((each) => !isUnevaluated(each))];
  if (unevaluated.length === 0) return causes;
  const failed = new Set(others.flatMap(({ violation }) => selfAndAncestors(violation.instanceLocation)));
  const consequences = new Set<Cause>();
  const byPlace = groupBy(unevaluated, ({ violation }) => violation.instanceLocation);
  for (const [place, group] of [...byPlace].toSorted(([a], [b]) => b.length - a.length)) {
    const real = group.filter((cause) => !isDeclaredSomewhere(cause) || !failed.has(place));
    for (const cause of group) if (!real.includes(cause)) consequences.add(cause);
    if (real.length > 0 && place !== '')
      for (const around of selfAndAncestors(parentPointer(place))) failed.add(around);
  }
  return causes.filter((cause) => !consequences.has(cause));
}

function isUnevaluated({ violation }: Cause): boolean {
  return violation.keyword.startsWith('unevaluated');
}

/** Whether a part of the schema would evaluate the property. */
function isDeclaredSomewhere({ violation: { keyword, property, allowed } }: Cause): boolean {
  return keyword === 'unevaluatedItems' || (property !== undefined && allowed?.includes(property) === true);
}

function selfAndAncestors(pointer: JsonPointer): readonly JsonPointer[] {
  return pointer === '' ? [pointer] : [pointer, ...selfAndAncestors(parentPointer(pointer))];
}

/** An unknown property with nearly the name of a missing one is that property, misspelled: one cause, at the name of the unknown property. */
function joinRenames(causes: readonly Cause[]): readonly Cause[] {
  const missingIn = groupBy(
    causes.filter((cause) => missingNames(cause).length > 0),
    ({ pointer }) => pointer,
  );
  const joined = new Set<Cause>();
  const renamed = new Map<Cause, Cause>();
  for (const cause of causes) {
    const { property, keyword } = cause.violation;
    if (cause.token !== 'key' || property === undefined || keyword === 'propertyNames') continue;
    const candidates = (missingIn.get(parentPointer(cause.pointer)) ?? []).filter(
      (other) => !joined.has(other),
    );
    const name = intendedKey(property, candidates.flatMap(missingNames));
    // Several keywords may require it.
    const missing = candidates.filter((other) => name !== undefined && missingNames(other).includes(name));
    if (name === undefined || missing.length === 0) continue;
    for (const other of missing) joined.add(other);
    renamed.set(cause, { ...cause, missing: name, also: missing.map(({ violation }) => violation) });
  }
  return causes.filter((cause) => !joined.has(cause)).map((cause) => renamed.get(cause) ?? cause);
}

/** The missing property. Where any of several would do, all of them. */
function missingNames({ missing, alternatives = [] }: Cause): readonly string[] {
  if (missing !== undefined) return [missing];
  return alternatives.flatMap(({ keyword, property }) => (keyword === 'required' ? (property ?? []) : []));
}

/** The keyword that explains most comes first: where a value has the wrong type, it does not matter that it is too short. */
const RANK: readonly string[] =
  'additionalProperties,false schema,type,const,enum,anyOf,oneOf,not,format,pattern,contains,required'.split(
    ',',
  );

function rankOf({ violation: { keyword, condition } }: Cause): number {
  // `else: false` says less than what fails on its own.
  if (condition !== undefined) return RANK.length;
  const rank = RANK.indexOf(keyword);
  return rank === -1 ? RANK.length : rank;
}

/** An object and its opening bracket count as one token. Only missing properties are separate: each one is a cause of its own. */
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
