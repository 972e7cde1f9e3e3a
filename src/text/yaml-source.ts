import type { Document, Node, Pair } from 'yaml';

import { pointerTokens } from '../model/json-pointer';
import type { Place } from '../model/place';
import type { Source } from '../model/source';
import type { Span, TextProblem } from '../model/text-problem';
import { createSource, explicitSpan } from './text-source';
import { messageOf } from '../model/thrown';
import { exactScalars, withExactScalars, withoutSameAgain } from './yaml-exact';
import { describeYamlErrors } from './yaml-error';

/** A parsed YAML text; `value` is undefined when the text is not YAML. */
export interface YamlReading {
  readonly value: unknown;
  /** The value with an ExactNumber for each number that no double is the value of; absent where there is no such number. */
  readonly exact?: unknown;
  readonly source: Source;
  readonly problems: readonly TextProblem[];
}

/**
 * Reads one YAML 1.2 document (core schema: `2.10` unquoted is the number 2.1, `no` is a string). With `allowsSameAgain`, an object may
 * repeat a property with the same value.
 */
export function readYaml(
  name: string,
  text: string,
  { allowsSameAgain = false }: { readonly allowsSameAgain?: boolean } = {},
): YamlReading {
  const yaml = loadYaml();
  const document = yaml.parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    keepSourceTokens: false,
    // The default level would print warnings to the terminal, past every reporter.
    logLevel: 'error',
  });
  const source = createSource(name, text, (places) => places.map((place) => spanIn(document, place)));
  const exact = exactScalars(yaml, document, text);
  const wrong = allowsSameAgain
    ? withExactScalars(exact, () => withoutSameAgain(yaml, document, text))
    : document.errors;
  const errors = describeYamlErrors(wrong, text);
  const problems = errors.length > 0 ? errors : findCollectionKeys(document);
  if (problems.length > 0) return { value: undefined, source, problems };
  try {
    const read = (): unknown => document.toJS({ maxAliasCount: 100 });
    const value = read();
    return {
      value,
      ...(exact.size === 0 ? {} : { exact: withExactScalars(exact, read) }),
      source,
      problems: [],
    };
  } catch (error) {
    // An undefined alias, or so many aliases that they are an attack.
    return {
      value: undefined,
      source,
      problems: describeYamlErrors([{ code: 'ALIAS', message: messageOf(error), pos: [0, 0] }], text),
    };
  }
}

/** Property names that are arrays or objects. JSON does not allow them, and the usual cause is missing quotes: `{{ name }}: x`. */
function findCollectionKeys(document: Document.Parsed): readonly TextProblem[] {
  const { visit, isAlias, isNode, isCollection, isSeq } = loadYaml();
  const problems: TextProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const meant = isAlias(key) ? key.resolve(document) : key;
      if (!isCollection(meant) || !isNode(key)) return;
      const message = `expected a property name, got ${isSeq(meant) ? 'an array' : 'an object'}: put it in quotes`;
      problems.push({ kind: 'malformed', message, span: rangeOf(key) ?? [0, 0] });
    },
  });
  return problems;
}

/** Writes a value as YAML, without folding long strings. */
export function stringifyYaml(value: unknown): string {
  return loadYaml().stringify(value, { lineWidth: 0 });
}

/** Loads the package only when there is YAML to read: a run with a JSON manifest may have none. */
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
  // A property without a value: its name is the nearest token.
  return isNode(pair?.key) ? rangeOf(pair.key) : undefined;
}

/** A block collection has no bracket and starts at its first item, so the name of the property that holds it points to it better. */
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
