const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** No name that RFC 5891 allows is longer, in any form of Unicode; mapping a far longer text would overflow the stack. */
const MOST_CODE_UNITS = 1024;

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
  if (text.length > MOST_CODE_UNITS || /[.。．｡]$/.test(text)) return false;
  const names: typeof import('idn-hostname') = require('idn-hostname');
  try {
    return names.isIdnHostname(text);
  } catch (error) {
    // It throws a SyntaxError that says which label is wrong. Anything else is not about the name.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
