import type { EmbeddedExample } from '../model/open-api';
import { literalExample } from './examples';
import { entriesIn, spotBehind, spotIn, type DocumentReader, type Spot } from './spot';

/**
 * The examples of an operation in `x-ms-examples` (Azure), inline or in files: each has `parameters` by name, and `responses` by status with
 * their `body`. `steps` lead from one of them to the value.
 */
export function extensionExamples(
  operation: Spot,
  steps: readonly string[],
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  return entriesIn(operation, ['x-ms-examples'], reader).flatMap(([, spot]) => {
    const example = spotBehind(spot, reader, 'example');
    const value = example === undefined ? undefined : spotIn(example, ...steps);
    return value === undefined ? [] : literalExample(value, reader);
  });
}
