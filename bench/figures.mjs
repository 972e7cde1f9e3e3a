/** The value below which a share of the values lies, between neighbours if need be. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** The median of some figures. */
export const median = (values) => quantile(values, 0.5);

/** How far the middle half of some figures reaches. */
export const spread = (values) => quantile(values, 0.75) - quantile(values, 0.25);

/** Runs of one task divided by the runs of another in the same rounds. */
export const ratios = (runs, others) => runs.map(({ ms }, round) => ms / others[round].ms);

/** A ratio as it is printed. */
export const times = (ratio) => `${ratio.toFixed(ratio < 100 ? 2 : 0)} ×`;
