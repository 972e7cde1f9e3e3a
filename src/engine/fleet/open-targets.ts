import { secureContextOf } from '../../live/wire/secure-context';
import type { FleetTarget } from '../../model/findings/fleet';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { Source } from '../../model/documents/source';
import { UsageError, type UsageDetail } from '../../model/usage-error';
import { loadTargets, type TargetEntry } from '../../project/load-targets';
import { readTextFile, type TextFile } from '../../project/disk/read-text-file';
import { describeWrongFile } from '../open/describe-wrong-file';
import { hideSecrets, hideUnknown } from './hide-secrets';
import { readTarget, type TargetMistake, type TargetReading, type TargetSurroundings } from './read-target';

const WORDING = {
  empty: 'the targets file is empty: it needs `targets:`, an array of services, each with a `url:`',
  microversions: new Set(['newest']),
  secrets: new Set(['headers']),
};

/** Opens a targets file. Throws a UsageError that lists every mistake in it and shows none of its secrets. */
export function openTargets(
  cwd: string,
  path: string,
  env: TargetSurroundings['env'],
): readonly FleetTarget[] {
  const reading = loadTargets(cwd, path);
  const { folder, problems, violations } = reading;
  const source = { ...reading.source, text: hideSecrets(hideUnknown(reading.source, violations)) };
  const around = { folder, env, readFile: createFileReader(), checkTls: createTlsCheck() };
  const read = reading.entries.map((entry) => ({ entry, ...readTarget(entry, around) }));
  const mistakes = [...read.flatMap((one) => one.mistakes), ...duplicates(read, source)];
  const isWrong = problems.length + violations.length + mistakes.length > 0;
  if (isWrong) throw wrong(source, { problems, violations, mistakes });
  const ranges = source.locate(
    read.map(({ entry }) => ({ file: source.name, pointer: urlPlace(entry), token: 'value' })),
  );
  return read.flatMap(({ target }, index) => {
    const { start, end } = ranges[index] ?? {};
    if (target === undefined) return [];
    return start === undefined || end === undefined
      ? target
      : { ...target, place: { file: source.name, start, end } };
  });
}

function wrong(source: Source, what: Omit<Parameters<typeof describeWrongFile>[0], 'source'>): UsageError {
  const details: readonly UsageDetail[] = describeWrongFile({ ...what, source }, WORDING);
  return new UsageError('the targets file is wrong, so nothing was checked', details, source, 'targets');
}

/** Reads each file once and shares its text: most targets of a fleet use the same certificate authorities. */
function createFileReader(): (path: string) => TextFile {
  const files = new Map<string, TextFile>();
  return (path) => {
    const file = files.get(path) ?? readTextFile(path, DEFAULT_LIMITS.fileSize);
    files.set(path, file);
    return file;
  };
}

/** Checks each set of PEM texts once: most targets of a fleet use the same. */
function createTlsCheck(): TargetSurroundings['checkTls'] {
  const known = new Map<string, unknown>();
  return (texts) => {
    const key = JSON.stringify(texts);
    if (!known.has(key))
      known.set(
        key,
        errorOf(() => secureContextOf(texts)),
      );
    const error = known.get(key);
    if (error !== undefined) throw error;
  };
}

function errorOf(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

interface Read extends TargetReading {
  readonly entry: TargetEntry;
}

/** Names and URLs must be unique: reports identify targets by name, and findings by URL. */
function duplicates(read: readonly Read[], source: Source): readonly TargetMistake[] {
  const [names, urls] = [new Map<string, TargetEntry>(), new Map<string, TargetEntry>()];
  const repeats = read.flatMap(({ entry, url }) => {
    const name = entry.name ?? url;
    const sameUrl = url === undefined ? undefined : firstWith(urls, url, entry);
    const sameName = name === undefined ? undefined : firstWith(names, name, entry);
    const isNamed = (entry.name ?? sameName?.name) !== undefined;
    return [
      ...(sameUrl === undefined
        ? []
        : [{ what: 'URL', value: url, pointer: urlPlace(entry), first: urlPlace(sameUrl), cure: 'delete' }]),
      ...(sameName === undefined || !isNamed
        ? []
        : [
            {
              what: 'name',
              value: name,
              pointer: namePlace(entry),
              first: namePlace(sameName),
              cure: 'rename',
            },
          ]),
    ];
  });
  // All at once: each call walks the whole text.
  const ranges = source.locate(
    repeats.map(({ first }) => ({ file: source.name, pointer: first, token: 'value' })),
  );
  return repeats.map(({ what, value, pointer, cure }, index) => ({
    pointer,
    message: `\`${value}\` is also the ${what} of the target in line ${ranges[index]?.start.line}: ${cure} one of them`,
  }));
}

function urlPlace({ pointer }: TargetEntry): JsonPointer {
  return childPointer(pointer, 'url');
}

/** Without a name, the URL is the name. */
function namePlace(entry: TargetEntry): JsonPointer {
  return entry.name === undefined ? urlPlace(entry) : childPointer(entry.pointer, 'name');
}

/** The earlier entry with this value. If there is none, this entry becomes the first. */
function firstWith(
  entries: Map<string, TargetEntry>,
  value: string,
  entry: TargetEntry,
): TargetEntry | undefined {
  const first = entries.get(value);
  if (first === undefined) entries.set(value, entry);
  return first;
}
