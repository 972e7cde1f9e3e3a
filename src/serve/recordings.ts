import type { Contract, LiveRequest, Sample } from '../model/contracts/contract';
import {
  compareMicroversions,
  folderMicroversion,
  formatRequested,
  type Microversion,
} from '../model/versions/microversion';
import { isWhole } from '../model/documents/document';
import type { Project } from '../model/project/project';

/** A sample that may be the response to a request. */
export interface Recording {
  readonly sample: Sample;
  /** The microversion it was recorded at. Undefined: it is valid for every microversion. */
  readonly microversion?: Microversion;
}

/** The samples for a live request, oldest first, or why it has no sample. */
export type Recordings =
  | { readonly kind: 'found'; readonly recordings: readonly Recording[] }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * Finds the samples for a live request: its own `sample:`, or those of its contract. If it negotiates, there may be one
 * per microversion.
 */
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
    return none(`\`${contract.name}\` has ${found.length} samples: choose one with \`sample:\``);
  const broken = found.find(({ sample }) => !isWhole(sample.document));
  if (broken !== undefined)
    return none(`${broken.sample.document.source.name} is not JSON: run \`samplegate check\` to see why`);
  return inForce(found, request);
}

function none(reason: string): Recordings {
  return { kind: 'none', reason };
}

function atMicroversion(microversion: Microversion | undefined): Pick<Recording, 'microversion'> {
  return microversion === undefined ? {} : { microversion };
}

/** A requested microversion, if it is one: `latest` is whatever the newest sample has. */
function numbered(microversion: LiveRequest['microversion']): Microversion | undefined {
  return microversion === 'latest' ? undefined : microversion;
}

/** The sample of the request's `sample:`. If the request negotiates, also the same file in other `vX.Y` folders. */
function stated(
  { negotiates, microversion }: LiveRequest,
  path: string,
  claimed: readonly Recording[],
  samples: readonly Sample[],
): readonly Recording[] {
  const exact = samples.filter((sample) => sample.path === path);
  const own = exact.map((sample) => ({
    sample,
    ...atMicroversion(
      numbered(microversion) ?? claimed.find((recording) => recording.sample === sample)?.microversion,
    ),
  }));
  if (!negotiates) return own;
  const others = claimed.filter(
    ({ sample }) => sample.path !== path && withoutFolder(sample.path) === withoutFolder(path),
  );
  return [...own, ...others];
}

/** All the recordings, oldest first. For a request with a fixed microversion, only the one in force at it. */
function inForce(found: readonly Recording[], { sample, microversion }: LiveRequest): Recordings {
  const sorted = found.toSorted(compareRecordings);
  if (microversion === undefined || sample !== undefined) return { kind: 'found', recordings: sorted };
  const recording = microversion === 'latest' ? sorted.at(-1) : recordingAt(sorted, microversion);
  return recording === undefined
    ? none(`no sample is for ${formatRequested(microversion)} or older`)
    : { kind: 'found', recordings: [recording] };
}

/** The recording in force at a microversion: the newest that is not newer than it. `recordings` are oldest first. */
export function recordingAt(
  recordings: readonly Recording[],
  microversion: Microversion,
): Recording | undefined {
  return recordings.findLast(
    (recording) =>
      recording.microversion === undefined || compareMicroversions(recording.microversion, microversion) <= 0,
  );
}

/** A sample path without its `vX.Y` folder: the same for all recordings of one body. */
function withoutFolder(path: string): string {
  const segments = path.split('/');
  const at = segments.slice(0, -1).findIndex((segment) => folderMicroversion(segment) !== undefined);
  return at === -1 ? path : segments.toSpliced(at, 1).join('/');
}

/** Compares recordings by microversion, the oldest first. Those that are valid for every microversion come before the others. */
export function compareRecordings(a: Recording, b: Recording): number {
  if (a.microversion === undefined || b.microversion === undefined)
    return Number(a.microversion !== undefined) - Number(b.microversion !== undefined);
  return compareMicroversions(a.microversion, b.microversion);
}
