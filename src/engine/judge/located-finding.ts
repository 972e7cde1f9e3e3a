import type { Finding } from '../../model/findings/finding';
import type { TokenRange } from '../../model/documents/place';
import type { Quotation } from '../../model/documents/quotation';
import type { MergedReport } from './merge-reports';

/** A finding with its place, before it gets what identifies it in every run. */
export interface LocatedFinding extends Omit<Finding, 'fingerprint' | 'excerpt'> {
  /** What kind of problem it is, where its rule says so. */
  readonly kind?: string;
  /** The parts of its messages that come from files. */
  readonly quotes?: readonly Quotation[];
  /** The report that it is made of, where that has an origin. */
  readonly report?: MergedReport;
  /** Its fingerprint without a number, and the lines around it, where an earlier run found them out. */
  readonly settled?: Pick<Finding, 'fingerprint' | 'excerpt'>;
}

/** A finding with the range of its token, which may be behind a YAML alias. */
export interface FindingInRange {
  readonly finding: LocatedFinding;
  readonly range: TokenRange;
}
