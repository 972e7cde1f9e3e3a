import picomatch from 'picomatch';

import type { Claim, Contract, SamplePattern, UnmatchedPattern } from '../model/contract';
import { parseMicroversion, type Microversion } from '../model/microversion';
import { nearest } from '../model/nearest';
import { rangeContains } from '../model/version-range';

/** Which contracts claim which sample paths, and which patterns claim nothing. */
export interface Matching {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly unmatched: readonly UnmatchedPattern[];
}

const PLACEHOLDER = '{microversion}';
const VERSION_FOLDER = /^v(\d+\.\d+)$/;

/** Pairs contracts with the samples that their patterns claim. Most patterns have no wildcard and cost one look-up. */
export function matchSamples(
  contracts: readonly Contract[],
  paths: readonly string[],
  baseMicroversion: Microversion | undefined,
): Matching {
  const claims = new Map<string, readonly Claim[]>(paths.map((path) => [path, []]));
  const unmatched: UnmatchedPattern[] = [];
  const find = createFinder(paths);
  for (const contract of contracts) {
    for (const pattern of contract.patterns) {
      const matches = find(pattern.pattern);
      if (matches.length === 0) unmatched.push(describeUnmatched(contract, pattern, paths));
      for (const path of matches) {
        const claimed = claims.get(path) ?? [];
        // Of two entries of one contract the later one says how a sample is meant: all of a folder, then the odd one in it.
        const others = claimed.filter((claim) => claim.contract !== contract);
        claims.set(path, [...others, createClaim(contract, pattern, path, baseMicroversion)]);
      }
    }
  }
  return { claims, unmatched };
}

/** The microversion folder of a sample path: its first segment `vX.Y`. */
export function versionFolder(path: string): Microversion | undefined {
  const segment = path
    .split('/')
    .slice(0, -1)
    .find((part) => VERSION_FOLDER.test(part));
  return segment === undefined ? undefined : parseMicroversion(segment.slice(1));
}

function createFinder(paths: readonly string[]): (pattern: string) => readonly string[] {
  const known = new Set(paths);
  let byPlaceholder: Map<string, string[]> | undefined;
  return (pattern) => {
    const parts = pattern.split('/');
    const rest = parts.filter((part) => part !== PLACEHOLDER).join('/');
    if (!picomatch.scan(rest).isGlob) {
      const plain = unescapeGlob(rest);
      if (rest === pattern) return known.has(plain) ? [plain] : [];
      byPlaceholder ??= indexByPlaceholder(paths);
      return byPlaceholder.get(unescapeGlob(pattern)) ?? [];
    }
    const matchers = [parts, parts.filter((part) => part !== PLACEHOLDER)].map((segments) =>
      picomatch(segments.map((part) => (part === PLACEHOLDER ? 'v+([0-9]).+([0-9])' : part)).join('/')),
    );
    return paths.filter((path) => matchers.some((matches) => matches(path)));
  };
}

/** Under `a/{microversion}/b.json`: `a/v2.1/b.json` and `a/b.json`; a placeholder may stand between any two segments. */
function indexByPlaceholder(paths: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  const add = (key: string, path: string) => {
    const found = index.get(key);
    if (found === undefined) index.set(key, [path]);
    else found.push(path);
  };
  for (const path of paths) {
    const parts = path.split('/');
    const at = parts.slice(0, -1).findIndex((part) => VERSION_FOLDER.test(part));
    if (at !== -1) add(parts.with(at, PLACEHOLDER).join('/'), path);
    for (let before = 0; before < parts.length; before += 1)
      add(parts.toSpliced(before, 0, PLACEHOLDER).join('/'), path);
  }
  return index;
}

function unescapeGlob(pattern: string): string {
  return pattern.replaceAll(/\\(.)/g, '$1');
}

function createClaim(
  contract: Contract,
  pattern: SamplePattern,
  path: string,
  baseMicroversion: Microversion | undefined,
): Claim {
  const microversion = pattern.microversion ?? versionFolder(path) ?? baseMicroversion;
  const versions =
    microversion === undefined
      ? contract.versions.filter(({ range }) => range.min === undefined && range.max === undefined)
      : contract.versions.filter(({ range }) => rangeContains(range, microversion));
  return { contract, pattern, versions, ...(microversion === undefined ? {} : { microversion }) };
}

function describeUnmatched(
  contract: Contract,
  pattern: SamplePattern,
  paths: readonly string[],
): UnmatchedPattern {
  const near = nearest(pattern.pattern, paths);
  return { contract, pattern, ...(near === undefined ? {} : { nearest: near }) };
}
