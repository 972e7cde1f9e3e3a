import { usersOf, type Claim } from '../../model/contracts/contract';
import { contractsNamed, type Finding } from '../../model/findings/finding';
import { parentPointer } from '../../model/json/json-pointer';
import type { Place } from '../../model/documents/place';
import { documentName } from '../../model/documents/source';
import type { SubjectLists } from '../../rules/rule';

/** Names the operations of OpenAPI documents that something in a document is part of; undefined without any. */
export type OperationsAt = (
  place: Pick<Finding, 'file' | 'part' | 'pointer' | 'contract'>,
) => readonly [string, ...string[]] | undefined;

/**
 * Looks up what uses an example with the schema of a finding, and for any other place of an OpenAPI document the innermost response, request, parameter, header or operation
 * around it.
 */
export function createOperationsAt({
  sample: samples,
  operation: operations,
}: Pick<SubjectLists, 'sample' | 'operation'>): OperationsAt {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  let claimed: ReadonlyMap<string, readonly Claim[]> | undefined;
  return ({ file, part = '', pointer = '', contract }) => {
    known ??= collect();
    claimed ??= new Map(samples.map(({ document, claims }) => [document.source.name, claims]));
    const all = claimed.get(documentName({ file, part: part === '' ? undefined : part })) ?? [];
    const meant = contract === undefined ? [] : contractsNamed({ contract });
    const ofContract = all.filter((claim) => meant.includes(claim.contract.name));
    const users = usersOf({ claims: ofContract.length === 0 ? all : ofContract });
    if (users !== undefined) return listOf(users);
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
    return found;
  }
}

function keyOf(place: Place): string {
  return `${place.file} ${'pointer' in place ? (place.pointer ?? '') : ''}`;
}

function listOf(labels: Iterable<string>): readonly [string, ...string[]] | undefined {
  const [first, ...others] = labels;
  return first === undefined ? undefined : [first, ...others];
}
