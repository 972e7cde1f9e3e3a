import { percentDecoded } from '../model/percent-decoded';
import { isSwagger } from './is-swagger';
import { textIn, type DocumentReader, type ObjectSpot } from './spot';

/** How a parameter or header writes an array or an object as text. */
export interface TextStyle {
  /** The name of the parameter. */
  readonly name: string;
  readonly style: string;
  /** What is between items in one value; absent where there is no such form. */
  readonly separator?: string | undefined;
  /** What is between items that are sent by themselves; absent where there is no such form. */
  readonly between?: string | undefined;
  /** Whether each item is sent by itself, with its name if it has one. */
  readonly isExploded: boolean;
  /** What comes before the value in a path: `.`, or `;id=`. */
  readonly prefix: string;
  /** Whether the text is that of a header, in which spaces around items mean nothing (RFC 9110, 5.6.1), and `%` is a character. */
  readonly isHeader: boolean;
}

/** The separators of each style, without and with `explode` (OpenAPI 3.2, 4.12.7). A style that has no value of one is undefined. */
const SEPARATORS: Readonly<Record<string, readonly [separator?: string | undefined, between?: string]>> = {
  simple: [',', ','],
  label: [',', '.'],
  matrix: [',', ';'],
  form: [',', '&'],
  cookie: [',', '; '],
  spaceDelimited: [' '],
  pipeDelimited: ['|'],
  deepObject: [undefined, '&'],
};

/** The separators of the values of `collectionFormat` in Swagger 2.0. */
const COLLECTION_FORMATS: Readonly<Record<string, string>> = {
  csv: ',',
  ssv: ' ',
  tsv: '\t',
  pipes: '|',
  multi: '&',
};

export function styleOf(parameter: ObjectSpot, { root }: DocumentReader): TextStyle {
  const name = textIn(parameter, 'name') ?? '';
  // A header of a response has no `in`.
  const location = textIn(parameter, 'in') ?? 'header';
  const isHeader = location === 'header';
  if (isSwagger(root)) {
    const format = textIn(parameter, 'collectionFormat') ?? 'csv';
    const separator = Object.hasOwn(COLLECTION_FORMATS, format) ? COLLECTION_FORMATS[format] : undefined;
    const isExploded = format === 'multi';
    return { name, style: 'form', separator, between: '&', isExploded, prefix: '', isHeader };
  }
  const style = textIn(parameter, 'style') ?? (location === 'path' || isHeader ? 'simple' : 'form');
  const [separator, between] = Object.hasOwn(SEPARATORS, style) ? (SEPARATORS[style] ?? []) : [];
  const explode = parameter.value['explode'];
  const isForm = style === 'form' || style === 'cookie';
  return {
    name,
    style,
    separator,
    // A cookie never has the `&` of this style, and what it has instead is left open.
    between: style === 'form' && location === 'cookie' ? undefined : between,
    isExploded: explode === true || (explode === undefined && isForm),
    prefix: style === 'label' ? '.' : style === 'matrix' ? `;${name}=` : '',
    isHeader,
  };
}

/** The text of a value without what its style writes before it. */
export function withoutPrefix(text: string, { prefix }: TextStyle): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The items of an array as it is sent; undefined where the text could be read in several ways. `hasPeriods`: whether an item may contain one. */
export function itemsInText(
  text: string,
  style: TextStyle,
  hasPeriods: boolean,
): readonly string[] | undefined {
  const named = namedItems(text, style);
  if (named !== undefined) return decoded(named, style);
  const value = withoutName(withoutPrefix(text, style), style);
  if (value === '' || style.style === 'deepObject') return undefined;
  if (style.style === 'label') return decoded(labelItems(value, hasPeriods), style);
  if (style.isExploded && style.style !== 'simple')
    // An exploded text is one item, or several in another style.
    return style.separator === undefined || /[,| ]/.test(value) ? undefined : decoded([value], style);
  return decoded(separated(value, style), style);
}

