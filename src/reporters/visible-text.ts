/**
 * What a terminal acts on, hides or cannot print: controls, direction marks, lone surrogates, noncharacters.
 * Not the two joiners, which shape letters and emoji and do nothing else.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** The text with every unprintable character spelt out, `<U+001B>`, so that it can neither steer a terminal nor hide. */
export function visibleText(text: string): string {
  // Not as `\u001b`: in a line of JSON that would look as if the author had escaped it.
  return text.replace(UNPRINTABLE, (character) => `<U+${hex(character.codePointAt(0) ?? 0)}>`);
}

/** JSON text, as JSON.stringify gives it, with what is unprintable in its strings escaped the way JSON does; its value is the same. */
export function visibleJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, index) => `\\u${hex(character.charCodeAt(index))}`).join(
          '',
        ),
  );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
