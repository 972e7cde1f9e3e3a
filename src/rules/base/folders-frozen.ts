import { isUnread, placeInCommit, type Change, type CommittedState } from '../../model/change';
import type { Sample } from '../../model/contract';
import { exactValueOf, type Document } from '../../model/document';
import { compareMicroversions, formatMicroversion } from '../../model/microversion';
import { canonicalText } from '../../model/same-json';
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
    const before = samplesByPath(base.project.samples.filter(isReleased));
    const after = samplesByPath(now.project.samples.filter(isReleased));
    const gone = new Map([...before].filter(([path]) => !after.has(path)));
    for (const [path, sample] of after) {
      const old = before.get(path);
      if (old !== undefined) yield* changed(sample, old, base);
      else if (!isUnread(base, sample.document.source.name)) yield* added(sample, gone, base);
    }
    for (const sample of gone.values()) {
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

function samplesByPath(samples: readonly InFolder[]): ReadonlyMap<string, InFolder> {
  return new Map(samples.map((sample) => [sample.path, sample]));
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

/** A new sample, or one that had another name in the base; that one is then not gone. */
function* added(sample: InFolder, gone: Map<string, InFolder>, base: CommittedState): Iterable<Report> {
  const text = canonicalText(exactValueOf(sample.document));
  const old = [...gone.values()].find(
    ({ document }) => document.value !== undefined && canonicalText(exactValueOf(document)) === text,
  );
  if (old !== undefined) gone.delete(old.path);
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
