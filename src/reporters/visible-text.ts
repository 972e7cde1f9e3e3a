/**
 * Characters that a terminal acts on, hides or cannot print: controls, direction marks, lone surrogates, noncharacters.
 * Not the two joiners, which only shape letters and emoji.
 */
const unprintable = () => /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** The text with every unprintable character spelt out, `<U+001B>`, so that it can neither control a terminal nor hide. */
export function visibleText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  // Not as `\u001b`: in a line of JSON, it would look like an escape of the author.
  return text.replace(unprintable(), (character) => `<U+${hex(character.codePointAt(0) ?? 0)}>`);
}

/** Nearly all of a report is ASCII, and finding the rest takes a small part of the time that looking for unprintable characters takes. */
const OTHER_THAN_ASCII = /[^\n -~]+/g;

/** JSON text from JSON.stringify, with unprintable characters in its strings escaped; the value is the same. */
export function visibleJson(json: string): string {
  return json.replace(OTHER_THAN_ASCII, (others) => others.replace(unprintable(), escaped));
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${hex(character.charCodeAt(index))}`,
  ).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
