import { nearest } from '../../model/nearest';
import { shownCode } from '../shown-code';

/** What is wrong with a word where JSON allows only a number, `true`, `false` or `null`, and what to write instead. */
export function describeLiteral(word: string): string {
  return numberMistake(word) ?? wordMistake(word) ?? `${shownCode(word)} is not JSON: put it in quotes`;
}

const HEXADECIMAL = /^0[xX][\da-fA-F]+$/;

/** Undefined where the word does not look like a number. */
function numberMistake(word: string): string | undefined {
  const shown = shownCode(word);
  if (/^[+-]?(?:infinity|inf|nan)$/i.test(word)) return `${shown} is not JSON: write \`null\` or a string`;
  if (/^\+\d/.test(word)) return `${shown} has a plus sign, which JSON does not allow: remove it`;
  if (/^-?0\d/.test(word) && /^[\d.eE+-]+$/.test(word) && isNumber(withoutZeros(word)))
    return `${shown} has a leading zero, which JSON does not allow: write ${shownCode(withoutZeros(word))}, or put it in quotes`;
  if (/^[+-]?\.\d/.test(word) && isNumber(word.replace('.', '0.')))
    return `${shown} has no digit before its point: write ${shownCode(word.replace('.', '0.'))}`;
  if (/^-?\d+\.(?!\d)/.test(word) && isNumber(word.replace('.', '.0')))
    return `${shown} has no digit after its point: write ${shownCode(word.replace('.', '.0'))}`;
  if (/^-?[\d.]+[eE][+-]?$/.test(word)) return `${shown} has an exponent without digits: add them`;
  if (HEXADECIMAL.test(word) || /^0[bB][01]+$/.test(word) || /^0[oO][0-7]+$/.test(word)) {
    const base = HEXADECIMAL.test(word) ? 'hexadecimal' : /^0b/i.test(word) ? 'binary' : 'octal';
    const value = Number(word);
    const remedy = Number.isSafeInteger(value)
      ? `write \`${value}\`, or put it in quotes`
      : 'put it in quotes';
    return `${shown} is ${base}, which JSON does not allow: ${remedy}`;
  }
  if (/^-?\d[\d_]*_[\d_]*$/.test(word))
    return `${shown} has underscores, which JSON does not allow: write ${shownCode(word.replaceAll('_', ''))}`;
  if (/^-?\d+n$/.test(word)) return `${shown} is not a JSON number: write ${shownCode(word.slice(0, -1))}`;
  if (/^-+$/.test(word)) return `${shown} is not a JSON number: add its digits`;
  return /^[+-]?[\d.]*\d/.test(word) ? `${shown} is not a JSON number: put it in quotes` : undefined;
}

function withoutZeros(word: string): string {
  return word.replace(/^(-?)0+(?=\d)/, '$1');
}

function isNumber(word: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word);
}

const MEANT: ReadonlyMap<string, string> = new Map([
  ['true', 'write `true`'],
  ['false', 'write `false`'],
  ['null', 'write `null`'],
  ['none', 'write `null`'],
  ['nil', 'write `null`'],
  ['undefined', 'write `null`, or omit the property'],
]);

function wordMistake(word: string): string | undefined {
  const shown = shownCode(word);
  if (/^(?:\.{3}|…)/u.test(word)) return `${shown} is not JSON: write the omitted values, or remove it`;
  const meant = MEANT.get(word.toLowerCase());
  if (meant !== undefined) return `${shown} is not JSON: ${meant}`;
  const near = /^[a-z]+$/i.test(word) ? nearest(word, ['true', 'false', 'null']) : undefined;
  return near === undefined ? undefined : `${shown} is not JSON: did you mean \`${near}\`?`;
}
