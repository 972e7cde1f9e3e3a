/** A text to search for: a secret, or what becomes of it when a server encodes it. */
export interface SecretForm {
  readonly text: string;
  /** `word`: letters only, so that our own wording may contain it by chance. */
  readonly kind: 'word' | 'plain' | 'base64';
}

/** Shorter secrets are not searched for: a single character occurs in every text by chance. */
const SHORTEST = 2;

/** From this length on, encoded forms are searched for too, in UTF-16 code units. Those of shorter secrets occur by chance. */
const SHORTEST_ENCODED = 8;

/** The longest word that our messages may contain by chance. */
const LONGEST_WORD = 15;

/** The forms of a secret after percent-escapes and JSON escapes are decoded; none for a secret that is too short. */
export function formsOf(secret: string): readonly SecretForm[] {
  return unique([...plainFormsOf(secret), ...encodedFormsOf(secret)]);
}

/** Those that are not encoded. */
export function plainFormsOf(secret: string): readonly SecretForm[] {
  if (secret.length < SHORTEST) return [];
  // How form fields write a space (`application/x-www-form-urlencoded`).
  const ofForm = secret.replaceAll(' ', '+');
  // Headers are read as Latin-1, but some servers write them in UTF-8.
  const inHeader = Buffer.from(secret).toString('latin1');
  // Many writers of base64 leave out its padding, and a message about broken JSON quotes only what is before it.
  const unpadded = secret.replace(/={1,2}$/, '');
  return [...new Set([secret, ofForm, inHeader, unpadded])]
    .filter((text) => text.length >= SHORTEST)
    .map((text) => ({ text, kind: kindOf(text) }));
}

function kindOf(secret: string): SecretForm['kind'] {
  return secret.length <= LONGEST_WORD && /^[A-Za-z]+$/.test(secret) ? 'word' : 'plain';
}

function encodedFormsOf(secret: string): readonly SecretForm[] {
  if (secret.length < SHORTEST_ENCODED) return [];
  const reversed = Array.from(secret).toReversed().join('');
  return [
    // A host name is read in lower case.
    { text: secret.toLowerCase(), kind: kindOf(secret) },
    { text: secret.toUpperCase(), kind: kindOf(secret) },
    { text: reversed, kind: 'plain' },
    ...base64Of(secret).map((text): SecretForm => ({ text, kind: 'base64' })),
  ];
}

/**
 * The characters of base64 and base64url that depend only on the secret, wherever it starts within a longer text: after 0, 1 or 2 bytes
 * of a group of three. Source: RFC 4648 §4 and §5.
 */
function base64Of(secret: string): readonly string[] {
  const encodings = [Buffer.from(secret), Buffer.from(secret, 'latin1')].flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    }),
  );
  return encodings.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}

function unique(forms: readonly SecretForm[]): readonly SecretForm[] {
  return [...new Map(forms.toReversed().map((form) => [form.text, form])).values()].toReversed();
}
