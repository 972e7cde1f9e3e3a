import type { Finding } from '../../model/finding';
import type { TokenRange } from '../../model/place';
import type { Quotation } from '../../model/quotation';

/** A finding with its place, before it gets what identifies it in every run. */
export interface LocatedFinding extends Omit<Finding, 'fingerprint' | 'excerpt'> {
  /** What kind of problem it is, where its rule says so. */
  readonly kind?: string;
  /** The parts of its messages that come from files. */
  readonly quotes?: readonly Quotation[];
}

/** A finding with the range of its token, which may be behind a YAML alias. */
export interface FindingInRange {
  readonly finding: LocatedFinding;
  readonly range: TokenRange;
}
