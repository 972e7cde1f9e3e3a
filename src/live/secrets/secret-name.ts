/** Matches the names of headers and of URL query parameters whose values are likely to be secrets. */
const SECRET_NAME =
  /authorization$|^(set-)?cookie2?$|token$|passw|^pwd$|secret$|signature$|credential$|^(key|sig)$|(api|access|account|auth|session|subscription)[-_.]?key$/i;

/** Whether a header or query parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
