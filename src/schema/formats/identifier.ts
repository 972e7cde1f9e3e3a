/** An authority with an IP address of a future version, such as `[v1.fe]`. */
const FUTURE_ADDRESS = /^((?:[^/?#:]+:)?\/\/(?:[^/?#@]*@)?)\[v[\da-f]+\.[\w.~!$&'()*+,;=:-]+\](?=[:/?#]|$)/i;

const CHARACTER = "[\\w.~!$&'()*+,;=:@/-]|%[\\da-f]{2}";

/** URLs as most of them are: loading and compiling the whole grammar takes longer than checking thousands of these. */
const COMMON_URL = new RegExp(
  `^[a-z][a-z\\d+.-]*://[\\w.~-]+(?::\\d+)?(?:/(?:${CHARACTER})*)?(?:\\?(?:${CHARACTER}|\\?)*)?(?:#(?:${CHARACTER}|\\?)*)?$`,
  'i',
);

/** A URI of RFC 3986. */
export function isUri(text: string): boolean {
  return COMMON_URL.test(text) || grammars().isUri(withKnownAddress(text));
}

/** A URI, or a reference relative to one. */
export function isUriReference(text: string): boolean {
  return COMMON_URL.test(text) || grammars().isUriReference(withKnownAddress(text));
}

/** An IRI of RFC 3987: a URI that may contain characters that are not ASCII. */
export function isIri(text: string): boolean {
  return COMMON_URL.test(text) || grammars().isIri(withKnownAddress(text));
}

/** An IRI, or a reference relative to one. */
export function isIriReference(text: string): boolean {
  return COMMON_URL.test(text) || grammars().isIriReference(withKnownAddress(text));
}

function grammars(): typeof import('@hyperjump/uri', { with: { 'resolution-mode': 'import' } }) {
  return require('@hyperjump/uri');
}

/** The library parses an address of a future version correctly, and then throws because it cannot interpret it. */
function withKnownAddress(text: string): string {
  return text.replace(FUTURE_ADDRESS, '$1[::1]');
}
