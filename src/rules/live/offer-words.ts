import type { Negotiation } from '../../model/live';

/** Where a service states its microversions, in words. */
export interface OfferWords {
  /** `its document offers`. */
  readonly offers: string;
  /** What to fix if the range is wrong: `fix the document`. */
  readonly fix: string;
}

const OFFER_WORDS: Readonly<Record<NonNullable<Negotiation['rangeSource']>, OfferWords>> = {
  document: { offers: 'its document offers', fix: 'fix the document' },
  headers: { offers: 'its headers offer', fix: 'fix the headers' },
  list: { offers: 'the list of versions offers', fix: 'fix the list' },
  version: { offers: 'the version above it offers', fix: 'fix the document of that version' },
};

export function offerWords({ rangeSource = 'document' }: Negotiation): OfferWords {
  return OFFER_WORDS[rangeSource];
}
