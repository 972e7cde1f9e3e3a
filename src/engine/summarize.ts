import type { NotChecked, Summary } from '../model/check-result';
import { formatSchemaRef, type Contract, type Sample } from '../model/contract';
import type { Finding } from '../model/finding';
import type { Project } from '../model/project';
import { formatRange } from '../model/version-range';
import type { Evidence } from '../rules/rule';

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

/** The kind of what is not checked that holds samples: whatever rules are off, a sample without a verdict is no passed one. */
export const WITHOUT_VERDICT = 'samples whose schema gave no verdict';

/** What the manifest promises and no document was held to. */
export function notCheckedIn(project: Project, evidence: Evidence): readonly NotChecked[] {
  const used = new Set(project.samples.flatMap(({ claims }) => claims.flatMap(({ versions }) => versions)));
  return [
    {
      what: WITHOUT_VERDICT,
      one: 'sample whose schema gave no verdict',
      items: project.samples
        .filter((sample) => !hasVerdict(sample, evidence))
        .map(({ document }) => document.source.name),
    },
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

/** A text that is not JSON has its finding; every other sample is to be judged once by each contract that claims it. */
function hasVerdict({ document, claims }: Sample, evidence: Evidence): boolean {
  if (document.value === undefined) return true;
  return claims.every(({ versions }) => {
    const [version, ...others] = versions;
    return (
      version !== undefined &&
      others.length === 0 &&
      evidence.verdict(document, version.schema).kind === 'checked'
    );
  });
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
