import type { Document, Pair, Scalar } from 'yaml';

import { ExactNumber, readNumber } from '../../model/exact-number';
import { isSameJson } from '../../model/same-json';
import type { RepeatedProperty } from '../../model/schema-files';
import type { Span } from '../../model/text-problem';
import { startOfRepeat, type YamlError } from './yaml-error';

type Yaml = typeof import('yaml');

/** A number that may lose precision: 15 digits or more, an exponent, or many digits of another base. */
const LONG_NUMBER = /(?:^|[\s:[,{])[-+]?(?:[\d.]{15}|[\d.]+[eE][-+\d]|0[xo][\da-fA-F]{11})/;

/** The scalars whose number no double is the value of, with that number. None in most texts, where nothing is visited. */
export function exactScalars(
  yaml: Yaml,
  document: Document.Parsed,
  text: string,
): ReadonlyMap<Scalar, ExactNumber> {
  const found = new Map<Scalar, ExactNumber>();
  if (!LONG_NUMBER.test(text)) return found;
  yaml.visit(document, {
    Scalar: (position, node) => {
      if (position === 'key' || typeof node.value !== 'number') return;
      const number = readNumber(decimalLiteral(node.source ?? ''));
      if (number instanceof ExactNumber) found.set(node, number);
    },
  });
  return found;
}

/** A number of the core schema as a decimal literal. `.inf` and `.nan`, which are no such number, become `0`. */
function decimalLiteral(source: string): string {
  if (/^0[xo]/.test(source)) return String(BigInt(source));
  return /^[-+]?\.?\d/.test(source) && !source.includes('_') && !source.includes(':')
    ? source.replace(/^\+/, '')
    : '0';
}

/** Runs a task while these scalars have their exact numbers. */
export function withExactScalars<Result>(
  scalars: ReadonlyMap<Scalar, ExactNumber>,
  task: () => Result,
): Result {
  const rounded = Array.from(scalars.keys(), (scalar) => [scalar, scalar.value] as const);
  for (const [scalar, number] of scalars) scalar.value = number;
  try {
    return task();
  } finally {
    for (const [scalar, value] of rounded) scalar.value = value;
  }
}

/** The properties that are repeated with the same value, and the errors without those about them. */
export function findRepeats(
  yaml: Yaml,
  document: Document.Parsed,
  text: string,
): { readonly errors: readonly YamlError[]; readonly repeats: readonly RepeatedProperty[] } {
  const { errors } = document;
  const offsets = new Set(errors.filter(isRepeat).map((error) => startOfRepeat(error, text)));
  if (offsets.size === 0) return { errors, repeats: [] };
  const repeats: RepeatedProperty[] = [];
  yaml.visit(document, {
    Map: (_, { items }) => {
      for (const [index, pair] of items.entries()) {
        const span = spanOf(yaml, pair);
        if (span === undefined || !offsets.has(span[0])) continue;
        const before = items.slice(0, index).findLast((other) => keyOf(yaml, other) === keyOf(yaml, pair));
        const first = before === undefined ? undefined : spanOf(yaml, before);
        if (before === undefined || first === undefined) continue;
        if (isSameJson(valueOf(yaml, before, document), valueOf(yaml, pair, document)))
          repeats.push({ key: String(keyOf(yaml, pair)), span, first });
      }
    },
  });
  const same = new Set(repeats.map(({ span: [start] }) => start));
  return {
    errors: errors.filter((error) => !isRepeat(error) || !same.has(startOfRepeat(error, text))),
    repeats,
  };
}

function isRepeat({ code }: YamlError): boolean {
  return code === 'DUPLICATE_KEY';
}

function spanOf({ isNode }: Yaml, { key }: Pair): Span | undefined {
  const range = isNode(key) ? key.range : undefined;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}

function keyOf({ isScalar }: Yaml, { key }: Pair): unknown {
  return isScalar(key) ? key.value : key;
}

function valueOf({ isNode }: Yaml, { value }: Pair, document: Document.Parsed): unknown {
  return isNode(value) ? value.toJS(document) : null;
}
