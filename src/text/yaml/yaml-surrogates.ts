import type { Document } from 'yaml';

import type { TextProblem } from '../../model/documents/text-problem';
import { loneSurrogateIn } from '../lone-surrogate';
import { loadYaml, pointerTo, type AliasTargets } from './yaml-nodes';
import { nodeSpan } from './yaml-value';

/** An escape of half of a surrogate pair. Most texts have none, and then nothing is visited. */
const SUSPECT = /\\(?:u|U0000)[dD][89a-fA-F]/;

/** At most this many are reported. */
const MOST = 100;

/** The strings and property names that have half of a surrogate pair. `own` is the part of the text that is this document. */
export function findLoneSurrogates(
  document: Document.Parsed,
  text: string,
  own: string,
  targets: AliasTargets,
): readonly TextProblem[] {
  if (!SUSPECT.test(own)) return [];
  const { visit } = loadYaml();
  const problems: TextProblem[] = [];
  visit(document, {
    Scalar: (_, node, path) => {
      const span = nodeSpan(node);
      const escape =
        typeof node.value === 'string' && span !== undefined
          ? loneSurrogateIn(node.value, text.slice(...span))
          : undefined;
      if (escape === undefined || span === undefined) return undefined;
      problems.push({ kind: 'lone-surrogate', escape, pointer: pointerTo([...path, node], targets), span });
      return problems.length < MOST ? undefined : visit.BREAK;
    },
  });
  return problems;
}
