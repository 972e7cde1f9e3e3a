/** What a contract must have for a rule that compares its ranges. */
export const SEVERAL_RANGES = {
  isMet: ({ versions }: { readonly versions: readonly unknown[] }) => versions.length > 1,
  otherwise: 'no contract with several ranges',
};
