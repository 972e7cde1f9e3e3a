import type { Negotiation } from '../../model/live/live';

/** Where a service states its microversions, in words. */
export interface OfferWords {
  /** `its document offers`. */
  readonly offers: string;
  /** What to fix if the range is wrong: `fix the document`. */
  readonly fix: string;
}

export function offerWords({ rangeSource = 'document', statedAt = '' }: Negotiation): OfferWords {
  switch (rangeSource) {
    case 'document':
      return { offers: 'its document offers', fix: 'fix the document' };
    case 'headers':
      return { offers: 'its headers offer', fix: 'fix the headers' };
    case 'list':
      return { offers: `the list of versions at \`${statedAt}\` offers`, fix: 'fix the list' };
    case 'version':
      return { offers: `its version, described at \`${statedAt}\`, offers`, fix: 'fix that document' };
  }
}
