import { isUnread, placeInCommit, type Change, type CommittedState } from '../../model/project/change';
import type { Sample } from '../../model/contracts/contract';
import { exactValueOf, type Document } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import { compareMicroversions, formatMicroversion } from '../../model/versions/microversion';
import { canonicalText } from '../../model/json/same-json';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { jsonChange } from './about/json-change';
import { releasedIn } from './about/released';

/** Users compare what a released microversion answers with its samples. */
export const foldersFrozen: Rule<'change'> = {
  id: 'folders-frozen',
  subject: 'change',
  severity: 'warning',
  summary: 'The samples in the folder of a released microversion stay as they are.',
  check: function* ({ now, base }) {
    const isReleased = createIsReleased(base);
    const { pairs, gone } = pairSamples(
      base.project.samples.filter(isReleased),
      now.project.samples.filter(isReleased),
    );
    const takeMoved = createTakeMoved(gone);
    for (const { sample, old } of pairs) {
      if (old !== undefined) yield* changed(sample, old, base);
      else if (!isUnread(base, sample.document.source.name))
        yield* added(sample, takeMoved(sample.document), base);
    }
    for (const sample of gone) {
      const { name } = sample.document.source;
      yield {
        subject: folderOf(sample),
        at: { file: name },
        message: `${released(sample)}, but this sample is gone: restore it`,
        related: [{ at: placeInCommit(base, { file: name }), message: 'the sample in the base' }],
      };
    }
  },
};

type InFolder = Sample & Required<Pick<Sample, 'folder'>>;

function createIsReleased(base: Change['base']): (sample: Sample) => sample is InFolder {
  const known = new Map<number, ReturnType<typeof releasedIn>>();
  return (sample): sample is InFolder => {
    const { folder } = sample;
    if (folder === undefined) return false;
    const range = known.get(folder.major) ?? releasedIn(base, folder.major);
    known.set(folder.major, range);
    return range.max !== undefined && compareMicroversions(folder, range.max) <= 0;
  };
}

/**
 * Each sample with what it was in the base: the file of its name; else, as the folder of samples may have been renamed, a file of its path that
 * is gone.
 */
function pairSamples(
  before: readonly InFolder[],
  after: readonly InFolder[],
): {
  readonly pairs: readonly { readonly sample: InFolder; readonly old: InFolder | undefined }[];
  readonly gone: Set<InFolder>;
} {
  const byName = new Map(before.map((sample) => [sample.document.source.name, sample]));
  const kept = after.map((sample) => ({ sample, old: byName.get(sample.document.source.name) }));
  const gone = new Set(before);
  for (const { old } of kept) if (old !== undefined) gone.delete(old);
  const byPath = groupBy([...gone], ({ path }) => path);
  const pairs = kept.map((pair) => {
    if (pair.old !== undefined) return pair;
    const old = byPath.get(pair.sample.path)?.find((each) => gone.has(each));
    if (old !== undefined) gone.delete(old);
    return { ...pair, old };
  });
  return { pairs, gone };
}

function* changed(sample: InFolder, old: InFolder, base: CommittedState): Iterable<Report> {
  const change = differenceOf(old.document, sample.document);
  if (change === undefined) return;
  yield {
    subject: folderOf(sample),
    at: placeIn(sample.document, change.pointer, change.token),
    message: `${released(sample)}, but ${change.words} in this sample: ${change.kind === 'shape' ? 'give the change its own microversion' : 'keep it only if it corrects the sample'}`,
    ...(change.kind === 'shape' ? {} : { severity: 'info' }),
    related: [
      { at: placeInCommit(base, placeIn(old.document, change.before, 'value')), message: 'in the base' },
    ],
  };
}

/** A text that is the same, or that was not JSON, is no change of a response. */
function differenceOf(old: Document, now: Document) {
  return old.value === undefined || now.value === undefined || isSameText(old, now)
    ? undefined
    : jsonChange(exactValueOf(old), exactValueOf(now));
}

function isSameText({ source: a }: Document, { source: b }: Document): boolean {
  return a.part === undefined && b.part === undefined && a.text === b.text;
}

/** Takes the sample that had this content under another name out of those that are gone. */
function createTakeMoved(gone: Set<InFolder>): (document: Document) => InFolder | undefined {
  let byContent: ReadonlyMap<string, readonly InFolder[]> | undefined;
  return (document) => {
    byContent ??= groupBy(
      [...gone].filter(({ document: { value } }) => value !== undefined),
      ({ document: old }) => canonicalText(exactValueOf(old)),
    );
    if (byContent.size === 0) return undefined;
    const old = byContent.get(canonicalText(exactValueOf(document)))?.find((each) => gone.has(each));
    if (old !== undefined) gone.delete(old);
    return old;
  };
}

/** A new sample, or one that had another name in the base. */
function* added(sample: InFolder, old: InFolder | undefined, base: CommittedState): Iterable<Report> {
  const { name } = sample.document.source;
  yield {
    subject: folderOf(old ?? sample),
    severity: 'info',
    at: { file: name },
    message: `${released(sample)}, and this sample is ${old === undefined ? 'new' : `moved from ${old.document.source.name}`}`,
    ...(old === undefined
      ? {}
      : {
          related: [
            {
              at: placeInCommit(base, { file: old.document.source.name }),
              message: 'the sample in the base',
            },
          ],
        }),
  };
}

function folderOf({ folder }: InFolder): string {
  return `v${formatMicroversion(folder)}`;
}

function released(sample: InFolder): string {
  return `${folderOf(sample)} is released`;
}
