import type { NotChecked, Summary } from '../model/check-result';
import { formatSchemaRef, type Contract } from '../model/contract';
import type { Finding } from '../model/finding';
import type { Project } from '../model/project';
import { formatRange } from '../model/version-range';

/** What a run looked at. */
export interface RunSize {
  readonly contracts: number;
  readonly samples: number;
  readonly rules: number;
  readonly documents: number;
}

export function summarize(
  size: RunSize,
  findings: readonly Finding[],
  notChecked: readonly NotChecked[],
): Summary {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...size,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    notChecked: notChecked.filter(({ items }) => items.length > 0),
  };
}

/** What the manifest promises and no document was held to. */
export function notCheckedIn(project: Project): readonly NotChecked[] {
  const used = new Set(project.samples.flatMap(({ claims }) => claims.flatMap(({ versions }) => versions)));
  return [
    {
      what: 'ranges without a sample',
      one: 'range without a sample',
      items: project.contracts.flatMap((contract) => rangesWithoutSample(contract, used)),
    },
    {
      what: 'live requests',
      one: 'live request',
      items: project.contracts.flatMap(({ name, live }) =>
        live.map(({ method, path }) => `${name}: ${method} ${path}`),
      ),
    },
  ];
}

/** A contract that is checked live only has no ranges to speak of. */
function rangesWithoutSample(
  { name, versions, patterns }: Contract,
  used: ReadonlySet<Contract['versions'][number]>,
): readonly string[] {
  if (patterns.length === 0) return [];
  return versions
    .filter((version) => !used.has(version))
    .map(({ range, schema }) => `${name}: ${formatRange(range)} (${formatSchemaRef(schema)})`);
}
