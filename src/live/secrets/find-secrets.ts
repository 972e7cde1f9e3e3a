import { viewsOf, type View } from './decoded-views';
import { formsOf, plainFormsOf, type SecretForm } from './secret-forms';

/** A part of a text that repeats a secret, in UTF-16 code units. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  /** Whether the secret is a word that our own wording may contain by chance. */
  readonly isWord: boolean;
  /** Whether the secret is so short that a URL may contain it by chance: `8774`. */
  readonly isShort: boolean;
}

/** Finds secrets in a text, in every form that a server may give them. Spans may overlap, in no particular order. */
export type FindSecrets = (text: string) => readonly SecretSpan[];

/** Shorter secrets are found as whole words only: `pw` occurs in many words by chance. */
const SHORTEST_PART = 4;

/** The shortest piece of a cut secret that is found, next to the `…`. */
const SHORTEST_PIECE = 3;

/** Longer secrets are not contained in a URL by chance. */
const LONGEST_SHORT = 7;

/** Longer texts are bodies, which are not cut. */
const LONGEST_CUT = 20_000;

/** Finds these secrets in every form, and those that a service published without encodings. */
export function createFindSecrets(secrets: readonly string[], published: readonly string[]): FindSecrets {
  const forms = [...new Set(secrets)].flatMap(formsOf);
  const known = new Set(forms.map(({ text }) => text));
  forms.push(...published.flatMap(plainFormsOf).filter(({ text }) => !known.has(text)));
  if (forms.length === 0) return () => [];
  return (text) =>
    viewsOf(text).flatMap((view) => {
      const isCut = view.text.length <= LONGEST_CUT && view.text.includes('…');
      return forms.flatMap((form) => [...occurrences(view, form), ...(isCut ? pieces(view, form) : [])]);
    });
}

function occurrences(view: View, form: SecretForm): readonly SecretSpan[] {
  const found: SecretSpan[] = [];
  const isWhole = form.text.length < SHORTEST_PART;
  for (let at = view.text.indexOf(form.text); at !== -1; at = view.text.indexOf(form.text, at + 1)) {
    const end = at + form.text.length;
    if (isWhole && (isWordCharacter(view.text, at - 1) || isWordCharacter(view.text, end))) continue;
    found.push(spanIn(view, form, at, end));
  }
  return found;
}

/** The parts of a secret that are left where a text was cut: its start before `…`, its end after it, or its middle between two of them. */
function pieces(view: View, form: SecretForm): readonly SecretSpan[] {
  const { text } = view;
  const found: SecretSpan[] = [];
  let last = -1;
  for (let at = text.indexOf('…'); at !== -1; at = text.indexOf('…', at + 1)) {
    const most = Math.min(form.text.length - 1, at - last - 1);
    const before = longest(most, (length) => text.startsWith(form.text.slice(0, length), at - length));
    if (before > 0) found.push(spanIn(view, form, at - before, at));
    const room = Math.min(form.text.length - 1, text.length - at - 1);
    const after = longest(room, (length) => text.startsWith(form.text.slice(-length), at + 1));
    if (after > 0) found.push(spanIn(view, form, at + 1, at + 1 + after));
    if (last !== -1 && at - last > SHORTEST_PIECE && form.text.includes(text.slice(last + 1, at)))
      found.push(spanIn(view, form, last + 1, at));
    last = at;
  }
  return found;
}

function longest(most: number, fits: (length: number) => boolean): number {
  for (let length = most; length >= SHORTEST_PIECE; length -= 1) if (fits(length)) return length;
  return 0;
}

function spanIn(view: View, { kind, text: { length } }: SecretForm, from: number, to: number): SecretSpan {
  let [start, end] = [from, to];
  if (kind === 'base64') {
    // The characters around it depend on the secret in part.
    if (isBase64(view.text, start - 1)) start -= 1;
    if (isBase64(view.text, end)) end += 1;
    while (view.text.charAt(end) === '=') end += 1;
  }
  return {
    start: view.originOf(start),
    end: view.originOf(end),
    isWord: kind === 'word',
    isShort: length <= LONGEST_SHORT,
  };
}

function isWordCharacter(text: string, at: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(at));
}

function isBase64(text: string, at: number): boolean {
  return /[A-Za-z0-9+/_-]/.test(text.charAt(at));
}
