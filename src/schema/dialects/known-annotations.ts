import { DIALECTS, isOfOpenApi } from './dialect';
import { keywordOf } from './keywords';

const JSON_SCHEMA = DIALECTS.filter((dialect) => !isOfOpenApi(dialect));

/** Whether a keyword means something for values in some version of JSON Schema, so that it cannot be a mere annotation. */
export function isMeaningful(name: string): boolean {
  return JSON_SCHEMA.some((dialect) => (keywordOf(name, dialect)?.shape ?? 'annotation') !== 'annotation');
}

/**
 * Returns a function that says whether an unknown keyword is an annotation: its name begins with `x-`, or one of these patterns matches it,
 * where `*` stands for any text.
 */
export function createIsAnnotation(patterns: readonly string[]): (name: string) => boolean {
  const compiled = patterns.map((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's');
  });
  return (name) => name.startsWith('x-') || (compiled.some((each) => each.test(name)) && !isMeaningful(name));
}
