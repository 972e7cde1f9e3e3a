import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { nearest } from '../../model/nearest';
import { readPattern } from '../patterns/pattern-reading';
import type { CopyContext } from './copy-context';
import { isOfOpenApi } from '../dialects/dialect';
import { placeInSchema, type SubschemaPosition } from './schema-node';

/** Reports a pattern that cannot be read, or is not written as it should be. False if it cannot be read. */
export function isPattern(
  pattern: string,
  pointer: JsonPointer,
  token: 'value' | 'key',
  { file }: SubschemaPosition,
  { unicodePatterns, report }: CopyContext,
): boolean {
  const reading = readPattern(pattern, unicodePatterns);
  if (reading.kind === 'regular') return true;
  const place = placeInSchema(file, pointer, token);
  if (reading.kind === 'malformed') {
    report({ kind: 'malformed-pattern', pattern, mistake: reading.mistake, place });
    return false;
  }
  const { escapes, plain } = reading;
  report({ kind: 'needless-escapes', pattern, escapes, plain, place });
  return true;
}

/** Whether a format is checked; reports an unknown one. */
export function isCheckedFormat(
  format: string,
  { file, pointer, dialect }: SubschemaPosition,
  { formats, report }: CopyContext,
): boolean {
  const found = formats.find(format);
  if (found === undefined) {
    const like = nearest(format, formats.names());
    const place = placeInSchema(file, childPointer(pointer, 'format'), 'value');
    const isOpen = isOfOpenApi(dialect) ? ({ isOpen: true } as const) : {};
    report({
      kind: 'unknown-format',
      format,
      ...isOpen,
      ...(like === undefined ? {} : { nearest: like }),
      place,
    });
  }
  return found !== undefined && found !== true;
}
