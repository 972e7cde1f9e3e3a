/** Loads `undici` when the first request is sent: most runs send none, and loading it takes longer than all else at start-up. */
export function loadUndici(): typeof import('undici') {
  return require('undici');
}
