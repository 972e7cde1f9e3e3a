import { childPointer } from '../../model/json/json-pointer';
import { compareMicroversions } from '../../model/versions/microversion';
import { placeKey } from '../../model/documents/place';
import type { ObjectInstance, ObjectUse, SharedObject } from '../../model/contracts/shared-object';
import { placeIn } from '../place-in';
import type { Evidence, Report, Rule } from '../rule';
import { orList } from '../../wording/list-words';
import { quote } from '../../wording/quote';

/** Properties that no item of a list has, but the object of another contract does. */
interface Unanswered {
  readonly other: ObjectUse;
  readonly keys: readonly string[];
  /** Whether every sample of the other contract has them, so that it is not a coincidence of what was recorded. */
  readonly isSure: boolean;
  readonly shown: ObjectInstance;
}

/**
 * A list usually returns fewer properties per item than the item's own request. Types generated from one schema for both promise
 * properties that never come.
 */
export const sharedKeysAnswered: Rule<'shared-object'> = {
  id: 'shared-keys-answered',
  subject: 'shared-object',
  severity: 'warning',
  summary:
    'If a list and another contract share an object schema, each property that the other has is in some item.',
  check: (shared, evidence) => {
    const items = passing(shared.listed, evidence);
    if (items.length === 0) return [];
    const never = [...shared.keys.keys()];
    const [worst] = shared.others
      .flatMap((other) =>
        unanswered(other, never, passing(other, evidence).filter(isWithinMicroversions(items))),
      )
      .toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || b.keys.length - a.keys.length);
    return worst === undefined ? [] : [reportOf(shared, worst)];
  },
};

/** The objects in valid samples: `sample-matches-schema` reports the others. */
function passing({ instances }: ObjectUse, evidence: Evidence): readonly ObjectInstance[] {
  return instances.filter(({ document, schema }) => {
    const verdict = evidence.verdict(document, schema);
    return verdict.kind === 'checked' && verdict.violations.length === 0;
  });
}

function hasKey({ value }: ObjectInstance, key: string): boolean {
  return Object.hasOwn(value, key);
}

/**
 * Whether some item was recorded at the same or an earlier microversion, and some at the same or a later one: properties come and go with
 * microversions.
 */
function isWithinMicroversions(items: readonly ObjectInstance[]): (instance: ObjectInstance) => boolean {
  return (instance) => {
    const orders = items.map((item) =>
      item.microversion === undefined || instance.microversion === undefined
        ? 0
        : compareMicroversions(item.microversion, instance.microversion),
    );
    return Math.min(...orders) <= 0 && Math.max(...orders) >= 0;
  };
}

function unanswered(
  other: ObjectUse,
  never: readonly string[],
  instances: readonly ObjectInstance[],
): readonly Unanswered[] {
  const always = never.filter((key) => instances.every((instance) => hasKey(instance, key)));
  const isSure = always.length > 0;
  const keys = isSure ? always : never.filter((key) => instances.some((instance) => hasKey(instance, key)));
  const shown = instances.find((instance) => keys.some((key) => hasKey(instance, key)));
  return shown === undefined ? [] : [{ other, keys, isSure, shown }];
}

function reportOf(
  { listed, keys: places }: SharedObject,
  { other, keys, isSure, shown }: Unanswered,
): Report {
  const isCopy = placeKey(listed.place) !== placeKey(other.place);
  const key = keys.find((name) => hasKey(shown, name)) ?? '';
  const them = keys.length === 1 ? 'it' : 'them';
  const claim = `no item of ${listed.contract.name} has ${orList(keys.map(quote))}, but ${isSure ? 'every' : 'a'} sample of ${other.contract.name} does`;
  const remedy = isCopy
    ? `this object schema is a copy of the one there: remove ${them} here`
    : `both use this object schema: give the list its own without ${them}`;
  return {
    at: (isCopy ? undefined : listed.reference) ?? places.get(key) ?? listed.place,
    message: `${claim}, and ${remedy}${isSure ? '' : `, or record an item that has ${them}`}`,
    ...(isSure ? {} : { severity: 'info' }),
    related: [
      {
        at: placeIn(shown.document, childPointer(shown.pointer, key), 'key'),
        message: `a sample of ${other.contract.name}`,
      },
    ],
  };
}
