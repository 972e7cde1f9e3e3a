import type { Resolution } from './resolve-reference';
import type { DynamicScope } from './schema-node';
import type { SchemaResource } from './schema-resources';

/** The scope inside a resource: an outer anchor hides an inner one of the same name. */
export function extendScope(
  scope: DynamicScope,
  { file, pointer, anchors, dynamicAnchors }: SchemaResource,
): DynamicScope {
  if (dynamicAnchors.size === 0) return scope;
  const added = [...dynamicAnchors].filter((name) => !scope.has(name));
  if (added.length === 0) return scope;
  return new Map([
    ...scope,
    ...added.map((name) => [name, { file, pointer: anchors.get(name) ?? pointer }] as const),
  ]);
}

/** A text to compare scopes. */
export function scopeKey(scope: DynamicScope): string {
  if (scope.size === 0) return '';
  return [...scope]
    .map(([name, { file, pointer }]) => `${name} ${file.file}#${pointer}`)
    .toSorted()
    .join('\0');
}

/**
 * The target of a reference. A dynamic reference is first resolved like any other; if its target is a dynamic anchor of the resource `in`,
 * the outermost anchor of the same name in the dynamic scope counts instead.
 */
export function dynamicTarget(
  keyword: string,
  found: Extract<Resolution, { kind: 'found' }>,
  { dynamicAnchors }: SchemaResource,
  scope: DynamicScope,
): Pick<Extract<Resolution, { kind: 'found' }>, 'file' | 'pointer'> {
  if (keyword === '$ref') return found;
  const name = keyword === '$recursiveRef' ? '' : found.anchor;
  return name !== undefined && dynamicAnchors.has(name) ? (scope.get(name) ?? found) : found;
}
