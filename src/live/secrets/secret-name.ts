/** Names of headers and of URL query parameters whose values are secrets, told by their spelling. */
const SECRET_NAME =
  /authorization$|^(set-)?cookie2?$|token$|passw|^pwd$|secret$|signature$|credential$|^(key|sig)$|(api|access|account|auth|session|subscription)[-_.]?key$/i;

/** Whether the value of a header or of a query parameter with this name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
