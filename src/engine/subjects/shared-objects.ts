import { formatSchemaRef, type Claim, type Contract, type Sample } from '../../model/contracts/contract';
import { groupBy } from '../../model/group-by';
import { isJsonObject, member } from '../../model/json/json-value';
import { canonicalText, isSameJson } from '../../model/json/same-json';
import type { ObjectInstance, ObjectUse, SharedObject } from '../../model/contracts/shared-object';
import { digest } from '../../project/cache/cache-files';
import { resourcesAt, resourceSpots } from '../../schema/link/resource-spots';
import { placeInSchema, type SchemaNode } from '../../schema/link/schema-node';
import { declaredIn, type SchemaSpot } from '../../schema/link/schema-spot';

type Recorded = Omit<ObjectInstance, 'pointer' | 'value'> & { readonly contract: Contract };

/** An object in a recorded document. Nearly all objects are shared with nothing, so only the others become instances. */
interface Found extends Pick<ObjectInstance, 'pointer' | 'value'> {
  readonly one: Recorded;
}

/** A use of an object, together with the place in a schema that describes the object. */
interface Described extends Omit<ObjectUse, 'instances'> {
  readonly spot: SchemaSpot;
  readonly isListed: boolean;
  readonly found: readonly Found[];
}

/**
 * Each array whose items another contract also describes, with the same schema or a copy of it; with the samples of both. `forms` limits them to
 * those whose description has one of these forms.
 */
export function sharedObjects(
  samples: readonly Sample[],
  reached: readonly SchemaNode[],
  forms?: ReadonlySet<string>,
): readonly SharedObject[] {
  const recorded = recordedIn(samples);
  const [first] = recorded;
  if (recorded.every(({ contract }) => contract === first?.contract)) return [];
  // Comparing the names of properties first is cheap, and descriptions with different properties cannot be the same.
  return [...groupBy(usesIn(recorded, reached), ({ spot }) => propertyNames(spot.written)).values()].flatMap(
    (alike) => {
      const wanted = forms === undefined ? alike : alike.filter((use) => forms.has(formOf(use)));
      return wanted.flatMap((use) => (use.isListed ? sharedWith(use, wanted) : []));
    },
  );
}

/**
 * The names of properties, in one text, of each object that the schemas of samples describe; undefined if one has none of its own, but
 * those of other schemas. One without any is shared with nothing.
 */
export function namesDescribed(
  samples: readonly Sample[],
  reached: readonly SchemaNode[],
): ReadonlySet<string> | undefined {
  const uses = usesIn(recordedIn(samples), reached);
  const isOpen = uses.some((use) => propertyNames(use.spot.written) === '' && declaredIn(use.spot).size > 0);
  return isOpen
    ? undefined
    : new Set(uses.map((use) => propertyNames(use.spot.written)).filter((names) => names !== ''));
}

/** The forms of the objects that the schema of each sample describes, by `formatSchemaRef`: by these, shared objects are found again after a change. */
export function formsIn(
  samples: readonly Sample[],
  reached: readonly SchemaNode[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const use of usesIn(recordedIn(samples), reached)) {
    const [first] = use.found;
    if (first === undefined) continue;
    const name = formatSchemaRef(first.one.schema);
    forms.set(name, (forms.get(name) ?? new Set()).add(formOf(use)));
  }
  return forms;
}

/** Two descriptions that are the same have the same form: the order of properties changes no length. */
function formOf(use: Described): string {
  const { written, node } = use.spot;
  const isPlain = node.file.exact === undefined && node.file.file.endsWith('.json');
  const text = isPlain ? JSON.stringify(written) : canonicalText(written);
  return digest(`${text.length} ${propertyNames(written)}`);
}

/** Each object that the schemas of recorded samples describe and that some sample has, per contract. */
function usesIn(recorded: readonly Recorded[], reached: readonly SchemaNode[]): readonly Described[] {
  const nodes = new Map<string, SchemaNode>();
  for (const node of reached) {
    const name = formatSchemaRef({ file: node.file.file, pointer: node.pointer });
    if (!nodes.has(name)) nodes.set(name, node);
  }
  return Array.from(
    groupBy(recorded, ({ schema }) => formatSchemaRef(schema)),
    ([name, ofSchema]) => ({ node: nodes.get(name), ofSchema }),
  ).flatMap(({ node, ofSchema }) => (node === undefined ? [] : usesOf(node, ofSchema)));
}

