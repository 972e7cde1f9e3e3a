import type { Finding } from '../model/findings/finding';
import { REPORTERS, type ReportFormat } from '../reporters/reporter-registry';
import type { Io } from './io';

/** A note on the standard error about the findings that a report leaves out. */
interface OmittedNote {
  /** Counts those among the findings of a run. */
  readonly count: (findings: readonly Finding[]) => void;
  /** Prints how many there were, if any. */
  readonly print: () => void;
}

export function createOmittedNote(format: ReportFormat, { err }: Pick<Io, 'err'>): OmittedNote {
  const omitted = REPORTERS[format].countOmitted?.();
  return {
    count: (findings) => {
      if (omitted !== undefined) for (const finding of findings) omitted.add(finding);
    },
    print: () => {
      const words = omitted?.words();
      if (words !== undefined) err(`samplegate: ${format}: ${words}\n`);
    },
  };
}
