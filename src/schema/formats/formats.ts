import type { AddedFormat, Format as AjvFormat } from 'ajv/dist/types';

import type { FormatDefinition } from '../../model/project/project';
import { wrongPattern } from '../../wording/wrong-pattern';
import { compilePattern, readPattern } from '../patterns/pattern-reading';
import { isBase64, isBase64Url, isCidr, isLaxBase64 } from './encoded-formats';
import { NUMBER_FORMATS, type NumberFormat } from './number-formats';
import { isClockTime, isDate, isDateTime, isLaxDateTime, isLocalDateTime, isTime } from './date-time';
import { isDuration } from './duration';
import { isEmail, isIdnEmail } from './email';
import { isHostname, isIdnHostname } from './hostname';
import { isHttpDate, isMediaRange, STRUCTURED_FIELDS } from './http-formats';
import { isIri, isIriReference, isUri, isUriReference } from './identifier';
import { isUriTemplate } from './uri-template';

/** Whether formats are asserted, or only annotations, which is the default of JSON Schema. */
export type FormatMode = (typeof FORMAT_MODES)[number];

export const FORMAT_MODES = ['asserted', 'annotated'] as const;

/** How a format is checked: `true` where it is known but not checked. */
export type Format = AddedFormat | NumberFormat;

/** The formats that a schema may use. */
export interface Formats {
  readonly names: () => readonly string[];
  /** Undefined for an unknown format. */
  readonly find: (name: string) => Format | undefined;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Formats of OpenAPI that say how a text is shown or sent, not what it contains. */
const UNCHECKED: readonly string[] = ['password', 'binary', 'commonmark', 'html'];

const VARIANTS: ReadonlyMap<string, AddedFormat> = new Map<string, AddedFormat>([
  ['base64: lax', isLaxBase64],
  ['date-time: iso8601', isLaxDateTime],
  ['date-time: rfc3339', isDateTime],
  ['uuid: lax', isLaxUuid],
  ['uuid: rfc4122', UUID],
]);

/**
 * Formats that ajv-formats does not have, or checks less exactly than their RFCs: those of JSON Schema and of the OpenAPI Format Registry.
 * `base64` and `cidr` are in no standard, but services use these names.
 */
const OWN: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['date-time', isDateTime],
  ['date', isDate],
  ['time', isTime],
  ['date-time-local', isLocalDateTime],
  ['time-local', isClockTime],
  ['http-date', isHttpDate],
  ['duration', isDuration],
  ['email', isEmail],
  ['idn-email', isIdnEmail],
  ['hostname', isHostname],
  ['idn-hostname', isIdnHostname],
  ['uri', isUri],
  ['uri-reference', isUriReference],
  ['iri', isIri],
  ['iri-reference', isIriReference],
  ['uri-template', isUriTemplate],
  ['uuid', UUID],
  ['char', isCharacter],
  ['media-range', isMediaRange],
  ['base64', isBase64],
  ['byte', isBase64],
  ['base64url', isBase64Url],
  ['cidr', isCidr],
  ...STRUCTURED_FIELDS,
  ...NUMBER_FORMATS,
]);

/** What is wrong with the definition of a format in a manifest; undefined where nothing is wrong. */
export function formatProblem(
  name: string,
  definition: FormatDefinition,
  unicodePatterns: boolean,
): string | undefined {
  if (definition === 'off' || (typeof definition === 'string' && VARIANTS.has(`${name}: ${definition}`)))
    return undefined;
  if (typeof definition !== 'string') {
    const reading = readPattern(definition.pattern, unicodePatterns);
    return reading.kind === 'malformed'
      ? `the pattern of the format "${name}" ${wrongPattern(reading.mistake)}`
      : undefined;
  }
  const known = [...VARIANTS.keys()]
    .filter((variant) => variant.startsWith(`${name}: `))
    .map((variant) => variant.split(': ')[1]);
  return `the format "${name}" has no variant "${definition}": use ${[...known, 'off'].join(', ')}, or a pattern`;
}

/** The same formats, known but not checked. */
export function annotatedFormats(formats: Formats): Formats {
  return { ...formats, find: (name) => (formats.find(name) === undefined ? undefined : true) };
}

/** The formats of JSON Schema and OpenAPI, with the changes and additions of a manifest. */
export function createFormats(
  definitions: Readonly<Record<string, FormatDefinition>>,
  unicodePatterns: boolean,
): Formats {
  return {
    names: () => [
      ...new Set([
        ...Object.keys(definitions),
        ...OWN.keys(),
        ...UNCHECKED,
        ...Object.keys(standardFormats()),
      ]),
    ],
    find: (name) => {
      const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
      if (typeof definition === 'object') return compilePattern(definition.pattern, unicodePatterns);
      if (definition !== undefined) return VARIANTS.get(`${name}: ${definition}`) ?? true;
      if (UNCHECKED.includes(name)) return true;
      if (name === 'regex') return (text: string) => readPattern(text, unicodePatterns).kind === 'regular';
      return OWN.get(name) ?? standardFormat(name);
    },
  };
}

/** Whether a text is of a standard format, whatever the manifest says about it. True for formats that are not checked. */
export function isOfStandardFormat(name: string, text: string): boolean {
  const format = name === 'regex' ? isUnicodePattern : (OWN.get(name) ?? standardFormat(name));
  const check = typeof format === 'object' && 'ofNumber' in format ? format.ofText : format;
  if (check instanceof RegExp) return check.test(text);
  return typeof check !== 'function' || Reflect.apply(check, undefined, [text]);
}

function isUnicodePattern(text: string): boolean {
  return readPattern(text, true).kind === 'regular';
}

function standardFormat(name: string): AddedFormat | undefined {
  const found = Object.hasOwn(standardFormats(), name) ? standardFormats()[name] : undefined;
  return typeof found === 'string' ? undefined : found;
}

function standardFormats(): Readonly<Record<string, AjvFormat>> {
  const { fullFormats }: typeof import('ajv-formats/dist/formats') = require('ajv-formats/dist/formats');
  return fullFormats;
}

/** One character as people count them, which may consist of several of Unicode. */
function isCharacter(text: string): boolean {
  const [first] = new Intl.Segmenter().segment(text);
  return first?.segment === text;
}

/** A UUID in any case, with or without hyphens, braces and `urn:uuid:`, as OpenStack's own check accepts it. */
function isLaxUuid(text: string): boolean {
  return /^[\da-f]{32}$/i.test(text.replaceAll(/urn:|uuid:|[{}-]/gi, ''));
}
