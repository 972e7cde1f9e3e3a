import picomatch from 'picomatch';

import {
  versionsAt,
  type Claim,
  type Contract,
  type SamplePattern,
  type UnmatchedPattern,
} from '../model/contract';
import { compareMicroversions, folderMicroversion, type Microversion } from '../model/microversion';
import { createNearestPath } from '../model/nearest';

/** Which contracts claim which sample paths, and which patterns claim nothing. */
export interface Matching {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly unmatched: readonly UnmatchedPattern[];
}

const PLACEHOLDER = '{microversion}';

/** Pairs contracts with the samples that their patterns claim. Most patterns have no wildcard and need only one look-up. */
export function matchSamples(
  contracts: readonly Contract[],
  paths: readonly string[],
  baseMicroversion: Microversion | undefined,
): Matching {
  const claims = new Map<string, readonly Claim[]>(paths.map((path) => [path, []]));
  const unmatched: UnmatchedPattern[] = [];
  const find = createFinder(paths);
  const meant = createNearestPath(() => paths);
  for (const contract of contracts) {
    for (const pattern of contract.patterns) {
      const matches = find(pattern.pattern);
      if (matches.length === 0)
        unmatched.push({ ...createUnmatched(contract, pattern, meant), ...writtenAsPart(pattern, find) });
      for (const { path, folder } of matches) {
        const claim = createClaim(contract, pattern, folder ?? baseMicroversion);
        const others = claims.get(path) ?? [];
        claims.set(path, claimsMayDiffer(others, claim) ? [...others, claim] : addClaim(others, claim));
      }
    }
    for (const { sample, place } of contract.live) {
      if (sample === undefined || claims.has(sample)) continue;
      unmatched.push(createUnmatched(contract, { pattern: sample, expect: 'valid', place }, meant));
    }
  }
  return { claims, unmatched };
}

/** The unmatched patterns, with a mark on those that match one of the paths that `ignore:` excludes. */
export function markIgnored(
  unmatched: readonly UnmatchedPattern[],
  ignored: readonly string[],
): readonly UnmatchedPattern[] {
  if (unmatched.length === 0 || ignored.length === 0) return unmatched;
  const find = createFinder(ignored);
  return unmatched.map((each) =>
    find(each.pattern.pattern).length === 0 ? each : { ...each, isIgnored: true },
  );
}

/** A pattern such as `fixtures.json#/account`, as schemas are written, split into the file and the pointer, if there is such a file. */
function writtenAsPart(
  { pattern }: SamplePattern,
  find: (pattern: string) => readonly Match[],
): Pick<UnmatchedPattern, 'asPart'> {
  const hash = pattern.indexOf('#/');
  const path = pattern.slice(0, Math.max(0, hash));
  return path === '' || find(path).length === 0 ? {} : { asPart: { path, at: pattern.slice(hash + 1) } };
}

/** Whether claims on one file are about parts of it: then the file is read before one of them replaces another. */
function claimsMayDiffer(others: readonly Claim[], { pattern }: Claim): boolean {
  return pattern.select !== undefined || others.some((other) => other.pattern.select !== undefined);
}

/** The claims on a sample with a further one, which may replace earlier ones. */
export function addClaim(claims: readonly Claim[], claim: Claim): readonly Claim[] {
  return [...claims.filter((earlier) => !isReplaced(earlier, claim)), claim];
}

/**
 * Where two entries of one contract match a sample, the later one counts: a pattern for a whole folder may be followed by one for an
 * exceptional sample in it. Where both state a microversion, the sample is checked at both.
 */
function isReplaced(earlier: Claim, later: Claim): boolean {
  return (
    earlier.contract === later.contract &&
    (earlier.pattern.microversion === undefined || isSame(earlier, later))
  );
}

function isSame({ microversion: a }: Claim, { microversion: b }: Claim): boolean {
  return a === undefined || b === undefined ? a === b : compareMicroversions(a, b) === 0;
}

/** The microversion of a sample path: its first folder `vX.Y`. */
export function versionFolder(path: string): Microversion | undefined {
  for (const segment of path.split('/').slice(0, -1)) {
    const microversion = folderMicroversion(segment);
    if (microversion !== undefined) return microversion;
  }
  return undefined;
}

