import type { Finding } from '../model/findings/finding';

/** The other keywords and rules that report the token: `(schema: enum; also: id-form)`; empty without any. Two schemas may report it with one keyword. */
export function alsoText({ also, ruleId, keyword: own }: Finding): string {
  const keywords = also.flatMap(({ keyword }) => (keyword === undefined || keyword === own ? [] : keyword));
  const rules = also.flatMap((said) =>
    said.keyword === undefined && said.ruleId !== ruleId ? [said.ruleId] : [],
  );
  const parts = [list('schema', keywords), list('also', rules)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `(${parts.join('; ')})`;
}

function list(label: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${label}: ${[...new Set(names)].join(', ')}`;
}
