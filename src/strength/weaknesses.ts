import {
  childPointer,
  lastToken,
  parentPointer,
  valueAt,
  type JsonPointer,
} from '../model/json/json-pointer';
import { groupBy } from '../model/group-by';
import { isJsonArray, isJsonObject, jsonTypeOf, member } from '../model/json/json-value';
import type { Weakness } from '../model/findings/strength';
import type { Subschema } from '../schema/inspect/subschemas-at';
import { foldLocation } from './fold-location';
import type { Lapse } from './measure-schema';
import type { SchemaFacts } from './schema-facts';
import { describeWeakness, type Family } from './weakness-words';

/** A lapse with its family and place, before it is put into words. */
interface Sorted extends Lapse {
  /** The place to report. For a value that the schema does not describe, this is the object or array around it. */
  readonly location: JsonPointer;
  readonly family: Family;
  /** The place that the schema does not describe, and its property name, or `*` for an item. */
  readonly gap?: JsonPointer;
  readonly gapName?: string;
}

/** A weakness, and the subschema that should have rejected the value; undefined if only the whole schema applies. */
export interface PlacedWeakness extends Pick<Weakness, 'location' | 'accepts' | 'remedy'> {
  readonly subschema: Subschema | undefined;
}

/** Groups lapses into weaknesses: one per place and missing keyword, in the order of the samples. */
export function weaknessesOf(
  lapses: readonly Lapse[],
  facts: SchemaFacts,
  samples: number,
): readonly PlacedWeakness[] {
  const sorted = lapses.map((lapse) => sort(lapse, facts));
  const groups = groupBy(
    sorted,
    ({ document, location, family }) => `${foldLocation(document, location)}\0${family}`,
  );
  return [...groups.values()].flatMap((group): readonly PlacedWeakness[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { document, location, family, gap = location } = first;
    const value = valueAt(document, location);
    const subschemas = facts.subschemasAt(document, location);
    // An existing but empty schema is the right place for the missing keywords.
    const [empty] = family === 'undescribed' ? facts.subschemasAt(document, gap) : [];
    const [fittest] = subschemas.toSorted((a, b) => fitness(b, family, value) - fitness(a, family, value));
    const isComposed =
      subschemas.filter(({ schema }) => Object.hasOwn(Object(schema), 'properties')).length > 1;
    // Several schemas for one object can only be closed by the outermost one.
    const [outermost] = family === 'unknown' && isComposed ? subschemas : [];
    const keywords = new Set(subschemas.flatMap(({ schema }) => Object.keys(schema)));
    return [
      {
        location: foldLocation(document, location),
        ...describeWeakness({
          family,
          faults: group.map(({ mutation }) => mutation.fault),
          undescribed: [...new Set(group.flatMap((lapse) => lapse.gapName ?? []))],
          // A foreign item is not in the sample: compare it with the first item.
          value: value ?? valueAt(document, childPointer(parentPointer(location), 0)),
          samples,
          has: (keyword) => keywords.has(keyword),
          isComposed,
        }),
        subschema: empty ?? outermost ?? fittest,
      },
    ];
  });
}

function sort(lapse: Lapse, facts: SchemaFacts): Sorted {
  const { document, mutation } = lapse;
  const { location, fault } = mutation;
  // A property that is optional and also not described is one weakness, not two.
  const place = fault.kind === 'missing-key' ? childPointer(location, fault.key) : location;
  const gap = facts.gapAt(document, place);
  if (gap !== undefined) {
    const outer = gap === '' ? '' : parentPointer(gap);
    const name = gap === '' ? {} : { gapName: isJsonArray(valueAt(document, outer)) ? '*' : lastToken(gap) };
    return { ...lapse, location: outer, family: 'undescribed', gap, ...name };
  }
  switch (fault.kind) {
    case 'other-type':
      return { ...lapse, location, family: 'type' };
    case 'missing-key':
      return { ...lapse, location, family: 'required' };
    case 'unknown-key':
      return { ...lapse, location, family: 'unknown' };
    case 'any-string':
    case 'misspelt':
    case 'doubtful':
      return { ...lapse, location, family: 'content' };
  }
}

/** How well the missing keyword fits into a subschema: next to `properties` for properties, next to the right `type` for values. */
function fitness({ schema }: Subschema, family: Family, value: unknown): number {
  if (schema === true) return 0;
  const type = member(schema, 'type');
  const ofType = type === undefined || type === jsonTypeOf(value) ? 1 : 0;
  const described = isJsonObject(member(schema, 'properties')) || 'items' in schema ? 2 : 0;
  const constrained = 'pattern' in schema || 'format' in schema || 'enum' in schema ? 2 : 0;
  switch (family) {
    case 'required':
    case 'unknown':
    case 'undescribed':
      return described + ofType;
    case 'content':
      return constrained + ofType + (type === undefined ? 0 : 1);
    case 'type':
      return ('$ref' in schema ? -1 : 0) + ofType;
  }
}
