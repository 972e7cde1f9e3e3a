import type { Claim, Contract, Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project/project';
import { readVersions } from '../../model/versions/versions-document';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import { objectEntries } from '../../model/versions/versions-entry';
import { memoizeObject } from '../../model/memoize';
import { homesOfEntry } from './versions-home';

/** A sample that a contract claims. */
interface ClaimedSample {
  readonly document: Document;
  readonly claim: Claim;
}

/** The samples of a project, indexed for the live requests that refer to them. */
export interface SampleIndex {
  /** By path relative to a sample root; if two roots have the same path, the sample of the first root. */
  readonly byPath: ReadonlyMap<string, Document>;
  /** The samples that must satisfy a contract, without those marked `expect: invalid`. */
  readonly ofContract: (contract: Contract) => readonly ClaimedSample[];
  /** The base URLs that samples use for the service itself, each ending in `/`. */
  readonly homes: readonly string[];
}

/** The base URL of services in the samples of OpenStack's documentation. */
const DEFAULT_HOME = 'http://openstack.example.com/';

/** The index of an open project. It is created once, even when many targets are compared with the project. */
export const sampleIndexOf: (project: Project) => SampleIndex = memoizeObject(createIndex);

function createIndex({ samples, baseUrl }: Project): SampleIndex {
  const claimed = samples.flatMap(({ document, claims }) =>
    claims
      .filter(({ pattern }) => pattern.expect === 'valid')
      .map((claim): ClaimedSample => ({ document, claim })),
  );
  const byContract = groupBy(claimed, ({ claim }) => claim.contract.name);
  return {
    byPath: new Map(samples.toReversed().map(({ path, document }) => [path, document])),
    ofContract: ({ name }) => byContract.get(name) ?? [],
    homes: baseUrl === undefined ? homesOfSelfLinks(samples) : [baseUrl],
  };
}

/** The self links in samples of versions documents, each cut off before its version. */
function homesOfSelfLinks(samples: readonly Sample[]): readonly string[] {
  const homes = samples
    .filter(({ document }) => looksLikeVersions(document.value))
    .flatMap(({ document }) => objectEntries(readVersions(document.value)))
    .flatMap(homesOfEntry)
    .flatMap(({ url, isUpToVersion }) => (isUpToVersion ? [`${url}/`] : []));
  return homes.length === 0 ? [DEFAULT_HOME] : [...new Set(homes)];
}
