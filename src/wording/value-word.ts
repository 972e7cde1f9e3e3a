import { jsonTypeOf } from '../model/json/json-value';
import { quote } from './quote';

/** A value as it is named in a sentence: `null`, `the number 7`, `the string "v2"`, `an array`, `an object`. */
export function valueWord(value: unknown): string {
  const type = jsonTypeOf(value);
  switch (type) {
    case 'null':
    case 'boolean':
      return quote(value);
    case 'number':
    case 'string':
      return `the ${type} ${quote(value)}`;
    case 'array':
      return 'an array';
    case 'object':
      return 'an object';
  }
}

/** The type of a value with its article: `a string`, `null`. */
export function typeWord(value: unknown): string {
  const type = jsonTypeOf(value);
  if (type === 'null') return type;
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
