const IN_TEXT: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\r', '&#xD;'],
]);

const IN_ATTRIBUTE: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['"', '&quot;'],
  ['\t', '&#x9;'],
  ['\n', '&#xA;'],
  ['\r', '&#xD;'],
]);

/** Printable text as the content of an XML element. Characters that XML does not allow must have been replaced. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => IN_TEXT.get(character) ?? '');
}

/** Attributes as they follow the name of an element: ` name="value"`. Those that are undefined are omitted. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attributeText(String(value))}"`]))
    .join('');
}

function attributeText(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => IN_ATTRIBUTE.get(character) ?? '');
}
