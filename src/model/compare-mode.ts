/**
 * How a response is compared with the sample: everything equal; everything equal but for a newest microversion
 * that may be newer than the sample's; keys and types only.
 */
export const COMPARE_MODES = ['exact', 'at-least', 'shape'] as const;

export type CompareMode = (typeof COMPARE_MODES)[number];
