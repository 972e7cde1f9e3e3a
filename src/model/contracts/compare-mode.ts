/**
 * How a response is compared with the sample. `exact`: every value must be equal. `at-least`: as `exact`, except that the newest
 * microversion may be newer than in the sample. `shape`: only properties and types are compared.
 */
export const COMPARE_MODES = ['exact', 'at-least', 'shape'] as const;

export type CompareMode = (typeof COMPARE_MODES)[number];