/** Items that are all sent with the name of the parameter: `id=3&id=4`. */
function namedItems(text: string, { name, style, between, isExploded, prefix }: TextStyle) {
  if (!isExploded || between === undefined || style === 'simple' || style === 'label') return undefined;
  const pieces = text.slice(/^[?&]/.test(text) || prefix !== '' ? 1 : 0).split(between);
  const start = `${name}=`;
  return pieces.every((piece) => piece.startsWith(start))
    ? pieces.map((piece) => piece.slice(start.length))
    : undefined;
}

/** Before OpenAPI 3.1, the items of a label are separated by periods, exploded or not (3.0.3, 4.7.12.3). */
function labelItems(text: string, hasPeriods: boolean): readonly string[] | undefined {
  if (text.includes(',')) return text.split(',');
  return text.includes('.') && hasPeriods ? undefined : text.split('.');
}

/** The properties of an object as it is sent, with their names; undefined where the text could be read in several ways. */
export function propertiesInText(
  text: string,
  style: TextStyle,
): readonly (readonly [name: string, value: string])[] | undefined {
  const parts =
    style.isExploded || style.style === 'deepObject' ? namedParts(text, style) : pairs(text, style);
  const all = decoded(parts, style);
  if (all === undefined || all.length % 2 === 1) return undefined;
  const names = all.filter((_, index) => index % 2 === 0);
  // A name that is repeated, or empty, is no property.
  if (new Set(names).size < names.length || names.includes('')) return undefined;
  return names.map((name, index) => [name, all[index * 2 + 1] ?? '']);
}

/** The names and values in `R=100&G=200` or `color[R]=100&color[G]=200`. */
function namedParts(
  text: string,
  { name, style, between, prefix }: TextStyle,
): readonly string[] | undefined {
  if (between === undefined || (prefix !== '' && text[0] !== prefix[0])) return undefined;
  const pieces = text.slice(/^[?&]/.test(text) || prefix !== '' ? 1 : 0).split(between);
  const parts = pieces.map((piece) => {
    const [key = '', value, ...more] = piece.split('=');
    if (value === undefined || more.length > 0) return undefined;
    if (style !== 'deepObject') return [key, value];
    const [, property] = /^\[([^[\]]+)\]$/.exec(brackets(key).slice(name.length)) ?? [];
    return property === undefined || !key.startsWith(name) ? undefined : [property, value];
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function brackets(key: string): string {
  return key.replaceAll(/%5B/gi, '[').replaceAll(/%5D/gi, ']');
}

/** The names and values in `R,100,G,200`. */
function pairs(text: string, style: TextStyle): readonly string[] | undefined {
  const value = withoutName(withoutPrefix(text, style), style);
  return value === '' ? undefined : separated(value, style);
}

/** A text without the name that all styles of queries and cookies write before it. */
function withoutName(text: string, { name, style }: TextStyle): string {
  const [before = ''] = /^[?&]?[^=]*=/.exec(text) ?? [];
  const isNamed =
    !['simple', 'label', 'matrix'].includes(style) && before.replace(/^[?&]/, '') === `${name}=`;
  return isNamed ? text.slice(before.length) : text;
}

function separated(text: string, { separator }: TextStyle): readonly string[] | undefined {
  if (separator === undefined) return undefined;
  const encoded = separator === ' ' ? /%20/g : /%7C/gi;
  return (separator === ',' ? text : text.replaceAll(encoded, separator)).split(separator);
}

/** The parts of a text without the encoding of URLs; undefined where one has characters that mean something else in a URL. */
function decoded(
  parts: readonly string[] | undefined,
  { isHeader }: TextStyle,
): readonly string[] | undefined {
  const isOpen = (part: string) =>
    /[&=;]/.test(part) || (part.includes('%') && (isHeader || percentDecoded(part) === part));
  if (parts === undefined || parts.some(isOpen)) return undefined;
  return parts.map((part) => (isHeader ? part.trim() : percentDecoded(part)));
}
