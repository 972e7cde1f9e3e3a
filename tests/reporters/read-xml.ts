/** An element of an XML document: its attributes, its children, and all text below it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/;
const TOKEN =
  /<\/(?<close>[\w.-]+)\s*>|<(?<open>[\w.-]+)(?<attributes>(?:\s+[\w.-]+="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the XML 1.0 that a report may consist of: elements, attributes, text. Throws at all that is not well-formed. */
export function readXml(xml: string): XmlElement {
  const illegal = ILLEGAL.exec(xml);
  if (illegal !== null) throw new Error(`illegal character at ${illegal.index}`);
  const body = xml.replace(DECLARATION, '').trimEnd();
  if (body.length === xml.trimEnd().length) throw new Error('no declaration');
  const roots: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] =
    [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < body.length; at = TOKEN.lastIndex) {
    const groups = TOKEN.exec(body)?.groups;
    const parent = open.at(-1);
    if (groups === undefined) throw new Error(`not well-formed: ${body.slice(at, at + 40)}`);
    if (groups['text'] !== undefined) {
      if (parent === undefined) throw new Error('text outside the root');
      if (groups['text'].includes(']]>')) throw new Error(']]> in text');
      parent.text += readText(groups['text']);
    } else if (groups['open'] !== undefined) {
      const element = {
        name: groups['open'],
        attributes: readAttributes(groups['attributes'] ?? ''),
        children: [],
        text: '',
      };
      (parent?.children ?? roots).push(element);
      if (groups['empty'] === undefined) open.push(element);
    } else if (open.pop()?.name !== groups['close']) {
      throw new Error(`</${groups['close']}> closes nothing`);
    }
  }
  const [root, second] = roots;
  if (root === undefined || second !== undefined || open.length > 0)
    throw new Error('not exactly one closed root');
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w.-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`attribute ${name} twice`);
    attributes[name] = readText(value);
  }
  return attributes;
}

function readText(text: string): string {
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+);|(\w+);)?/g,
    (reference, hex: string | undefined, name: string | undefined) => {
      const character =
        hex === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number.parseInt(hex, 16));
      if (character === undefined) throw new Error(`bad reference ${reference}`);
      return character;
    },
  );
}
