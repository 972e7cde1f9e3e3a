import type { Alias, Document, Node, Pair } from 'yaml';

import { childPointer, pointerTokens, type JsonPointer } from '../../model/json/json-pointer';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { Place, Position } from '../../model/documents/place';
import type { RepeatedProperty } from '../../model/project/schema-files';
import type { Source } from '../../model/documents/source';
import type { Span, TextProblem } from '../../model/documents/text-problem';
import { createLineIndex } from '../line-index';
import { createSource, explicitSpan, type FoundToken, type SpanFinder } from '../text-source';
import { messageOf } from '../../model/thrown';
import { describeYamlErrors, isRepeat } from './yaml-error';
import { exactScalars, withExactScalars } from './yaml-exact';
import { aliasTargets, findPair, isSameKey, loadYaml, type AliasTargets } from './yaml-nodes';
import { findYamlOnly, NOTHING_UNLIKE } from './yaml-only';
import { findRepeats } from './yaml-repeats';
import { findLoneSurrogates } from './yaml-surrogates';
import { nodeSpan, yamlValue } from './yaml-value';

/** A parsed YAML text; `value` is undefined when the text is not YAML. */
export interface YamlReading {
  readonly value: unknown;
  /** The value with an ExactNumber for each number that JavaScript would round; absent where there is no such number. */
  readonly exact?: unknown;
  /** Properties that occur twice in an object. Absent if no property does, or if each is reported as an error. */
  readonly repeats?: readonly RepeatedProperty[];
  readonly source: Source;
  /** Finds the tokens of the document by their offsets in the text. */
  readonly find: SpanFinder;
  readonly problems: readonly TextProblem[];
}

/** How YAML is read. */
export interface YamlOptions {
  /** Whether an object may repeat a property with the same value, or with any; then the last one counts. Default: no. */
  readonly repeats?: 'same' | 'any';
  readonly maxDepth?: number;
}

/** How the parser reads YAML 1.2. */
const PARSING = {
  prettyErrors: false,
  uniqueKeys: isSameKey,
  keepSourceTokens: false,
  // The default level would print warnings to the terminal, past every reporter.
  logLevel: 'error',
} as const;

/** Reads one YAML 1.2 document (core schema: `2.10` unquoted is the number 2.1, `no` is a string) with merge keys, as most readers have them. */
export function readYaml(name: string, text: string, options: YamlOptions = {}): YamlReading {
  return readParsed(name, text, loadYaml().parseDocument(text, PARSING), options);
}

/** Reads every document of a YAML stream. A document without a value is malformed: a sample is never empty on purpose. */
export function readYamlStream(
  name: string,
  text: string,
  options: YamlOptions = {},
): readonly YamlReading[] {
  const parsed = loadYaml().parseAllDocuments(text, PARSING);
  const documents = 'empty' in parsed ? [] : parsed;
  const isAlone = documents.length < 2;
  const positionAt = createLineIndex(text);
  const readings = documents.map((document, index) => {
    if (isEmpty(document)) return emptyReading(name, text, document.range[0], isAlone);
    const own = isAlone ? text : text.slice(documents[index - 1]?.range[2] ?? 0, document.range[2]);
    return readParsed(name, text, document, { ...options, own, positionAt });
  });
  return readings.length > 0 ? readings : [emptyReading(name, text, 0, true)];
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  const { isScalar } = loadYaml();
  return (
    errors.length === 0 && (!loadYaml().isNode(contents) || (isScalar(contents) && contents.source === ''))
  );
}

/** A text without tokens. */
const findNothing: SpanFinder = (places) => places.map(explicitSpan);

function emptyReading(name: string, text: string, offset: number, isAlone: boolean): YamlReading {
  const message = `the ${isAlone ? 'file' : 'document'} is empty: expected a value`;
  const problems: readonly TextProblem[] = [{ kind: 'malformed', message, span: [offset, offset] }];
  return { value: undefined, source: createSource(name, text, findNothing), find: findNothing, problems };
}

