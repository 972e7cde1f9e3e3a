import type { Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { Project } from '../../model/project/project';
import type { SubjectKind, SubjectLists } from '../../rules/rule';
import { contractRanges } from '../subjects/collect-contract-ranges';
import { sampleFolders, sampleSeries } from '../subjects/collect-sample-series';
import { EVERYTHING } from '../subjects/scopes';
import { keyOfSubject, type ListedKind } from './keepers';
import { isSameData } from './same-data';

/** A document is compared by its sample. What is wrong in a schema depends on nothing but the files that the schema reaches. */
type ComparedKind = Exclude<ListedKind, 'document' | 'schema-problem'>;

/** Whether a subject of this project is another one than in the project of an earlier run, in anything but the contents of files. */
export type IsOther = (
  kind: ListedKind,
  subject: SubjectLists[ListedKind][number],
  sampleOf: (document: Document) => Sample | undefined,
) => boolean;

/** Compares subjects with those of a project that an earlier run has judged. */
export function createIsOther(project: Project): IsOther {
  const ranges = contractRanges(project, EVERYTHING);
  const before: Readonly<Record<ComparedKind, ReadonlyMap<string, unknown>>> = {
    sample: byKey('sample', project.samples),
    contract: byKey('contract', project.contracts),
    'contract-ranges': byKey('contract-ranges', ranges),
    'sample-series': byKey('sample-series', sampleSeries(project.samples, ranges)),
    'sample-folder': byKey('sample-folder', sampleFolders(project.samples)),
  };
  const isOther = (kind: ComparedKind, subject: SubjectLists[SubjectKind][number]) =>
    !isSameData(before[kind].get(keyOfSubject(kind, subject)), subject);
  return (kind, subject, sampleOf) => {
    if (kind === 'schema-problem') return false;
    if (kind !== 'document') return isOther(kind, subject);
    const sample = 'source' in subject && 'origin' in subject ? sampleOf(subject) : undefined;
    return sample === undefined || isOther('sample', sample);
  };
}

function byKey<Kind extends ComparedKind>(
  kind: Kind,
  subjects: SubjectLists[Kind],
): ReadonlyMap<string, unknown> {
  return new Map(subjects.map((subject) => [keyOfSubject(kind, subject), subject]));
}
