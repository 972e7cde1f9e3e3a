import { isDate, isLaxDateTime } from '../schema/formats/date-time';
import type { Chance } from './chance';

/** A recognizable form of a string, such as a UUID or a date. */
export interface TextForm {
  /** With its article: `a version`. */
  readonly name: string;
  readonly matches: (text: string) => boolean;
  /** Strings that look like the text but do not have the form. */
  readonly nearMisses: (text: string, chance: Chance) => readonly string[];
  /** The keyword that would require the form. */
  readonly keyword: string;
}

/** Every form. The first match counts: an IP address of four numbers also looks like a version. */
const TEXT_FORMS: readonly TextForm[] = [
  {
    name: 'a UUID',
    matches: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
    nearMisses: (text, chance) => [replaceLetter(text, chance(8), 'g'), text.slice(0, -1), `${text}0`],
    keyword: '`format: uuid`',
  },
  {
    name: 'an IP address',
    matches: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text),
    nearMisses: (text) => [text.replace(/\d+$/, '256'), text.replace(/\.\d+$/, '')],
    keyword: '`format: ipv4`',
  },
  {
    name: 'an IP address',
    matches: (text) => text.includes(':') && URL.canParse(`http://[${text}]/`),
    nearMisses: (text) => [`${text}g`, text.replace(':', ':::')],
    keyword: '`format: ipv6`',
  },
  {
    name: 'a date',
    matches: isDate,
    nearMisses: (text) => [text.replace(/-\d\d-/, '-13-'), text.replace(/\d\d$/, '32')],
    keyword: '`format: date`',
  },
  {
    name: 'a date and time',
    matches: (text) => text.length > 10 && isLaxDateTime(text),
    nearMisses: (text) => [text.replace(/-\d\d-/, '-13-'), text.replace(/\d\d:/, '25:'), text.slice(0, 7)],
    keyword: '`format: date-time`, or `pattern`',
  },
  {
    name: 'a URL',
    matches: (text) => /^[a-z][a-z\d+.-]*:\/\/[^\s/]+/.test(text) && URL.canParse(text),
    // `example.com:80/` is a URL too, with the scheme `example.com`.
    nearMisses: (text) =>
      [
        text.replace(/^[^:]*:\/\//, ''),
        text.replace(/^([^:]*):\/\//, '$1//'),
        text.replace('://', ':// '),
      ].filter((wrong) => !URL.canParse(wrong)),
    keyword: '`format: uri`',
  },
  {
    name: 'a version',
    matches: (text) => /^v?\d+(\.\d+)+$/i.test(text),
    nearMisses: (text) => [text.replace('.', 'x'), `${text}.`, `x${text}`],
    keyword: '`pattern`',
  },
];

/** The form of a text; undefined if it has no known one. */
export function formOf(text: string): TextForm | undefined {
  return TEXT_FORMS.find(({ matches }) => matches(text));
}

/** Whether a text looks like a value of an enum: a single word in upper case. */
export function isConstant(text: string): boolean {
  return /^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(text) && text.length > 2;
}

function replaceLetter(text: string, index: number, letter: string): string {
  return `${text.slice(0, index)}${letter}${text.slice(index + 1)}`;
}
