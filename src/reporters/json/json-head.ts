import type { ReporterOptions } from '../reporter';

/** The version of the format, which `spec/report.schema.json` describes. */
export const REPORT_VERSION = 1;

/** What is known before the first finding: who checked, and where. */
export function jsonHead({
  version,
  folder = '.',
  top,
  linked,
  failOn = 'error',
}: Pick<ReporterOptions, 'version' | 'folder' | 'top' | 'linked' | 'failOn'>): object {
  return {
    version: REPORT_VERSION,
    tool: { name: 'samplegate', version },
    root: folder,
    top,
    linked: linked?.length === 0 ? undefined : linked,
    failOn,
  };
}
