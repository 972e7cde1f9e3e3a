import type { Source } from '../../model/documents/source';
import { UsageError } from '../../model/usage-error';
import type { ManifestMistake } from './manifest';

/** Throws a UsageError for mistakes of a manifest that show only with the files on disk. */
export function refuseMistakes(source: Source, mistakes: readonly ManifestMistake[]): void {
  if (mistakes.length === 0) return;
  throw new UsageError(
    'the manifest is wrong, so nothing was checked',
    mistakes.map(({ pointer, message, token = 'value' }) => ({
      place: { file: source.name, pointer, token },
      message,
    })),
    source,
  );
}
