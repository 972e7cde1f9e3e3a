import { ndjsonFindings, ndjsonFleetSummary, ndjsonTarget } from '../../reporters/report-ndjson';
import type { FleetOutput } from './fleet-output';

/** Lines of JSON, written as soon as a target is done; nothing is kept. */
export function createNdjsonOutput(write: (text: string) => void): FleetOutput {
  return {
    own: ({ findings }) => write(ndjsonFindings(findings)),
    add: (checked) => write(ndjsonTarget(checked)),
    end: (summary) => write(ndjsonFleetSummary(summary)),
  };
}
