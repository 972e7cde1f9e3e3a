import { secureContextOf } from '../../live/wire/secure-context';
import type { FleetTarget } from '../../model/fleet';
import { childPointer } from '../../model/json-pointer';
import { DEFAULT_LIMITS } from '../../model/limits';
import type { Source } from '../../model/source';
import type { Target } from '../../model/target';
import { UsageError, type UsageDetail } from '../../model/usage-error';
import { loadTargets, type TargetEntry } from '../../project/load-targets';
import { readTextFile, type TextFile } from '../../project/read-text-file';
import { describeWrongFile } from '../open/describe-wrong-file';
import { hideSecrets } from './hide-secrets';
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
  const source = { ...reading.source, text: hideSecrets(reading.source.text) };
  const { folder, problems, violations } = reading;
  const around = { folder, env, readFile: createFileReader(), checkTls: createTlsCheck() };
  const read = reading.entries.map((entry) => ({ entry, ...readTarget(entry, around) }));
  const mistakes = [...read.flatMap((one) => one.mistakes), ...duplicates(read, source)];
  const isWrong = problems.length + violations.length + mistakes.length > 0;
  if (isWrong) throw wrong(source, { problems, violations, mistakes });
  return read.flatMap(({ target }) => target ?? []);
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
  const lineOf = ({ pointer }: TargetEntry) =>
    source.locate([{ file: source.name, pointer: childPointer(pointer, 'url'), token: 'value' }])[0]?.start
      .line;
  interface Known {
    readonly entry: TargetEntry;
    readonly identity: Target;
  }
  const [names, urls] = [new Map<string, Known>(), new Map<string, Known>()];
  return read.flatMap(({ entry, identity }) => {
    if (identity === undefined) return [];
    const { name, url } = identity;
    const [sameName, sameUrl] = [names.get(name), urls.get(url)];
    if (sameName === undefined) names.set(name, { entry, identity });
    if (sameUrl === undefined) urls.set(url, { entry, identity });
    if (sameUrl !== undefined)
      return [
        {
          pointer: childPointer(entry.pointer, 'url'),
          message: `\`${name}\` and \`${sameUrl.identity.name}\` (line ${lineOf(sameUrl.entry)}) have the same URL, \`${url}\`: delete one of them`,
        },
      ];
    return sameName === undefined
      ? []
      : [
          {
            pointer: childPointer(entry.pointer, entry.name === undefined ? 'url' : 'name'),
            message: `\`${url}\` and \`${sameName.identity.url}\` (line ${lineOf(sameName.entry)}) have the same name, \`${name}\`: rename one of them`,
          },
        ];
  });
}
