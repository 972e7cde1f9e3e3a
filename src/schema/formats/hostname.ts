const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** No name that RFC 5891 allows is longer, in any form of Unicode; mapping a far longer text would overflow the stack. */
const MOST_CODE_UNITS = 1024;

const SEPARATORS = /[.。．｡]/g;
const SEPARATOR_AT_END = /[.。．｡]$/;

/** Whether a character other than an ASCII letter is ignorable or unstable, so that no name contains it. Source: RFC 5892, 2.2 and 2.3. */
function isMapped(character: string): boolean {
  return (
    // Characters that are not shown, except the joiners, whose context decides.
    /(?![\u200C\u200D])[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u.test(character) ||
    (/[^\p{ASCII}]/u.test(character) &&
      character.normalize('NFKC').toLowerCase().normalize('NFKC') !== character)
  );
}

/** A host name of RFC 1123, without a dot at the end. A name with `xn--` labels must be the ASCII form of an internationalized name. */
export function isHostname(text: string): boolean {
  return (
    text.length <= 253 &&
    text.split('.').every((label) => LABEL.test(label)) &&
    (!/(?:^|\.)xn--/i.test(text) || isInternationalized(text))
  );
}

/** A host name, or an internationalized name of RFC 5890 in Unicode. */
export function isIdnHostname(text: string): boolean {
  return isHostname(text) || isInternationalized(text);
}

/** Whether each label is allowed by IDNA 2008. Its tables are large, so they are only loaded for names that need them. */
function isInternationalized(text: string): boolean {
  if (text.length > MOST_CODE_UNITS || SEPARATOR_AT_END.test(text)) return false;
  // The tables also map characters, as browsers do with what is typed: "Ａ" to "a", and invisible ones to nothing. A name has the result.
  if (Array.from(text.replaceAll(SEPARATORS, '')).some(isMapped)) return false;
  const names: typeof import('idn-hostname') = require('idn-hostname');
  try {
    return names.isIdnHostname(text);
  } catch (error) {
    // It throws a SyntaxError that says which label is wrong. Anything else is not about the name.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
