import {
  versionsAt,
  type Claim,
  type Contract,
  type SampleFile,
  type SamplePattern,
  type UnmatchedPattern,
} from '../../model/contracts/contract';
import { groupBy } from '../../model/group-by';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { createNearestPath } from '../../model/nearest';
import { placeKey } from '../../model/documents/place';
import { fileFormOf } from '../../text/parse-documents';
import { createSampleFinder, isRelativeToManifest } from './find-samples';

/** Which contracts claim which files, and which patterns claim nothing. */
export interface Matching<File extends SampleFile> {
  readonly claims: ReadonlyMap<File, readonly Claim[]>;
  readonly unmatched: readonly UnmatchedPattern[];
}

/** Pairs contracts with the samples that their patterns claim. */
export function matchSamples<File extends SampleFile>(
  contracts: readonly Contract[],
  files: readonly File[],
  baseMicroversion: Microversion | undefined,
): Matching<File> {
  const claims = new Map<File, readonly Claim[]>();
  for (const file of files) claims.set(file, NO_CLAIMS);
  const unmatched: UnmatchedPattern[] = [];
  const find = createSampleFinder(files);
  let paths: ReadonlySet<string> | undefined;
  const pathsOf = () => (paths ??= new Set(files.map(({ path }) => path)));
  const nearest = createNearestPath(() => [...pathsOf()]);
  const nearestLocal = createNearestPath(() => files.map(({ local }) => local));
  const matched = new Set<string>();
  const createUnmatched = (contract: Contract, pattern: SamplePattern): UnmatchedPattern => {
    const isLocal = isRelativeToManifest(pattern.pattern);
    const near = isLocal ? nearestLocal(pattern.pattern.slice(2)) : nearest(pattern.pattern);
    return {
      contracts: [contract],
      pattern,
      ...(near === undefined ? {} : { nearest: isLocal ? `./${near}` : near }),
    };
  };
  for (const contract of contracts) {
    for (const pattern of contract.patterns) {
      const claimAt = createClaims(contract, pattern);
      const matches = find(pattern.pattern).filter(({ file }) => mayBeMeant(file, pattern));
      if (matches.length > 0) matched.add(placeKey(pattern.place));
      else if (contract.template === undefined)
        unmatched.push({ ...createUnmatched(contract, pattern), ...writtenAsPart(pattern, find) });
      for (const { file, folder } of matches) {
        const { claim, alone } = claimAt(folder ?? baseMicroversion);
        const others = claims.get(file) ?? NO_CLAIMS;
        claims.set(
          file,
          others.length === 0
            ? alone
            : claimsMayDiffer(others, claim)
              ? [...others, claim]
              : addClaim(others, claim),
        );
      }
    }
    for (const { sample, place } of contract.live) {
      if (sample === undefined || pathsOf().has(sample)) continue;
      unmatched.push(createUnmatched(contract, { pattern: sample, expect: 'valid', place }));
    }
  }
  for (const [file, all] of claims) if (all.length > 1) claims.set(file, settle(all));
  return { claims, unmatched: [...unmatched, ...unmatchedTemplates(contracts, matched)] };
}

/** The entries of templates that claim nothing, with whatever values: most schemas have no sample in some of the folders. */
function unmatchedTemplates(
  contracts: readonly Contract[],
  matched: ReadonlySet<string>,
): readonly UnmatchedPattern[] {
  const generated = contracts.filter(({ template }) => template !== undefined);
  return [...groupBy(generated, ({ place }) => placeKey(place)).values()].flatMap((family) => {
    const entries = groupBy(
      family.flatMap(({ patterns }) => patterns),
      ({ place }) => placeKey(place),
    );
    return [...entries].flatMap(([key, [pattern]]) =>
      pattern === undefined || matched.has(key) ? [] : [{ contracts: family, pattern }],
    );
  });
}

/**
 * The claims that count. A contract written out in the manifest takes a sample from contracts of templates. Of the contracts of one template
 * that match a sample, the one with the longest name has it: `{name}-*.json` matches user-list-1.json for both `user` and `user-list`.
 */
function settle(claims: readonly Claim[]): readonly Claim[] {
  if (claims.every(({ contract }) => contract.template === undefined)) return claims;
  const written = claims.filter(({ contract }) => contract.template === undefined);
  if (written.length > 0) return written;
  const longest = new Map(
    [...groupBy(claims, familyOf)].map(([family, of]) => [
      family,
      Math.max(...of.map(({ contract }) => contract.name.length)),
    ]),
  );
  return claims.filter((claim) => claim.contract.name.length === longest.get(familyOf(claim)));
}

function familyOf({ contract }: Claim): string {
  return placeKey(contract.place);
}

/** TOML is never read. A pattern for all files of a folder does not mean it, but one that names it is told so. */
function mayBeMeant({ path }: SampleFile, { pattern }: SamplePattern): boolean {
  return fileFormOf(path) !== 'toml' || fileFormOf(pattern) === 'toml';
}

/** The unmatched patterns, with a mark on those that match one of these files, which are not samples. */
export function markExcluded(
  unmatched: readonly UnmatchedPattern[],
  excludedBy: NonNullable<UnmatchedPattern['excludedBy']>,
  excluded: () => readonly SampleFile[],
): readonly UnmatchedPattern[] {
  if (unmatched.length === 0) return unmatched;
  const find = createSampleFinder(excluded());
  return unmatched.map((each) =>
    find(each.pattern.template ?? each.pattern.pattern).length === 0 ? each : { ...each, excludedBy },
  );
}

/** A pattern such as `fixtures.json#/account`, as schemas are written, split into the file and the pointer, if there is such a file. */
function writtenAsPart(
  { pattern }: SamplePattern,
  find: (pattern: string) => readonly unknown[],
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

const NO_CLAIMS: readonly Claim[] = [];

/** The claims of one pattern by microversion. A pattern may claim a hundred thousand files at the same one, so they share it. */
function createClaims(
  contract: Contract,
  pattern: SamplePattern,
): (recordedAt: Microversion | undefined) => { readonly claim: Claim; readonly alone: readonly Claim[] } {
  const known = new Map<string, { readonly claim: Claim; readonly alone: readonly Claim[] }>();
  return (recordedAt) => {
    const key = recordedAt === undefined ? '' : formatMicroversion(recordedAt);
    const before = known.get(key);
    if (before !== undefined) return before;
    const claim = createClaim(contract, pattern, recordedAt);
    const made = { claim, alone: [claim] };
    known.set(key, made);
    return made;
  };
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
