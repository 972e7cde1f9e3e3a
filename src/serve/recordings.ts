import type { Contract, LiveRequest, Sample } from '../model/contract';
import {
  compareMicroversions,
  folderMicroversion,
  formatMicroversion,
  type Microversion,
} from '../model/microversion';
import type { Project } from '../model/project';

/** A sample that a request may be answered with. */
export interface Recording {
  readonly sample: Sample;
  /** What it was recorded at; undefined: it holds for every microversion. */
  readonly microversion?: Microversion;
}

/** The samples that a live request is answered with, oldest first, or why there is none to choose. */
export type Recordings =
  | { readonly kind: 'found'; readonly recordings: readonly Recording[] }
  | { readonly kind: 'none'; readonly reason: string };

/** Finds the samples of a live request: the one that it states, or its contract's; one for each microversion where it negotiates. */
export function recordingsOf(request: LiveRequest, contract: Contract, { samples }: Project): Recordings {
  const claimed = samples.flatMap((sample) => {
    const claim = sample.claims.find(
      ({ contract: { name }, pattern }) => name === contract.name && pattern.expect === 'valid',
    );
    return claim === undefined ? [] : [{ sample, ...atMicroversion(claim.microversion) }];
  });
  const found = request.sample === undefined ? claimed : stated(request, request.sample, claimed, samples);
  const [first, second] = found;
  if (first === undefined) return none(`\`${contract.name}\` has no sample`);
  const bodies = new Set(found.map(({ sample }) => withoutFolder(sample.path)));
  const mayVary = request.negotiates || request.microversion !== undefined;
  if (second !== undefined && !(mayVary && bodies.size === 1))
    return none(`\`${contract.name}\` has ${found.length} samples: say which one with \`sample:\``);
  const broken = found.find(({ sample }) => sample.document.value === undefined);
  if (broken !== undefined)
    return none(`${broken.sample.document.source.name} is not JSON: \`samplegate check\` says why`);
  return inForce(found, request);
}

function none(reason: string): Recordings {
  return { kind: 'none', reason };
}

function atMicroversion(microversion: Microversion | undefined): Pick<Recording, 'microversion'> {
  return microversion === undefined ? {} : { microversion };
}

/** The stated sample, and with it, where the request negotiates, the same file in the folders of other microversions. */
function stated(
  { negotiates, microversion }: LiveRequest,
  path: string,
  claimed: readonly Recording[],
  samples: readonly Sample[],
): readonly Recording[] {
  const exact = samples.filter((sample) => sample.path === path);
  const own = exact.map((sample) => ({
    sample,
    ...atMicroversion(microversion ?? claimed.find((recording) => recording.sample === sample)?.microversion),
  }));
  if (!negotiates) return own;
  const others = claimed.filter(
    ({ sample }) => sample.path !== path && withoutFolder(sample.path) === withoutFolder(path),
  );
  return [...own, ...others];
}

/** All of them, oldest first; of a request for one microversion, the one that was in force then. */
function inForce(found: readonly Recording[], { sample, microversion }: LiveRequest): Recordings {
  const sorted = found.toSorted(compareRecordings);
  if (microversion === undefined || sample !== undefined) return { kind: 'found', recordings: sorted };
  const recording = recordingAt(sorted, microversion);
  return recording === undefined
    ? none(`no sample is as old as ${formatMicroversion(microversion)}`)
    : { kind: 'found', recordings: [recording] };
}

/** The recording in force at a microversion: the newest that is not above it. `recordings` are oldest first. */
export function recordingAt(
  recordings: readonly Recording[],
  microversion: Microversion,
): Recording | undefined {
  return recordings.findLast(
    (recording) =>
      recording.microversion === undefined || compareMicroversions(recording.microversion, microversion) <= 0,
  );
}

/** A sample path without its `vX.Y` folder: what the recordings of one body share. */
function withoutFolder(path: string): string {
  const segments = path.split('/');
  const at = segments.slice(0, -1).findIndex((segment) => folderMicroversion(segment) !== undefined);
  return at === -1 ? path : segments.toSpliced(at, 1).join('/');
}

/** Negative, zero or positive as `a` was recorded before, at or after the microversion of `b`; what holds for every one is first. */
export function compareRecordings(a: Recording, b: Recording): number {
  if (a.microversion === undefined || b.microversion === undefined)
    return Number(a.microversion !== undefined) - Number(b.microversion !== undefined);
  return compareMicroversions(a.microversion, b.microversion);
}