/** Whether shared objects look at a sample for the schema of a claim. */
export function isRecorded({ pattern, versions }: Claim): boolean {
  return versions.length === 1 && pattern.expect !== 'invalid';
}

/** Samples marked `expect: invalid`, and samples without exactly one schema, say nothing about what a service answers. */
function recordedIn(samples: readonly Sample[]): readonly Recorded[] {
  return samples.flatMap(({ document, claims }) =>
    claims.filter(isRecorded).flatMap(({ contract, microversion, versions }) =>
      versions.map(({ schema }) => ({
        contract,
        document,
        schema,
        ...(microversion === undefined ? {} : { microversion }),
      })),
    ),
  );
}

function usesOf(node: SchemaNode, recorded: readonly Recorded[]): readonly Described[] {
  const byContract = [...groupBy(recorded, ({ contract }) => contract)];
  const spots = resourceSpots(
    node,
    recorded.map(({ document }) => document.value),
  );
  return spots.flatMap((at) => {
    const { isListed, spot } = at;
    const described = {
      isListed,
      spot,
      place: placeInSchema(spot.node.file, spot.pointer, 'opening'),
      ...(spot.reference === undefined ? {} : { reference: spot.reference }),
    };
    return byContract.flatMap(([contract, ofContract]) => {
      const found = ofContract.flatMap((one) =>
        resourcesAt(one.document.value, at).map(({ pointer, value }) => ({ one, pointer, value })),
      );
      return found.length === 0 ? [] : [{ ...described, contract, found }];
    });
  });
}

/** The names of the properties that a schema declares itself, in one text. */
export function propertyNames(written: unknown): string {
  const properties = isJsonObject(written) ? member(written, 'properties') : undefined;
  return isJsonObject(properties) ? Object.keys(properties).toSorted().join('\0') : '';
}

/**
 * One subject per array, even if several places in its schema describe the items in the same way. None if the contract also has the object
 * outside an array.
 */
function sharedWith(listed: Described, alike: readonly Described[]): readonly SharedObject[] {
  if (alike.every(({ contract }) => contract === listed.contract)) return [];
  const missing = [...answerableKeys(listed.spot)].filter(([key]) => !someHas(listed, key));
  // Most arrays end here, before the slow comparison of descriptions.
  const candidates = alike.filter(
    (use) => use.contract !== listed.contract && missing.some(([key]) => someHas(use, key)),
  );
  const others = candidates.filter((use) => isSame(use, listed));
  if (others.length === 0) return [];
  const own = alike.filter((use) => use.contract === listed.contract && isSame(use, listed));
  if (own[0] !== listed || !own.every(({ isListed }) => isListed)) return [];
  const keys = new Map(missing.filter(([key]) => !own.some((use) => someHas(use, key))));
  const form = () => formOf(listed);
  return joined(own).map((use) => ({ form, listed: use, others: joined(others), keys }));
}

function someHas({ found }: Described, key: string): boolean {
  return found.some(({ value }) => Object.hasOwn(value, key));
}

/** Equal text is not enough: the same relative reference may lead elsewhere in another file. */
function isSame({ spot: a }: Described, { spot: b }: Described): boolean {
  if (a.written === b.written) return true;
  return (
    isSameJson(a.written, b.written) &&
    isSameJson([...declaredIn(a).keys()].toSorted(), [...declaredIn(b).keys()].toSorted())
  );
}

/** Joins the uses of each contract into one. */
function joined(uses: readonly Described[]): readonly ObjectUse[] {
  return [...groupBy(uses, ({ contract }) => contract).values()].flatMap((ofContract) =>
    ofContract
      .slice(0, 1)
      .map((use) => ({ ...use, instances: ofContract.flatMap(({ found }) => found.map(instanceOf)) })),
  );
}

function instanceOf({ one, pointer, value }: Found): ObjectInstance {
  return { ...one, pointer, value };
}

/** The properties that an answer may have, each with its place in the schema. */
function answerableKeys(spot: SchemaSpot): SharedObject['keys'] {
  return new Map(
    [...declaredIn(spot)]
      .filter(([, { written }]) => !isJsonObject(written) || member(written, 'writeOnly') !== true)
      .map(([key, { node, pointer }]) => [key, placeInSchema(node.file, pointer, 'key')]),
  );
}
