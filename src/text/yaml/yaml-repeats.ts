import type { Document, Pair } from 'yaml';

import { isSameJson } from '../../model/json/same-json';
import type { RepeatedProperty } from '../../model/project/schema-files';
import { isRepeat, startOfRepeat, type YamlError } from './yaml-error';
import { isSameKey, loadYaml } from './yaml-nodes';
import { nodeSpan } from './yaml-value';

/** The properties that are repeated, with the same value or with any, and the errors without those about them. */
export function findRepeats(
  document: Document.Parsed,
  text: string,
  allowed: 'same' | 'any',
): { readonly errors: readonly YamlError[]; readonly repeats: readonly RepeatedProperty[] } {
  const { errors } = document;
  const offsets = new Set(errors.filter(isRepeat).map((error) => startOfRepeat(error, text)));
  if (offsets.size === 0) return { errors, repeats: [] };
  const { isScalar, visit } = loadYaml();
  const repeats: RepeatedProperty[] = [];
  visit(document, {
    Map: (_, { items }) => {
      for (const [index, pair] of items.entries()) {
        const { key } = pair;
        const span = nodeSpan(key);
        if (span === undefined || !offsets.has(span[0])) continue;
        const before = items.slice(0, index).findLast((other) => isSameKey(other.key, key));
        const first = nodeSpan(before?.key);
        if (before === undefined || first === undefined) continue;
        const isSame = isSameJson(valueOf(before, document), valueOf(pair, document));
        if (isSame || allowed === 'any')
          repeats.push({ key: String(isScalar(key) ? key.value : key), span, first, isSame });
      }
    },
  });
  const known = new Set(repeats.map(({ span: [start] }) => start));
  return {
    errors: errors.filter((error) => !isRepeat(error) || !known.has(startOfRepeat(error, text))),
    repeats,
  };
}

function valueOf({ value }: Pair, document: Document.Parsed): unknown {
  return loadYaml().isNode(value) ? value.toJS(document) : null;
}
