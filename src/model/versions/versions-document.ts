import { childPointer, type JsonPointer } from '../json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../json/json-value';

/** Where a versions document has its entries; the shapes are tried in this order. */
export type VersionsShape = 'versions' | 'versions.values' | 'choices' | 'bare' | 'version';

/** One version of a service in a versions document. `value` is an object unless the document is broken. */
export interface VersionsEntry {
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** Whether it is in the document's array of versions; a `default_version` next to the array is not. */
  readonly listed: boolean;
}

/** A versions document: it states which versions a service has. */
export interface VersionsView {
  readonly shape: VersionsShape;
  /** The array of entries, or the single entry. */
  readonly pointer: JsonPointer;
  readonly entries: readonly VersionsEntry[];
}

/** Reads a document as a versions document. Undefined when it has none of the shapes. The view of a document is the same each time. */
export function readVersions(value: unknown): VersionsView | undefined {
  if (!isJsonObject(value)) return undefined;
  const known = views.get(value);
  if (known !== undefined) return known;
  const view = viewOf(value);
  // Most documents of other kinds are asked about once, and there may be a hundred thousand of them.
  if (view !== undefined) views.set(value, view);
  return view;
}

const views = new WeakMap<JsonObject, VersionsView>();

function viewOf(value: JsonObject): VersionsView | undefined {
  const versions = member(value, 'versions');
  if (isJsonArray(versions)) return listView('versions', '/versions', versions, value);
  if (isJsonObject(versions)) {
    const values = member(versions, 'values');
    if (isJsonArray(values)) return listView('versions.values', '/versions/values', values, value);
  }
  const choices = member(value, 'choices');
  if (isJsonArray(choices)) return listView('choices', '/choices', choices, value);
  if (Object.hasOwn(value, 'id') && Object.hasOwn(value, 'links')) return singleView('bare', '', value);
  const version = member(value, 'version');
  return isJsonObject(version) ? singleView('version', '/version', version) : undefined;
}

function listView(
  shape: VersionsShape,
  pointer: JsonPointer,
  list: readonly unknown[],
  document: JsonObject,
): VersionsView {
  const entries = list.map((value, index) => ({
    pointer: childPointer(pointer, index),
    value,
    listed: true,
  }));
  const preferred = member(document, 'default_version');
  return {
    shape,
    pointer,
    entries: isJsonObject(preferred)
      ? [...entries, { pointer: '/default_version', value: preferred, listed: false }]
      : entries,
  };
}

function singleView(shape: VersionsShape, pointer: JsonPointer, value: JsonObject): VersionsView {
  return { shape, pointer, entries: [{ pointer, value, listed: true }] };
}
