import type { Finding } from '../model/finding';

/** What else was said of the token: `(schema: enum; also: id-form)`; empty where nothing was. */
export function alsoText({ also, ruleId }: Finding): string {
  const keywords = also.flatMap(({ keyword }) => keyword ?? []);
  const rules = also.flatMap((said) =>
    said.keyword === undefined && said.ruleId !== ruleId ? [said.ruleId] : [],
  );
  const parts = [list('schema', keywords), list('also', rules)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `(${parts.join('; ')})`;
}

function list(label: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${label}: ${[...new Set(names)].join(', ')}`;
}
