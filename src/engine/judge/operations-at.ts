import { usersOf } from '../../model/contract';
import type { Finding } from '../../model/finding';
import { parentPointer } from '../../model/json-pointer';
import type { Place } from '../../model/place';
import { documentName } from '../../model/source';
import type { SubjectLists } from '../../rules/rule';

/** Names the operations of OpenAPI documents that something in a document is part of; undefined without any. */
export type OperationsAt = (
  place: Pick<Finding, 'file' | 'part' | 'pointer'>,
) => readonly [string, ...string[]] | undefined;

/**
 * Looks up what uses an example, and for any other place of an OpenAPI document the innermost response, request, parameter, header or operation
 * around it.
 */
export function createOperationsAt({
  sample: samples,
  operation: operations,
}: Pick<SubjectLists, 'sample' | 'operation'>): OperationsAt {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return ({ file, part = '', pointer = '' }) => {
    known ??= collect();
    const ofExample = known.get(documentName({ file, part: part === '' ? undefined : part }));
    if (ofExample !== undefined) return listOf(ofExample);
    for (let at = part.replace(/^#/, '') + pointer; at !== ''; at = parentPointer(at)) {
      const around = known.get(`${file} ${at}`);
      if (around !== undefined) return listOf(around);
    }
    return undefined;
  };

  function collect(): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    const add = (key: string, label: string) => {
      const labels = found.get(key) ?? new Set();
      found.set(key, labels.add(label));
    };
    for (const { label, place, parts } of operations) {
      add(keyOf(place), label);
      for (const inner of parts) add(keyOf(inner.place), inner.label);
    }
    for (const each of samples)
      for (const label of usersOf(each) ?? []) add(each.document.source.name, label);
    return found;
  }
}

function keyOf(place: Place): string {
  return `${place.file} ${'pointer' in place ? (place.pointer ?? '') : ''}`;
}

function listOf(labels: ReadonlySet<string>): readonly [string, ...string[]] | undefined {
  const [first, ...others] = labels;
  return first === undefined ? undefined : [first, ...others];
}
