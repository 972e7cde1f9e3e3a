/** A part of a template: literal text, or a group of the match by number or name; 0 is the whole match. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly group: number | string };

/** The value of a fact in a match, with the span of offsets that a finding points at; or why there is none. */
export type FactValue =
  | { readonly value: string; readonly span: readonly [start: number, end: number] }
  | { readonly problem: string };

/** How the value of a fact is made from a match: the value of a template such as `$1.$2`. */
export interface FactTemplate {
  /** Why no match can have a value: the template names a group that the pattern does not have. */
  readonly problem?: string;
  readonly valueOf: (match: RegExpExecArray) => FactValue;
}

/**
 * Reads a template as `String.replace` would: `$1` and `$<name>` are groups, `$&` is the match and `$$` a dollar sign. Without a template, the
 * value is the first group, or the whole match if the pattern has no groups.
 */
export function readFactTemplate(template: string | undefined, pattern: RegExp): FactTemplate {
  const groups = groupsOf(pattern);
  const parts = partsOf(template ?? (groups.count === 0 ? '$&' : '$1'), groups);
  const problem = template === undefined ? undefined : problemOf(template, parts, groups);
  return { ...(problem === undefined ? {} : { problem }), valueOf: (match) => valueOf(parts, match) };
}

function problemOf(template: string, parts: readonly Part[], groups: Groups): string | undefined {
  const used = parts.flatMap((part) => (part.kind === 'group' ? [part.group] : []));
  const unknown = used.find((group) => !hasGroup(groups, group));
  if (unknown !== undefined)
    return `\`${template}\` uses the group ${nameOf(unknown)}, which \`match\` does not have`;
  if (used.length > 0) return undefined;
  const [name = ''] = groups.names;
  return `\`${template}\` uses no group of \`match\`, so every match has the same value: write ${nameOf(name === '' ? 1 : name)} for a group`;
}

/** `$12` is the group 12 if there is one, else the group 1 before a 2. */
function partsOf(template: string, { count }: Groups): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of template.matchAll(/\$(?:(\d{1,2})|<([^>]*)>|[$&])/g)) {
    const [written, digits = '0', name] = found;
    const isTooLong = digits.length > 1 && Number(digits) > count;
    parts.push({ kind: 'text', text: template.slice(end, found.index) });
    end = found.index + written.length - (isTooLong ? 1 : 0);
    if (written === '$$') parts.push({ kind: 'text', text: '$' });
    else parts.push({ kind: 'group', group: name ?? Number(isTooLong ? digits[0] : digits) });
  }
  parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

interface Groups {
  readonly count: number;
  readonly names: readonly string[];
}

/** With an empty alternative, a pattern matches the empty text, and the match has a place for each of its groups. */
function groupsOf({ source, flags }: RegExp): Groups {
  const match = new RegExp(`${source}|`, flags.replace('g', '')).exec('');
  return { count: (match?.length ?? 1) - 1, names: Object.keys(match?.groups ?? {}) };
}

function hasGroup({ count, names }: Groups, group: number | string): boolean {
  return typeof group === 'string' ? names.includes(group) : group <= count;
}

function valueOf(parts: readonly Part[], match: RegExpExecArray): FactValue {
  let span = match.indices?.[0];
  let value = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      value += part.text;
      continue;
    }
    const { group } = part;
    const [text, indices] =
      typeof group === 'string'
        ? [match.groups?.[group], match.indices?.groups?.[group]]
        : [match[group], match.indices?.[group]];
    if (text === undefined || indices === undefined)
      return { problem: `the group ${nameOf(group)} takes no part in the match ${JSON.stringify(match[0])}` };
    value += text;
    span = indices;
  }
  return { value, span: span ?? [match.index, match.index + match[0].length] };
}

function nameOf(group: number | string): string {
  return typeof group === 'string' ? `\`$<${group}>\`` : `\`$${group}\``;
}
