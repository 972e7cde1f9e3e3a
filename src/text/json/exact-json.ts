import { ExactNumber, readNumber } from '../../model/json/exact-number';
import { setMember } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';
import { tokenText, walkJson, type JsonStep } from './json-walk';

/** A JSON value read without rounding. */
export interface ExactReading {
  /** The value, with an ExactNumber for each number that is not a double. */
  readonly value: unknown;
  /** Whether the value has such a number. */
  readonly isInexact: boolean;
  /** The offsets of property names that are repeated, with the same value as before. */
  readonly sameAgain: ReadonlySet<number>;
}

/** An object or array that is being read. */
type Container = Record<string, unknown> | unknown[];

/** Reads a text that is known to be JSON. As with JSON.parse, the last of duplicate properties counts. */
export function readExactJson(text: string): ExactReading {
  const open: Container[] = [];
  const repeated: { readonly offset: number; readonly before: unknown; readonly value: unknown }[] = [];
  let root: unknown;
  let isInexact = false;

  const put = (path: readonly JsonStep[], value: unknown) => {
    const holder = open.at(-1);
    const step = path.at(-1);
    if (holder === undefined || step === undefined) root = value;
    else if (Array.isArray(holder)) holder.push(value);
    else {
      if (Object.hasOwn(holder, step.key))
        repeated.push({ offset: step.keyStart, before: holder[step.key], value });
      setMember(holder, step.key, value);
    }
  };

  walkJson(text, {
    onOpen: (path, start) => {
      const container: Container = text[start] === '{' ? {} : [];
      put(path, container);
      open.push(container);
    },
    onClose: () => open.pop(),
    onScalar: (path, start, end) => {
      const value = scalarOf(text[start] ?? '', tokenText(text, start, end));
      isInexact ||= value instanceof ExactNumber;
      put(path, value);
    },
  });
  const same = repeated.filter(({ before, value }) => isSameJson(before, value));
  return { value: root, isInexact, sameAgain: new Set(same.map(({ offset }) => offset)) };
}

function scalarOf(first: string, content: string): unknown {
  switch (first) {
    case '"':
      return content;
    case 't':
      return true;
    case 'f':
      return false;
    case 'n':
      return null;
    default:
      return readNumber(content);
  }
}