/** A path that a pattern claims. */
interface Match {
  readonly path: string;
  /** The microversion of the folder that the placeholder matched; without a placeholder, of the first `vX.Y` folder. */
  readonly folder: Microversion | undefined;
}

function createFinder(paths: readonly string[]): (pattern: string) => readonly Match[] {
  const known = new Set(paths);
  let byPlaceholder: ReadonlyMap<string, readonly Match[]> | undefined;
  let indexed: readonly (readonly [key: string, found: readonly Match[]])[] | undefined;
  return (pattern) => {
    // A file name may look like a glob, such as `list (all).json`: then the pattern means that file.
    const named = (path: string) => (known.has(path) ? [{ path, folder: versionFolder(path) }] : []);
    if (known.has(pattern)) return named(pattern);
    byPlaceholder ??= indexByPlaceholder(paths);
    const isPlain = !picomatch.scan(pattern.replaceAll(PLACEHOLDER, 'v0.0')).isGlob;
    if (isPlain && pattern.includes(PLACEHOLDER)) return byPlaceholder.get(unescapeGlob(pattern)) ?? [];
    if (isPlain) return named(unescapeGlob(pattern));
    if (!pattern.includes(PLACEHOLDER)) {
      const matches = globMatcher(pattern);
      return paths.filter((path) => matches(path)).map((path) => ({ path, folder: versionFolder(path) }));
    }
    // In the indexed paths the placeholder is a segment, so the glob can match around it.
    const matches = globMatcher(pattern.replaceAll(PLACEHOLDER, INDEXED));
    indexed ??= [...byPlaceholder].map(([key, found]) => [key.replaceAll(PLACEHOLDER, INDEXED), found]);
    return indexed.flatMap(([key, found]) => (matches(key) ? found : []));
  };
}

/** Whether paths match a glob. Most paths differ from it before its first wildcard, and comparing prefixes is cheaper. */
function globMatcher(pattern: string): (path: string) => boolean {
  const matches = picomatch(pattern);
  // The prefix has plain names only: picomatch normalises `./` and `//`.
  const [letters = ''] = /^(?:[\w\uE000-][\w\uE000.-]*\/)*[\w\uE000-]*/.exec(pattern) ?? [];
  // The last letter is not part of the prefix: what follows may make it optional, and `a/**` matches `a`.
  const start = letters.slice(0, -1);
  return (path) => path.startsWith(start) && matches(path);
}

/** Replaces the placeholder while globs are matched: a glob would expand its braces. */
const INDEXED = '\uE000microversion\uE000';

/**
 * The paths by the patterns with a placeholder that match them: `a/{microversion}/b.json` leads to `a/v2.1/b.json` and to `a/b.json`. A
 * placeholder can replace any `vX.Y` folder, or be inserted between any two segments.
 */
function indexByPlaceholder(paths: readonly string[]): ReadonlyMap<string, readonly Match[]> {
  const index = new Map<string, Match[]>();
  const add = (parts: readonly string[], match: Match) => {
    const key = parts.join('/');
    const found = index.get(key);
    if (found === undefined) index.set(key, [match]);
    else found.push(match);
  };
  for (const path of paths) {
    const parts = path.split('/');
    for (const [at, part] of parts.entries()) {
      const folder = at < parts.length - 1 ? folderMicroversion(part) : undefined;
      if (folder !== undefined) add(parts.with(at, PLACEHOLDER), { path, folder });
      add(parts.toSpliced(at, 0, PLACEHOLDER), { path, folder: versionFolder(path) });
    }
  }
  return index;
}

function unescapeGlob(pattern: string): string {
  return pattern.replaceAll(/\\(.)/g, '$1');
}

function createClaim(
  contract: Contract,
  pattern: SamplePattern,
  recordedAt: Microversion | undefined,
): Claim {
  const microversion = pattern.microversion ?? recordedAt;
  return {
    contract,
    pattern,
    versions: versionsAt(contract, microversion),
    ...(microversion === undefined ? {} : { microversion }),
  };
}

function createUnmatched(
  contract: Contract,
  pattern: SamplePattern,
  meant: (path: string) => string | undefined,
): UnmatchedPattern {
  const near = meant(pattern.pattern);
  return { contract, pattern, ...(near === undefined ? {} : { nearest: near }) };
}
