import { jsonTypeOf } from '../model/json-value';
import type { Weakness } from '../model/strength';
import type { MutationFault } from './mutation';
import { typeWord } from '../wording/value-word';

/** The keyword that is missing: what is in one family at one place is refused by one change. */
export type Family = 'type' | 'required' | 'unknown' | 'content' | 'unsaid';

/** What passed at one place. */
export interface Passed {
  readonly family: Family;
  readonly faults: readonly MutationFault[];
  /** The keys of which the schema says nothing; `*` for the items of a list. */
  readonly unsaid: readonly string[];
  /** What the sample has there. */
  readonly value: unknown;
  /** Whether a schema of that place has a keyword. */
  readonly has: (keyword: string) => boolean;
  /** How many samples the schema has. */
  readonly samples: number;
  /** Whether several schemas name keys of that object, so that one alone cannot be closed. */
  readonly isComposed: boolean;
}

/** A weakness in words: what passes, and what would refuse it. */
export function describeWeakness(passed: Passed): Pick<Weakness, 'accepts' | 'remedy'> {
  const { family, faults, unsaid, value, isComposed, samples } = passed;
  switch (family) {
    case 'type':
      return describeTypes(faults, value);
    case 'required': {
      const keys = [
        ...new Set(faults.flatMap((fault) => (fault.kind === 'missing-key' ? [`\`${fault.key}\``] : []))),
      ];
      const pronoun = keys.length === 1 ? 'it' : 'them';
      return {
        accepts: `may lack ${shortAnd(keys)}, which ${samples === 1 ? 'its one sample' : `each of ${samples} samples`} has`,
        remedy: `add ${pronoun} to \`required\`, or add a sample without ${pronoun}`,
      };
    }
    case 'unknown': {
      const keys = faults.flatMap((fault) => (fault.kind === 'unknown-key' ? [`\`${fault.key}\``] : []));
      return {
        accepts: `accepts keys that it does not know, such as ${shortAnd(keys.slice(0, 2))}`,
        remedy: `add \`${isComposed ? 'unevaluatedProperties' : 'additionalProperties'}: false\``,
      };
    }
    case 'content':
      return describeContent(passed);
    case 'unsaid':
      if (unsaid.length === 0)
        return { accepts: 'accepts everything', remedy: 'add `type`, and what is in it' };
      if (unsaid.includes('*'))
        return { accepts: 'says nothing of its items, which may be anything', remedy: 'add `items`' };
      return {
        accepts: `says nothing of ${shortAnd(unsaid.map((key) => `\`${key}\``))}, which may be anything`,
        remedy: 'say in `properties` what may be there',
      };
  }
}

function describeTypes(
  faults: readonly MutationFault[],
  value: unknown,
): Pick<Weakness, 'accepts' | 'remedy'> {
  const words = new Set(
    faults.flatMap((fault) => (fault.kind === 'other-type' ? [typeWord(fault.value)] : [])),
  );
  const type = Number.isInteger(value) ? 'integer' : jsonTypeOf(value);
  return {
    // There are six types, of which one is right.
    accepts:
      words.size >= 5
        ? `accepts any type in place of ${typeWord(value)}`
        : `accepts ${shortAnd([...words])} in place of ${typeWord(value)}`,
    remedy: `add \`type: ${type}\``,
  };
}

function describeContent({ faults, has }: Passed): Pick<Weakness, 'accepts' | 'remedy'> {
  const wrong = faults.flatMap((fault) =>
    fault.kind === 'any-string' || fault.kind === 'misspelt' ? [fault] : [],
  );
  const any = wrong.find(({ kind }) => kind === 'any-string');
  const { form } = any ?? wrong[0] ?? { form: 'constant' };
  const keyword = form === 'constant' ? '`enum`' : form.keyword;
  // A format that lets a wrong word pass is not checked, or the wrong one.
  const add = has('format') ? `replace its \`format\` with ${keyword}` : `add ${keyword}`;
  if (any !== undefined)
    return { accepts: `accepts any string, such as ${JSON.stringify(any.value)}`, remedy: add };
  const values = [...new Set(wrong.map(({ value }) => JSON.stringify(value)))];
  return {
    accepts: `accepts ${shortAnd(values)}${form === 'constant' ? '' : ` for ${form.name}`}`,
    remedy:
      keyword === '`pattern`' && has('pattern')
        ? 'tighten `pattern`: anchor both ends with `^` and `$`, and escape its dots'
        : add,
  };
}

const MOST = 4;

/** `a`, `a and b`, `a, b and c`, cut after four. */
function shortAnd(words: readonly string[]): string {
  const shown = words.length > MOST ? [...words.slice(0, MOST), `${words.length - MOST} more`] : [...words];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
