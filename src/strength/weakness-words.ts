import { isJsonInteger, isJsonNumber } from '../model/json/exact-number';
import { jsonTypeOf } from '../model/json/json-value';
import type { Weakness } from '../model/findings/strength';
import type { MutationFault } from './mutation';
import { andList } from '../wording/list-words';
import { typeWord } from '../wording/value-word';

/** The kind of keyword that is missing. One change to the schema rejects all faults of one family at one place. */
export type Family = 'type' | 'required' | 'unknown' | 'content' | 'undescribed';

/** The faults that passed at one place. */
export interface Passed {
  readonly family: Family;
  readonly faults: readonly MutationFault[];
  /** The properties that the schema does not describe; `*` for the items of an array. */
  readonly undescribed: readonly string[];
  /** The value in the sample. */
  readonly value: unknown;
  /** Whether a schema for that place has a keyword. */
  readonly has: (keyword: string) => boolean;
  /** How many samples the schema has. */
  readonly samples: number;
  /** Whether several schemas declare properties of that object, so that `additionalProperties` cannot close it. */
  readonly isComposed: boolean;
}

/** A weakness in words: what the schema accepts, and which change would reject it. */
export function describeWeakness(passed: Passed): Pick<Weakness, 'accepts' | 'remedy'> {
  const { family, faults, undescribed, value, isComposed, samples } = passed;
  switch (family) {
    case 'type':
      return describeTypes(faults, value);
    case 'required': {
      const keys = [
        ...new Set(faults.flatMap((fault) => (fault.kind === 'missing-key' ? [`\`${fault.key}\``] : []))),
      ];
      const pronoun = keys.length === 1 ? 'it' : 'them';
      return {
        accepts: `does not require ${shortAnd(keys)}, which ${samples === 1 ? 'its only sample has' : `all ${samples} samples have`}`,
        remedy: `add ${pronoun} to \`required\`, or add a sample without ${pronoun}`,
      };
    }
    case 'unknown': {
      const keys = faults.flatMap((fault) => (fault.kind === 'unknown-key' ? [`\`${fault.key}\``] : []));
      return {
        accepts: `accepts unknown properties, such as ${shortAnd(keys.slice(0, 2))}`,
        remedy: `add \`${isComposed ? 'unevaluatedProperties' : 'additionalProperties'}: false\``,
      };
    }
    case 'content':
      return describeContent(passed);
    case 'undescribed':
      if (undescribed.length === 0)
        return {
          accepts: 'accepts everything',
          remedy: 'add `type`, and `properties` or `items`',
        };
      if (undescribed.includes('*'))
        return { accepts: 'does not describe its items, so they may be anything', remedy: 'add `items`' };
      return {
        accepts: `does not describe ${shortAnd(undescribed.map((key) => `\`${key}\``))}, so ${undescribed.length === 1 ? 'it' : 'they'} may be anything`,
        remedy: `describe ${undescribed.length === 1 ? 'it' : 'them'} in \`properties\``,
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
  const type = isJsonNumber(value) && isJsonInteger(value) ? 'integer' : jsonTypeOf(value);
  return {
    // Five wrong types are all of them: there are six, and one is right.
    accepts:
      words.size >= 5
        ? `accepts any type instead of ${typeWord(value)}`
        : `accepts ${shortAnd([...words])} instead of ${typeWord(value)}`,
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
  // If a wrong value passes the existing format, it is not checked or is the wrong format.
  const add = has('format') ? `replace its \`format\` with ${keyword}` : `add ${keyword}`;
  if (any !== undefined)
    return { accepts: `accepts any string, such as ${JSON.stringify(any.value)}`, remedy: add };
  const values = [...new Set(wrong.map(({ value }) => JSON.stringify(value)))];
  return {
    accepts: `accepts ${shortAnd(values)}${form === 'constant' ? '' : ` as ${form.name}`}`,
    remedy:
      keyword === '`pattern`' && has('pattern')
        ? 'tighten `pattern`: anchor both ends with `^` and `$`, and escape its dots'
        : add,
  };
}

const MOST = 4;

/** `a`, `a and b`, `a, b and c`, cut after four. */
function shortAnd(words: readonly string[]): string {
  return andList(words.length > MOST ? [...words.slice(0, MOST), `${words.length - MOST} more`] : words);
}
