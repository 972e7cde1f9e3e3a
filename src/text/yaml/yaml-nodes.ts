import type { Alias, Document, Node, Pair, YAMLMap } from 'yaml';

import { pointerFrom, type JsonPointer } from '../../model/json/json-pointer';

/** Loads the package only when there is YAML to read: a run with a JSON manifest may have none. */
export function loadYaml(): typeof import('yaml') {
  return require('yaml') as typeof import('yaml');
}

/** The anchored node that each alias means: the last one of this name before it. */
export type AliasTargets = ReadonlyMap<unknown, Node>;

export function aliasTargets(document: Document.Parsed): AliasTargets {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  loadYaml().visit(document, {
    Node: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
  });
  return targets;
}

/** The name of a property. Names that are numbers, booleans or null become texts. */
export function propertyName(key: unknown, targets: AliasTargets): string {
  const { isScalar } = loadYaml();
  const node = targets.get(key) ?? key;
  return isScalar(node) ? nameOf(node) : '';
}

function nameOf({ value }: { readonly value: unknown }): string {
  return value === null ? '' : text(value);
}

function text(value: unknown): string {
  return String(value);
}

/** Whether a property is a merge key: `<<` without quotes. */
export function isMerge({ key }: Pair): boolean {
  const { isScalar } = loadYaml();
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** Whether two properties have the same name, as `1` and `"1"` have; `"<<"` in quotes is not the merge key. */
export function isSameKey(a: unknown, b: unknown): boolean {
  const { isScalar } = loadYaml();
  if (!isScalar(a) || !isScalar(b)) return a === b;
  return nameOf(a) === nameOf(b) && (a.value !== '<<' || (a.type === 'PLAIN') === (b.type === 'PLAIN'));
}

/** The maps that a merge key merges, each as written: a map, or an alias of one. */
export function mergeSources({ value }: Pair, targets: AliasTargets): readonly unknown[] {
  const { isSeq } = loadYaml();
  const meant = targets.get(value) ?? value;
  return isSeq(meant) ? meant.items : [value];
}

/** A property of a map. */
export interface FoundPair {
  readonly pair: Pair;
  /** The outermost alias through which it was merged. */
  readonly via?: Alias;
}

/** The property with this name: the map's own, or else that of the first merged map that has it. Each map is searched once. */
export function findPair(map: YAMLMap, name: string, targets: AliasTargets): FoundPair | undefined {
  const { isAlias, isMap } = loadYaml();
  const searched = new Set<unknown>();
  const open: { readonly map: YAMLMap; readonly via?: Alias }[] = [{ map }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { via } = next;
    if (searched.has(next.map)) continue;
    searched.add(next.map);
    const pairs: readonly Pair[] = next.map.items;
    // If the map repeats it, the last one counts.
    const own = pairs.findLast((pair) => !isMerge(pair) && propertyName(pair.key, targets) === name);
    if (own !== undefined) return { pair: own, ...(via === undefined ? {} : { via }) };
    const merged = pairs.filter(isMerge).flatMap((merge) =>
      mergeSources(merge, targets).flatMap((source) => {
        const found = targets.get(source) ?? source;
        const outer = via ?? [merge.value, source].find((node) => isAlias(node));
        return isMap(found) ? [{ map: found, ...(outer === undefined ? {} : { via: outer }) }] : [];
      }),
    );
    open.push(...merged.toReversed());
  }
  return undefined;
}

/** The pointer to the last of these nodes, each of which is in the one before; to the property for its name. */
export function pointerTo(path: readonly unknown[], targets: AliasTargets): JsonPointer {
  const { isPair, isSeq } = loadYaml();
  return pointerFrom(
    path.flatMap((node, index): readonly (string | number)[] => {
      if (isPair(node)) return [propertyName(node.key, targets)];
      return isSeq(node) && index < path.length - 1 ? [node.items.indexOf(path[index + 1])] : [];
    }),
  );
}