function readParsed(
  name: string,
  text: string,
  document: Document.Parsed,
  {
    repeats: allowed,
    maxDepth = DEFAULT_LIMITS.depth,
    own = text,
    positionAt,
  }: YamlOptions & {
    /** The text of this document, without the other ones of the stream. */
    readonly own?: string;
    readonly positionAt?: (offset: number) => Position;
  },
): YamlReading {
  let targets: AliasTargets = new Map();
  const find: SpanFinder = (places) => places.map((place) => tokenIn(document, text, place, targets));
  const source = createSource(name, text, find, positionAt);
  try {
    targets = aliasTargets(document);
    const isParsed = document.errors.every(isRepeat);
    const unlike = isParsed ? findYamlOnly(document, text, targets, own) : NOTHING_UNLIKE;
    const exact = exactScalars(document, own);
    const { errors, repeats } =
      allowed === undefined
        ? { errors: document.errors, repeats: [] }
        : withExactScalars(exact, () => findRepeats(document, text, allowed));
    if (errors.length > 0)
      return { value: undefined, source, find, problems: describeYamlErrors(errors, text) };
    const problems = [...unlike.problems, ...findCollectionKeys(document, targets)];
    if (problems.some(({ kind }) => kind !== 'not-json')) return { value: undefined, source, find, problems };
    const reading = yamlValue(document, targets, unlike.unread);
    const pointer = findDeeper(reading.value, maxDepth);
    if (pointer !== undefined) {
      const found = tokenIn(document, text, { file: name, pointer, token: 'opening' }, targets) ?? [0, 0];
      const span = 'span' in found ? found.span : found;
      return { value: undefined, source, find, problems: [{ kind: 'too-deep', limit: maxDepth, span }] };
    }
    const read = (): unknown => yamlValue(document, targets, unlike.unread).value;
    return {
      ...reading,
      problems: [...problems, ...reading.problems, ...findLoneSurrogates(document, text, own, targets)],
      ...(exact.size === 0 ? {} : { exact: withExactScalars(exact, read) }),
      ...(repeats.length === 0 ? {} : { repeats }),
      source,
      find,
    };
  } catch (error) {
    // The parser reads deeper nesting than the walks over its nodes.
    return {
      value: undefined,
      source,
      find,
      problems: describeYamlErrors([{ code: 'ALIAS', message: messageOf(error), pos: [0, 0] }], text),
    };
  }
}

/** Property names that are arrays or objects. JSON does not allow them, and the usual cause is missing quotes: `{{ name }}: x`. */
function findCollectionKeys(document: Document.Parsed, targets: AliasTargets): readonly TextProblem[] {
  const { visit, isCollection, isSeq } = loadYaml();
  const problems: TextProblem[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const meant = targets.get(key) ?? key;
      if (!isCollection(meant)) return;
      const message = `expected a property name, got ${isSeq(meant) ? 'an array' : 'an object'}: put it in quotes`;
      problems.push({ kind: 'malformed', message, span: nodeSpan(key) ?? [0, 0] });
    },
  });
  return problems;
}

/** The first array or object that nests deeper than allowed. Without recursion, and it ends where an alias makes a value contain itself. */
function findDeeper(value: unknown, maxDepth: number): JsonPointer | undefined {
  const open: { readonly value: unknown; readonly pointer: JsonPointer; readonly depth: number }[] = [
    { value, pointer: '', depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: container, pointer, depth } = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > maxDepth) return pointer;
    for (const [key, inner] of Object.entries(container).toReversed())
      if (typeof inner === 'object')
        open.push({ value: inner, pointer: childPointer(pointer, key), depth: depth + 1 });
  }
  return undefined;
}

/** Writes a value as YAML, without folding long strings. */
export function stringifyYaml(value: unknown): string {
  return loadYaml().stringify(value, { lineWidth: 0 });
}

/** A token behind an alias is found at the alias: a reader of the place that uses it sees nothing else there. */
function tokenIn(
  document: Document.Parsed,
  text: string,
  place: Place,
  targets: AliasTargets,
): Span | FoundToken | undefined {
  if (!('token' in place)) return explicitSpan(place);
  const { isAlias, isCollection, isMap, isSeq } = loadYaml();
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  let via: Alias | undefined;
  const follow = (): void => {
    if (!isAlias(node)) return;
    via ??= node;
    node = targets.get(node);
  };
  for (const token of pointerTokens(place.pointer)) {
    follow();
    pair = undefined;
    if (isMap(node)) {
      const found = findPair(node, token, targets);
      pair = found?.pair;
      via ??= found?.via;
      node = pair?.value;
    } else if (isSeq(node)) node = node.items[Number(token)];
    else return undefined;
  }
  const isAliasItself = via === undefined && isAlias(node);
  if (place.token !== 'key') follow();
  const span = spanOf(node, pair, place.token);
  if (via === undefined || span === undefined) return span;
  const behind = isAliasItself && isCollection(node) ? (anchorSpan(text, via.source, node) ?? span) : span;
  return { span: nodeSpan(via) ?? span, behind, anchor: via.source };
}

function spanOf(node: unknown, pair: Pair | undefined, token: 'value' | 'key' | 'opening'): Span | undefined {
  const { isNode } = loadYaml();
  if (token === 'key') return nodeSpan(pair?.key);
  if (isNode(node)) return token === 'opening' ? openingOf(node, pair) : nodeSpan(node);
  // A property without a value: its name is the nearest token.
  return nodeSpan(pair?.key);
}

/** The anchor in front of a node. */
function anchorSpan(text: string, name: string, node: unknown): Span | undefined {
  const start = text.lastIndexOf(`&${name}`, nodeSpan(node)?.[0] ?? 0);
  return start === -1 ? undefined : [start, start + name.length + 1];
}

/** A block collection has no bracket and starts at its first item, so the name of the property that holds it points to it better. */
function openingOf(node: Node, pair: Pair | undefined): Span | undefined {
  const { isNode, isCollection } = loadYaml();
  if (isCollection(node) && node.flow !== true && isNode(pair?.key)) return nodeSpan(pair.key);
  const span = nodeSpan(node);
  return span === undefined ? undefined : [span[0], Math.min(span[1], span[0] + 1)];
}
