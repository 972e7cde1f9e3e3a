import type { Document, Node } from 'yaml';

import type { Span, TextProblem } from '../../model/documents/text-problem';
import { isLikePath, unquotedText } from './unquoted-text';
import { loadYaml, pointerTo, type AliasTargets } from './yaml-nodes';
import { nodeSpan } from './yaml-value';

/** A tag, an anchor like a path, a number that JSON does not have, or another version of YAML. Most texts have none, and then nothing is visited. */
const SUSPECT = /(?:^|[\s,:[{])(?:!|&\S*[./*?]|[-+]?\.(?:inf|nan)(?![\w.]))|^%YAML/im;

/** How YAML may write a number in base ten. */
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

const STANDARD = 'tag:yaml.org,2002:';

/** At most this many are reported: a file in another tool's dialect has a tag on every line. */
const MOST = 100;

/** What a text has that JSON does not have. */
export interface YamlOnly {
  readonly problems: readonly TextProblem[];
  /** The nodes that these problems, and others like them, are about. */
  readonly unread: ReadonlySet<unknown>;
}

export const NOTHING_UNLIKE: YamlOnly = { problems: [], unread: new Set() };

/**
 * The values that YAML has and JSON does not: infinities, NaN, timestamps, and values with a tag of their own. Where such a value is a property name, or
 * all of the document, nothing can be read. Also gives `!!float 5` the number that it means, which the parser reads as a string. `own` is the part of
 * the text that is this document.
 */
export function findYamlOnly(
  document: Document.Parsed,
  text: string,
  targets: AliasTargets,
  own = text,
): YamlOnly {
  if (!SUSPECT.test(own)) return NOTHING_UNLIKE;
  const { visit } = loadYaml();
  const problems: TextProblem[] = [];
  const unread = new Set<unknown>();
  visit(document, {
    Node: (position, node, path) => {
      const mistake = mistakeOf(node, text);
      if (mistake === undefined) return undefined;
      const isInside = path.length > 1 && position !== 'key';
      if (problems.length < MOST)
        problems.push(
          isInside
            ? { kind: 'not-json', ...mistake, pointer: pointerTo([...path, node], targets) }
            : { kind: 'malformed', ...mistake },
        );
      unread.add(node);
      return visit.SKIP;
    },
  });
  return { problems, unread };
}

/** A value that JSON does not have, in words, and where it is. */
interface Mistake {
  readonly message: string;
  readonly span: Span;
}

function mistakeOf(node: Node, text: string): Mistake | undefined {
  const { isAlias, isScalar } = loadYaml();
  if (isAlias(node)) return undefined;
  const [start, end] = nodeSpan(node) ?? [0, 0];
  if (node.tag !== undefined && node.tag !== '!') {
    const { written, at } = tagBefore(text, start, node.tag);
    const unquoted = isScalar(node) && node.source === '' ? unquotedText(text, at) : undefined;
    if (unquoted !== undefined && isLikeText(written)) return unquoted;
    const span = [at, at + written.length] as const;
    const name = node.tag.replace(STANDARD, '');
    const fits = TYPES[name];
    if (!node.tag.startsWith(STANDARD) || fits === undefined)
      return { message: `the tag \`${written}\` is not JSON: ${INSTEAD[name] ?? 'remove it'}`, span };
    if (isScalar(node) && node.tag === `${STANDARD}float` && DECIMAL.test(node.source ?? ''))
      node.value = Number(node.source);
    if (!fits(node))
      return { message: `the tag \`${written}\` does not fit its value: ${remedyFor(node)}`, span };
  }
  if (!isScalar(node)) return undefined;
  const source = node.source ?? '';
  if (source === '' && node.anchor !== undefined && isLikePath(node.anchor)) {
    const unquoted = unquotedText(text, text.lastIndexOf(`&${node.anchor}`, start));
    if (unquoted !== undefined) return unquoted;
  }
  const span = [start, end] as const;
  if (node.value instanceof Date)
    return { message: `\`${source}\` is a timestamp, not a JSON value: put it in quotes`, span };
  // A number that is only too large for a double, such as 1e999, is a JSON value.
  return typeof node.value === 'number' && !Number.isFinite(node.value) && /\.(?:inf|nan)$/i.test(source)
    ? { message: `\`${source}\` is not a JSON value: use a number, put it in quotes, or omit it`, span }
    : undefined;
}

/** What to write instead of a standard tag that JSON has no form for. Default: remove it. */
const INSTEAD: Readonly<Record<string, string | undefined>> = {
  set: 'write an array of its items',
  omap: 'write an object',
  pairs: 'write an array of arrays',
  binary: 'remove it, and the Base64 text is a string',
  timestamp: 'remove it, and the value is a string',
};

/** A number with underscores is one in YAML 1.1, and in JSON without them. */
function remedyFor(node: Node): string {
  const source = loadYaml().isScalar(node) ? (node.source ?? '') : '';
  const plain = source.replaceAll('_', '');
  return source !== plain && DECIMAL.test(plain)
    ? `write \`${plain.replace(/^\+/, '')}\``
    : 'fix the value, or remove the tag';
}

/** Whether a tag in front of nothing was meant as a text: `!draft`, but not `!!binary`. */
function isLikeText(tag: string): boolean {
  return /^!(?![!<])/.test(tag);
}

/** The tags of the values that JSON has, with the nodes that they fit. */
const TYPES: Readonly<Record<string, ((node: Node) => boolean) | undefined>> = {
  str: (node) => scalarType(node) === 'string',
  int: (node) => scalarType(node) === 'number',
  float: (node) => scalarType(node) === 'number',
  bool: (node) => scalarType(node) === 'boolean',
  null: (node) => loadYaml().isScalar(node) && node.value === null,
  map: (node) => loadYaml().isMap(node),
  seq: (node) => loadYaml().isSeq(node),
};

function scalarType(node: Node): string {
  return loadYaml().isScalar(node) ? typeof node.value : 'collection';
}

/** The tag in front of a value, as written; the parser gives only its long form. */
function tagBefore(
  text: string,
  start: number,
  tag: string,
): { readonly written: string; readonly at: number } {
  const from = Math.max(0, start - 500);
  const found = /!(?:<[^>\s]*>|[^\s,[\]{}]*)(?=(?:\s+&[^\s,[\]{}]+)?(?:\s|#.*\n)*$)/.exec(
    text.slice(from, start),
  );
  return found === null
    ? { written: tag.replace(STANDARD, '!!'), at: start }
    : { written: found[0], at: from + found.index };
}
