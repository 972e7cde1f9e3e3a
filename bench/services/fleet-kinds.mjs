// How each service of the fleet bench behaves, and how it must be reported.

/** By kind: how many of a hundred services, the status that `check` must report, and the delay of responses in milliseconds. */
export const KINDS = {
  right: { share: 88, status: 'ok' },
  slow: { share: 3, status: 'ok', delay: 700 },
  stale: { share: 3, status: 'findings' },
  misspelt: { share: 1, status: 'findings' },
  html: { share: 1, status: 'findings' },
  'cut off': { share: 1, status: 'findings' },
  'not HTTP': { share: 1, status: 'unreachable' },
  hung: { share: 1, status: 'unreachable' },
  refused: { share: 1, status: 'unreachable' },
};

/** The kind of each service; the kinds are well mixed. */
export function kindOf(index) {
  const place = (index * 37) % 100;
  let upTo = 0;
  return Object.keys(KINDS).find((kind) => {
    upTo += KINDS[kind].share;
    return place < upTo;
  });
}
