import type { Document, Node } from 'yaml';

import type { TextProblem } from '../../model/documents/text-problem';
import { malformed } from '../malformed';
import { isLikePath, unquotedText } from './unquoted-text';
import { loadYaml } from './yaml-nodes';
import { nodeSpan } from './yaml-value';

/** A tag, an anchor like a path, a number that JSON does not have, or another version of YAML. Most texts have none, and then nothing is visited. */
const SUSPECT = /(?:^|[\s,:[{])(?:!|&\S*[./*?]|[-+]?\.(?:inf|nan)(?![\w.]))|^%YAML/im;

/** How YAML may write a number in base ten. */
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

const STANDARD = 'tag:yaml.org,2002:';

/** At most this many are reported: a file in another tool's dialect has a tag on every line. */
const MOST = 100;

/**
 * The values that YAML has and JSON does not: infinities, NaN, timestamps, and values with a tag of their own. Also gives `!!float 5`
 * the number that it means, which the parser reads as a string. `own` is the
 * part of the text that is this document.
 */
export function findYamlOnly(document: Document.Parsed, text: string, own = text): readonly TextProblem[] {
  if (!SUSPECT.test(own)) return [];
  const { visit } = loadYaml();
  const problems: TextProblem[] = [];
  visit(document, {
    Node: (_, node) => {
      const problem = problemOf(node, text);
      if (problem !== undefined) problems.push(problem);
      return problems.length < MOST ? undefined : visit.BREAK;
    },
  });
  return problems;
}

function problemOf(node: Node, text: string): TextProblem | undefined {
  const { isAlias, isScalar } = loadYaml();
  if (isAlias(node)) return undefined;
  const [start, end] = nodeSpan(node) ?? [0, 0];
  if (node.tag !== undefined && node.tag !== '!') {
    const { written, at } = tagBefore(text, start, node.tag);
    const unquoted = isScalar(node) && node.source === '' ? unquotedText(text, at) : undefined;
    if (unquoted !== undefined && isLikeText(written)) return malformed(unquoted.message, ...unquoted.span);
    const fits = TYPES[node.tag.replace(STANDARD, '')];
    if (!node.tag.startsWith(STANDARD) || fits === undefined)
      return malformed(`the tag \`${written}\` is not JSON: remove it`, at, at + written.length);
    if (isScalar(node) && node.tag === `${STANDARD}float` && DECIMAL.test(node.source ?? ''))
      node.value = Number(node.source);
    if (!fits(node))
      return malformed(
        `the tag \`${written}\` does not fit its value: fix the value, or remove the tag`,
        at,
        at + written.length,
      );
  }
  if (!isScalar(node)) return undefined;
  const source = node.source ?? '';
  if (source === '' && node.anchor !== undefined && isLikePath(node.anchor)) {
    const unquoted = unquotedText(text, text.lastIndexOf(`&${node.anchor}`, start));
    if (unquoted !== undefined) return malformed(unquoted.message, ...unquoted.span);
  }
  if (node.value instanceof Date)
    return malformed(`\`${source}\` is a timestamp, not a JSON value: put it in quotes`, start, end);
  // A number that is only too large for a double, such as 1e999, is a JSON value.
  return typeof node.value === 'number' && !Number.isFinite(node.value) && /\.(?:inf|nan)$/i.test(source)
    ? malformed(`\`${source}\` is not a JSON value: use a number, or put it in quotes`, start, end)
    : undefined;
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
