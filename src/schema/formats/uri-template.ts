/** `ucschar` and `iprivate` of RFC 3987: all characters that are not ASCII, except controls, noncharacters and specials. */
const NOT_ASCII = '[^\\p{ASCII}\\p{Cc}\\p{Cs}\\p{NChar}\\u{FFF0}-\\u{FFFD}\\u{E0000}-\\u{E0FFF}]';
const ENCODED = '%[\\dA-Fa-f]{2}';
// Erratum 6937 adds the apostrophe to the literals of the RFC.
const LITERAL = `(?:[!#$&'()*+,./\\d:;=?@A-Z[\\]_a-z~-]|${NOT_ASCII}|${ENCODED})`;
const CHARACTER = `(?:[A-Za-z\\d_]|${ENCODED})`;
const VARIABLE = `${CHARACTER}+(?:\\.${CHARACTER}+)*(?::[1-9]\\d{0,3}|\\*)?`;
const TEMPLATE = `^(?:${LITERAL}|\\{[+#./;?&=,!@|]?${VARIABLE}(?:,${VARIABLE})*\\})*$`;
let template: RegExp | undefined;

/** A URI template of RFC 6570. */
export function isUriTemplate(text: string): boolean {
  template ??= new RegExp(TEMPLATE, 'u');
  return template.test(text);
}
