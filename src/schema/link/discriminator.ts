import { pointerTokens } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';

/** What OpenAPI's `discriminator` says: the property that names a schema, and the names that are not those of schemas. */
interface Discriminator {
  readonly property: string;
  readonly mapping: readonly (readonly [name: string, target: string])[];
  /** The schema for values that name none (OpenAPI 3.2). */
  readonly fallback?: string;
}

/** How a schema with a `discriminator` refers to the schemas that it chooses from. */
export interface BranchLookup {
  /** The key of the schema that a reference in the discriminator leads to; undefined where it leads nowhere. */
  readonly follow: (reference: string, steps: readonly string[]) => string | undefined;
  /** The reference to the component with this name, if there is one. */
  readonly component: (name: string) => string | undefined;
  /** The names of the components that extend the schema with `allOf`. */
  readonly heirs: readonly string[];
  /** The name of the schema itself, if it is a component. */
  readonly own: string | undefined;
  /** Records that an object was made for this schema. */
  readonly tag: <Made extends object>(made: Made) => Made;
}

/**
 * Replaces the union of a copied schema with a choice by the discriminator: the schema that the value names must accept it, whether the others
 * do or not. A schema without a union chooses among the schemas that extend it (OpenAPI 3.0.3, 4.7.25; 3.1.1, 4.8.25). A value that names
 * none of them is refused, unless the union has an alternative without a name: in copies, `discriminator` is the property and its allowed names.
 */
export function applyDiscriminator(
  copy: Record<string, unknown>,
  schema: JsonObject,
  lookup: BranchLookup,
): void {
  const discriminator = readDiscriminator(member(schema, 'discriminator'));
  if (discriminator === undefined) return;
  const { property } = discriminator;
  const union = unionOf(copy);
  const alternatives = union === undefined ? [] : alternativesOf(member(schema, union), copy[union]);
  const branches = branchesOf(discriminator, alternatives, lookup);
  const other = followTarget(discriminator.fallback, ['defaultMapping'], lookup);
  const names = [...branches.values()].flat();
  if (names.length === 0 && other === undefined) return;
  const isNamed = (which: readonly string[]) => hasProperty(property, { enum: which });
  const when = (condition: object, keyword: 'then' | 'else', then: object): object =>
    lookup.tag({ if: condition, [keyword]: lookup.tag(then) });
  const choice = Array.from(branches, ([$ref, which]) => when(isNamed(which), 'then', { $ref }));
  const isOpen = alternatives.some(({ name, mayBeObject }) => name === undefined && mayBeObject);
  if (other !== undefined) choice.push(when(isNamed(names), 'else', { $ref: other }));
  else if (union !== undefined) {
    const isDecided = isOpen ? isNamed(names) : hasProperty(property, { type: 'string' });
    choice.push(when(isDecided, 'else', { [union]: copy[union] }));
  }
  if (union !== undefined) delete copy[union];
  copy['allOf'] = [...itemsIn(copy['allOf']), ...choice];
  if (isOpen || other !== undefined) return;
  const { own } = lookup;
  copy['discriminator'] = {
    property,
    names: own === undefined || union !== undefined ? names : [...names, own],
  };
}

/** The references to the schemas that a discriminator chooses from, without those that extend it. */
export function branchReferences(schema: unknown, component: BranchLookup['component']): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const { mapping = [] } = readDiscriminator(member(schema, 'discriminator')) ?? {};
  const union = unionOf(schema);
  const alternatives = union === undefined ? [] : itemsIn(member(schema, union));
  return [
    ...mapping.map(([, target]) => component(target) ?? target),
    ...alternatives.flatMap((alternative) => {
      const reference = isJsonObject(alternative) ? member(alternative, '$ref') : undefined;
      return typeof reference === 'string' ? [reference] : [];
    }),
  ];
}

/** The keyword with the alternatives that a discriminator chooses from. */
export function unionOf(schema: JsonObject): 'oneOf' | 'anyOf' | undefined {
  return UNIONS.find((name) => isJsonArray(schema[name]));
}

const UNIONS = ['oneOf', 'anyOf'] as const;

function hasProperty(property: string, schema: object): object {
  return { type: 'object', required: [property], properties: { [property]: schema } };
}

/** An alternative of a union: the name that it has without a mapping, and the key of its schema. */
interface Alternative {
  readonly name?: string;
  readonly key?: string;
  readonly mayBeObject: boolean;
}

function alternativesOf(written: unknown, copied: unknown): readonly Alternative[] {
  const copies = itemsIn(copied);
  return itemsIn(written).map((alternative, index) => {
    const name = nameOf(alternative);
    const made = copies[index];
    const key = isJsonObject(made) ? member(made, '$ref') : undefined;
    return {
      ...(name === undefined ? {} : { name }),
      ...(typeof key === 'string' ? { key } : {}),
      mayBeObject: allowsObjects(alternative),
    };
  });
}

/** The names of each schema, by its key. A name in the mapping means no other schema. */
function branchesOf(
  { mapping }: Discriminator,
  alternatives: readonly Alternative[],
  lookup: BranchLookup,
): ReadonlyMap<string, readonly string[]> {
  const branches = new Map<string, string[]>();
  const add = (name: string, key: string | undefined): void => {
    if (key !== undefined) branches.set(key, [...(branches.get(key) ?? []), name]);
  };
  for (const [name, target] of mapping) add(name, followTarget(target, ['mapping', name], lookup));
  const mapped = new Set(mapping.map(([name]) => name));
  for (const { name, key } of alternatives) if (name !== undefined && !mapped.has(name)) add(name, key);
  if (alternatives.length === 0)
    for (const name of lookup.heirs) if (!mapped.has(name)) add(name, followTarget(name, [], lookup));
  return branches;
}

/** A target is the name of a component, or a reference. */
function followTarget(
  target: string | undefined,
  steps: readonly string[],
  { follow, component }: BranchLookup,
): string | undefined {
  return target === undefined ? undefined : follow(component(target) ?? target, steps);
}

/** In Swagger 2.0, only the name of the property. */
function readDiscriminator(value: unknown): Discriminator | undefined {
  if (typeof value === 'string') return { property: value, mapping: [] };
  if (!isJsonObject(value)) return undefined;
  const { propertyName, mapping, defaultMapping } = value;
  if (typeof propertyName !== 'string') return undefined;
  return {
    property: propertyName,
    mapping: Object.entries(Object(mapping ?? {})).flatMap(([name, target]) =>
      typeof target === 'string' ? [[name, target] as const] : [],
    ),
    ...(typeof defaultMapping === 'string' ? { fallback: defaultMapping } : {}),
  };
}

/** The name that an alternative of a union has without a mapping: the last part of its reference. */
function nameOf(alternative: unknown): string | undefined {
  const reference = isJsonObject(alternative) ? member(alternative, '$ref') : undefined;
  if (typeof reference !== 'string') return undefined;
  const [path = '', fragment = ''] = reference.split('#');
  return fragment.startsWith('/')
    ? pointerTokens(fragment).at(-1)
    : path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** Whether an alternative without a name may be meant for objects. */
function allowsObjects(alternative: unknown): boolean {
  const type = isJsonObject(alternative) ? member(alternative, 'type') : undefined;
  return type === undefined || [type].flat().includes('object');
}
