import type { Blanks } from '../../live/secrets/create-blanks';
import type { Finding } from '../../model/findings/finding';
import type { Quotation } from '../../model/documents/quotation';

/** Which texts came from a service, and how secrets in them are blanked. */
export interface Blanking {
  readonly blanks: Blanks;
  /** Whether the text with this name came from a service, and not from a file. */
  readonly isReceived: (file: string) => boolean;
}

/** What is in a finding in words, and what of it comes from files. */
type Words = Pick<Finding, 'file' | 'message' | 'groupMessage' | 'clients' | 'curl' | 'related'> & {
  readonly quotes?: readonly Quotation[];
};

/** The findings with secrets blanked in their messages, except in parts that come from files. */
export function blankWords<Located extends Words>(
  findings: readonly Located[],
  blanking: Blanking,
): readonly Located[] {
  return findings.map((finding) => ({ ...finding, ...wordsOf(finding, blanking) }));
}

function wordsOf(finding: Words, { blanks, isReceived }: Blanking): Partial<Words> {
  if (!quotesService(finding, isReceived)) return {};
  const { message, groupMessage, clients, related, quotes = [] } = finding;
  const own = quotes.flatMap(({ file, text }) => (isReceived(file) ? [] : [text]));
  const blank = (text: string): string => blanks.message(text, own);
  return {
    message: blank(message),
    ...(groupMessage === undefined ? {} : { groupMessage: blank(groupMessage) }),
    ...(clients === undefined ? {} : { clients: blank(clients) }),
    related: related.map((place) => ({ ...place, message: blank(place.message) })),
  };
}

/** Whether a finding may quote what a service sent. One about files alone does not. */
export function quotesService(
  { curl, file, related }: Pick<Finding, 'curl' | 'file' | 'related'>,
  isReceived: Blanking['isReceived'],
): boolean {
  return curl !== undefined || [file, ...related.map((place) => place.file)].some(isReceived);
}
