import type { Finding } from '../../src/model/findings/finding';
import type { JsonReport } from '../../src/reporters/json/json-report';

/** A finding with some properties replaced. */
export function findingData(more: Partial<Finding> = {}): Finding {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    fingerprint: 'samplegate/v1:a',
    ruleId: 'sample-matches-schema',
    severity: 'error',
    message: 'expected a string, got null',
    file: 'api_samples/servers/server-get-resp.json',
    start,
    end: start,
    also: [],
    related: [],
    ...more,
  };
}

/** The summary of a report without findings. */
export const SUMMARY = {
  contracts: 1,
  samples: 2,
  rules: 3,
  documents: 2,
  findings: { error: 0, warning: 0, info: 0 },
  notChecked: [],
} as const;

/** A report with some properties replaced. */
export function reportData(more: Partial<JsonReport> = {}): JsonReport {
  return {
    version: 1,
    tool: { name: 'samplegate', version: '1.2.3' },
    root: '.',
    rules: [],
    failOn: 'error',
    exitCode: 0,
    findings: [],
    summary: SUMMARY,
    ...more,
  };
}
