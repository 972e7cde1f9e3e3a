import type { ReporterOptions } from '../reporter';

/** The version of the format, which `spec/report.schema.json` describes. */
export const REPORT_VERSION = 1;

/** What is known before the first finding: who checked, and where. */
export function jsonHead({
  version,
  folder = '.',
  top,
  failOn = 'error',
}: Pick<ReporterOptions, 'version' | 'folder' | 'top' | 'failOn'>): object {
  return { version: REPORT_VERSION, tool: { name: 'samplegate', version }, root: folder, top, failOn };
}
