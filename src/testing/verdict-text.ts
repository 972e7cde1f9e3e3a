import type { CheckResult } from '../model/findings/check-result';
import type { Finding } from '../model/findings/finding';
import { documentName } from '../model/documents/source';
import { formatFindings } from '../reporters/pretty/format-findings';

/** Formats findings of a run as `samplegate check` prints them. */
export function verdictText(
  findings: readonly Finding[],
  { verdicts }: Pick<CheckResult, 'verdicts'>,
): string {
  const contracts = new Map(
    verdicts.flatMap(({ file, part, contract }) =>
      file === undefined || contract === undefined ? [] : [[documentName({ file, part }), contract] as const],
    ),
  );
  return formatFindings(findings, { color: false, contracts });
}
