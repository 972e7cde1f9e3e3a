import type { Claim, Contract, Sample } from '../../model/contract';
import type { Document } from '../../model/document';
import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project';
import { looksLikeVersions, readVersions } from '../../model/versions-document';
import { objectEntries } from '../../model/versions-entry';
import { homesOfEntry } from './versions-home';

/** A sample that a contract claims. */
interface ClaimedSample {
  readonly document: Document;
  readonly claim: Claim;
}

/** The samples of a project as live requests ask for them. */
export interface SampleIndex {
  /** By path relative to a sample root; of two equal ones the first. */
  readonly byPath: ReadonlyMap<string, Document>;
  /** Those that must satisfy a contract; none that is wrong on purpose. */
  readonly ofContract: (contract: Contract) => readonly ClaimedSample[];
  /** Below which URLs, each ending in `/`, links of samples are the service's own. */
  readonly homes: readonly string[];
}

/** Where the samples of OpenStack's documentation have their services. */
const DEFAULT_HOME = 'http://openstack.example.com/';

const indexes = new WeakMap<Project, SampleIndex>();

/** The index of an open project, made once however many targets are compared with it. */
export function sampleIndexOf(project: Project): SampleIndex {
  const index = indexes.get(project) ?? createIndex(project);
  indexes.set(project, index);
  return index;
}

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
    homes: baseUrl === undefined ? toldHomes(samples) : [baseUrl],
  };
}

/** Where the self links of versions samples lead, up to the version. */
function toldHomes(samples: readonly Sample[]): readonly string[] {
  const homes = samples
    .filter(({ document }) => looksLikeVersions(document.value))
    .flatMap(({ document }) => objectEntries(readVersions(document.value)))
    .flatMap(homesOfEntry)
    .flatMap(({ url, isUpToVersion }) => (isUpToVersion ? [`${url}/`] : []));
  return homes.length === 0 ? [DEFAULT_HOME] : [...new Set(homes)];
}
