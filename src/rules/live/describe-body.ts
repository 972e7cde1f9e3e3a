import type { Document } from '../../model/documents/document';
import { quote } from '../../wording/quote';

/** A body that is not JSON, as the object of a sentence: `an HTML page with the title "Sign in"`. */
export function describeBody({ source: { text } }: Document): string {
  const start = text.trimStart();
  if (start === '') return 'an empty body';
  const isHtml = /^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start);
  const title = isHtml ? titleOf(start) : undefined;
  if (title !== undefined) return `an HTML page with the title ${quote(title)}`;
  const kind = isHtml ? 'an HTML page' : start.startsWith('<?xml') ? 'an XML document' : 'text';
  return `${kind} that begins with ${quote(firstLine(start))}`;
}

/** Searches only the beginning: a page may be megabytes long. */
function titleOf(html: string): string | undefined {
  const [, title = ''] = /<title\b[^>]{0,200}>([^<]{0,1000})/i.exec(html.slice(0, 10_000)) ?? [];
  const plain = title.replaceAll(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}

function firstLine(text: string): string {
  return (/^[^\r\n]{0,200}/.exec(text)?.[0] ?? '').trimEnd();
}
