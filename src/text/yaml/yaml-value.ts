import type { Alias, Document, Node, Pair } from 'yaml';

import type { Span, TextProblem } from '../../model/documents/text-problem';
import { UNREAD } from '../../model/json/unread';
import { isLikePath } from './unquoted-text';
import { isMerge, loadYaml, mergeSources, propertyName, type AliasTargets } from './yaml-nodes';

/**
 * The most values that a document may have after its aliases are expanded, unless the text itself has more. Nine aliases of nine aliases of nine …
 * are an attack.
 */
const MOST_EXPANDED = 200_000;

/** The most properties that merge keys look at, most of which may be overridden. */
const MOST_MERGED = 10_000_000;

/**
 * The value of a YAML document, with aliases and merge keys resolved; or the problems that prevent it. `unread` are the nodes that JSON has no form
 * for.
 */
export function yamlValue(
  document: Document.Parsed,
  targets: AliasTargets,
  unread: ReadonlySet<unknown> = new Set(),
): { readonly value: unknown; readonly problems: readonly TextProblem[] } {
  const { isAlias, isMap, isNode, isScalar, isSeq } = loadYaml();
  const problems: TextProblem[] = [];
  /** Aliases share the value of their anchor. A node that is open is being read. */
  const made = new Map<Node, unknown>();
  const open = new Set<Node>();
  /** How many values each array and object contains, itself included. */
  const sizes = new WeakMap<object, number>();
  let [size, written, merged] = [0, 0, 0];
  const value = valueOf(document.contents);
  return problems.length > 0 ? { value: undefined, problems } : { value, problems };

  function valueOf(node: unknown): unknown {
    if (isAlias(node)) {
      const found = aliased(node);
      expand(node, found);
      return found;
    }
    size += 1;
    written += 1;
    if (isNode(node) && unread.has(node)) {
      made.set(node, UNREAD);
      return UNREAD;
    }
    if (isScalar(node)) {
      made.set(node, node.value);
      return node.value;
    }
    if (isMap(node)) return collection(node, () => objectOf(node.items));
    return isSeq(node) ? collection(node, () => node.items.map(valueOf)) : null;
  }

  function collection(node: Node, make: () => object): object {
    const before = size;
    open.add(node);
    const result = make();
    open.delete(node);
    made.set(node, result);
    sizes.set(result, size - before + 1);
    return result;
  }

  function aliased(alias: Alias): unknown {
    const target = targets.get(alias);
    const { source } = alias;
    if (target === undefined)
      report(
        alias,
        isLikePath(source)
          ? `\`*\` begins an alias in YAML: put \`*${source}\` in quotes`
          : `there is no anchor \`&${source}\` before this alias: add it, or fix the name`,
      );
    else if (open.has(target)) report(alias, 'an alias inside its own anchor never ends: remove it');
    return target === undefined ? undefined : made.get(target);
  }

  function expand(at: unknown, by: unknown): void {
    size += typeof by === 'object' && by !== null ? (sizes.get(by) ?? 1) : 1;
    if ((size > MOST_EXPANDED && size > 2 * written) || merged > MOST_MERGED)
      report(at, 'its aliases expand to too many values: use fewer aliases');
  }

  /** A property of the map itself wins over a merged one, and one that was merged first over a later one. */
  function objectOf(pairs: readonly Pair[]): object {
    const members = new Map<string, unknown>();
    let isWhole = true;
    for (const pair of pairs) {
      if (isMerge(pair)) isWhole = merge(pair, members) && isWhole;
      else members.set(propertyName(pair.key, targets), valueOf(pair.value));
    }
    return isWhole ? Object.fromEntries(members) : UNREAD;
  }

  /** False where nobody knows which properties a merged value has. */
  function merge(pair: Pair, members: Map<string, unknown>): boolean {
    if (isAlias(pair.value)) aliased(pair.value);
    for (const source of mergeSources(pair, targets)) {
      const inner = isAlias(source) ? aliased(source) : valueOf(source);
      if (inner === UNREAD) return false;
      if (problems.length > 0) break;
      if (!isMap(targets.get(source) ?? source)) {
        const message = 'the merge key `<<` needs an object or an alias of one: fix it, or quote `"<<"`';
        report(source ?? pair.key, message);
        break;
      }
      for (const [name, found] of Object.entries(Object(inner))) {
        merged += 1;
        if (members.has(name)) continue;
        members.set(name, found);
        expand(source, found);
      }
    }
    return true;
  }

  /** Only the first problem: one bomb has many aliases. */
  function report(node: unknown, message: string): void {
    if (problems.length === 0) problems.push({ kind: 'malformed', message, span: nodeSpan(node) ?? [0, 0] });
  }
}

/** The span of a node in the text. */
export function nodeSpan(node: unknown): Span | undefined {
  const range = loadYaml().isNode(node) ? node.range : undefined;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}
