import type { Document, Scalar } from 'yaml';

import { ExactNumber, readNumber } from '../../model/json/exact-number';
import { loadYaml } from './yaml-nodes';

/** A number that may lose precision: 15 digits or more, an exponent, or many digits of another base. */
const LONG_NUMBER = /(?:^|[\s:[,{])[-+]?(?:[\d.]{15}|[\d.]+[eE][-+\d]|0[xo][\da-fA-F]{11})/;

/** The scalars with a number that JavaScript would round, with that number. Most texts have none, and then nothing is visited. */
export function exactScalars(document: Document.Parsed, text: string): ReadonlyMap<Scalar, ExactNumber> {
  const found = new Map<Scalar, ExactNumber>();
  if (!LONG_NUMBER.test(text)) return found;
  loadYaml().visit(document, {
    Scalar: (position, node) => {
      if (position === 'key' || typeof node.value !== 'number') return;
      const number = readNumber(decimalLiteral(node.source ?? ''));
      if (number instanceof ExactNumber) found.set(node, number);
    },
  });
  return found;
}

/** A number of the core schema as a decimal literal. `.inf`, `.nan` and other texts that are not JSON numbers become `0`. */
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
