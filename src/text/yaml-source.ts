import type { Document, Node, Pair } from 'yaml';

import { pointerTokens } from '../model/json-pointer';
import type { Place } from '../model/place';
import type { Source } from '../model/source';
import type { Span, TextProblem } from '../model/text-problem';
import { createSource, explicitSpan } from './text-source';
import { messageOf } from '../model/thrown';
import { describeYamlErrors } from './yaml-error';

/** A YAML text as read; `value` is undefined when the text is not YAML. */
export interface YamlReading {
  readonly value: unknown;
  readonly source: Source;
  readonly problems: readonly TextProblem[];
}

/** Reads one YAML 1.2 document (core schema: `2.10` unquoted is the number 2.1, `no` is a string). */
export function readYaml(name: string, text: string): YamlReading {
  const yaml = loadYaml();
  const document = yaml.parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    keepSourceTokens: false,
    // Else what is worth a warning is printed past every reporter.
    logLevel: 'error',
  });
  const source = createSource(name, text, (places) => places.map((place) => spanIn(document, place)));
  const errors = describeYamlErrors(document.errors, text);
  const problems = errors.length > 0 ? errors : keysThatAreNoText(document);
  if (problems.length > 0) return { value: undefined, source, problems };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value, source, problems: [] };
  } catch (error) {
    // An alias that is not defined, or so many that they are an attack.
    return {
      value: undefined,
      source,
      problems: describeYamlErrors([{ code: 'ALIAS', message: messageOf(error), pos: [0, 0] }], text),
    };
  }
}

/** JSON has no such keys, and whoever wrote one most likely forgot quotes: `{{ name }}: x`. */
function keysThatAreNoText(document: Document.Parsed): readonly TextProblem[] {
  const { visit, isAlias, isNode, isCollection, isSeq } = loadYaml();
  const problems: TextProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const meant = isAlias(key) ? key.resolve(document) : key;
      if (!isCollection(meant) || !isNode(key)) return;
      const message = `${isSeq(meant) ? 'a list' : 'a map'} stands where a key belongs, and a key is a text: put it in quotes`;
      problems.push({ kind: 'malformed', message, span: rangeOf(key) ?? [0, 0] });
    },
  });
  return problems;
}

/** A value as YAML text, long strings unfolded. */
export function stringifyYaml(value: unknown): string {
  return loadYaml().stringify(value, { lineWidth: 0 });
}

/** The package is loaded when a YAML text is read: most runs read one, a JSON manifest none. */
function loadYaml(): typeof import('yaml') {
  return require('yaml') as typeof import('yaml');
}

function spanIn(document: Document.Parsed, place: Place): Span | undefined {
  if (!('token' in place)) return explicitSpan(place);
  const { isMap, isSeq, isScalar, isNode } = loadYaml();
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const token of pointerTokens(place.pointer)) {
    pair = undefined;
    if (isMap(node)) {
      pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === token);
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(token)];
    else return undefined;
  }
  if (place.token === 'key') return isNode(pair?.key) ? rangeOf(pair.key) : undefined;
  if (isNode(node)) return place.token === 'opening' ? openingOf(node, pair) : rangeOf(node);
  // A key without a value: the key is the nearest token there is.
  return isNode(pair?.key) ? rangeOf(pair.key) : undefined;
}

/** A block collection opens where its first key stands; its own key tells better where it is. */
function openingOf(node: Node, pair: Pair | undefined): Span | undefined {
  const { isNode, isCollection } = loadYaml();
  if (isCollection(node) && node.flow !== true && isNode(pair?.key)) return rangeOf(pair.key);
  const span = rangeOf(node);
  return span === undefined ? undefined : [span[0], Math.min(span[1], span[0] + 1)];
}

function rangeOf(node: Node): Span | undefined {
  const range = node.range;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}
