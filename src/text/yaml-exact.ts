import type { Document, Pair, Scalar } from 'yaml';

import { ExactNumber, readNumber } from '../model/exact-number';
import { isSameJson } from '../model/same-json';
import { startOfRepeat, type YamlError } from './yaml-error';

type Yaml = typeof import('yaml');

/** A number that may lose precision: 15 digits or more, an exponent, or many digits of another base. */
const LONG_NUMBER = /[\d.]{15}|[\d.][eE]|0[xo][\da-fA-F]{11}/;

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
  return /^[-+]?\.?\d/.test(source) && !source.includes('_') && !source.includes(':') ? source : '0';
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

/** The errors without those about a property that is repeated with the same value. */
export function withoutSameAgain(yaml: Yaml, document: Document.Parsed, text: string): readonly YamlError[] {
  const { errors } = document;
  const offsets = new Set(errors.filter(isRepeat).map((error) => startOfRepeat(error, text)));
  if (offsets.size === 0) return errors;
  const same = new Set<number>();
  yaml.visit(document, {
    Map: (_, { items }) => {
      for (const [index, pair] of items.entries()) {
        const offset = startOf(yaml, pair);
        if (offset === undefined || !offsets.has(offset)) continue;
        const before = items.slice(0, index).findLast((other) => keyOf(yaml, other) === keyOf(yaml, pair));
        if (
          before !== undefined &&
          isSameJson(valueOf(yaml, before, document), valueOf(yaml, pair, document))
        )
          same.add(offset);
      }
    },
  });
  return errors.filter((error) => !isRepeat(error) || !same.has(startOfRepeat(error, text)));
}

function isRepeat({ code }: YamlError): boolean {
  return code === 'DUPLICATE_KEY';
}

function startOf({ isNode }: Yaml, { key }: Pair): number | undefined {
  return isNode(key) ? key.range?.[0] : undefined;
}

function keyOf({ isScalar }: Yaml, { key }: Pair): unknown {
  return isScalar(key) ? key.value : key;
}

function valueOf({ isNode }: Yaml, { value }: Pair, document: Document.Parsed): unknown {
  return isNode(value) ? value.toJS(document) : null;
}
