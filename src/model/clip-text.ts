/** The longest word in a message: a URL or a path is useless if it is cut too early. */
const LONGEST_WORD = 200;

/** The longest message. */
const LONGEST = 2000;

/** A text of at most `most` UTF-16 code units, cut at its end; no surrogate pair is cut in half. */
export function clipEnd(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A text of at most `most` UTF-16 code units, cut in its middle: the end of a path or a URL is the most specific part. */
export function clipMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.slice(text.length - Math.floor((most - 1) / 3)).replace(/^[\uDC00-\uDFFF]/, '');
  return clipEnd(text, most - end.length) + end;
}

/** A message with its longest words cut: input that it quotes must not hide what it says. */
export function clipMessage(message: string): string {
  if (message.length <= LONGEST_WORD) return message;
  const long = new RegExp(String.raw`\S{${LONGEST_WORD + 1},}`, 'g');
  return clipEnd(
    message.replace(long, (word) => clipMiddle(word, LONGEST_WORD)),
    LONGEST,
  );
}
