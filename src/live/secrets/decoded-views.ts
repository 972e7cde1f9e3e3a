/** A text after some of its escapes are decoded. */
export interface View {
  readonly text: string;
  /** The offset in the original text of an offset in `text`. */
  readonly originOf: (offset: number) => number;
}

/** A character that an escape stands for, and the length of the escape. */
interface Decoded {
  readonly text: string;
  readonly length: number;
}

interface Escapes {
  /** A character that every text with such an escape contains. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly decode: (escape: string) => readonly Decoded[];
}

/** A service may embed one escaped text in another, such as a URL in a string of JSON. */
const DEPTH = 2;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const ESCAPES: readonly Escapes[] = [
  // JSON: RFC 8259 §7.
  {
    sign: '\\',
    pattern: /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g,
    decode: (escape) => {
      const letter = escape.charAt(1);
      const text =
        letter === 'u'
          ? String.fromCharCode(Number.parseInt(escape.slice(2), 16))
          : (SHORT_ESCAPES[letter] ?? letter);
      return [{ text, length: escape.length }];
    },
  },
  // URLs: RFC 3986 §2.1. A character of several bytes is several escapes, so whole runs are decoded.
  { sign: '%', pattern: /(?:%[0-9a-fA-F]{2})+/g, decode: decodePercent },
  // JSON Pointers: RFC 6901 §3.
  {
    sign: '~',
    pattern: /~[01]/g,
    decode: (escape) => [{ text: escape === '~0' ? '~' : '/', length: escape.length }],
  },
];

function decodePercent(run: string): readonly Decoded[] {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  const text = bytes.toString();
  return text.includes('\uFFFD')
    ? Array.from(bytes.toString('latin1'), (character) => ({ text: character, length: 3 }))
    : Array.from(text, (character) => ({ text: character, length: 3 * Buffer.byteLength(character) }));
}

/** The text itself, and the same with each kind of escape decoded, once and twice. A text without escapes has one view. */
export function viewsOf(text: string): readonly View[] {
  const views: View[] = [];
  let latest: readonly View[] = [{ text, originOf: (offset) => offset }];
  for (let depth = 0; depth <= DEPTH; depth += 1) {
    views.push(...latest);
    if (depth < DEPTH)
      latest = latest.flatMap((view) => ESCAPES.flatMap((escapes) => decoded(view, escapes) ?? []));
  }
  return views;
}

function decoded(view: View, { sign, pattern, decode }: Escapes): View | undefined {
  if (!view.text.includes(sign)) return undefined;
  const parts: string[] = [];
  // After each decoded character: its end in the decoded text, and in the view.
  const ends: number[] = [0];
  const origins: number[] = [0];
  let length = 0;
  let read = 0;
  for (const { 0: escape, index } of view.text.matchAll(pattern)) {
    const before = view.text.slice(read, index);
    parts.push(before);
    length += before.length;
    read = index;
    for (const character of decode(escape)) {
      parts.push(character.text);
      length += character.text.length;
      read += character.length;
      ends.push(length);
      origins.push(read);
    }
  }
  if (read === 0) return undefined;
  parts.push(view.text.slice(read));
  return {
    text: parts.join(''),
    originOf: (offset) => {
      const at = lastAtMost(ends, offset);
      return view.originOf((origins[at] ?? 0) + offset - (ends[at] ?? 0));
    },
  };
}

/** The index of the last number that is at most `limit`; the numbers ascend, and the first is 0. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
