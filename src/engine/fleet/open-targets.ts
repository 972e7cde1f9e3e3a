import type { FleetTarget } from '../../model/fleet';
import { childPointer } from '../../model/json-pointer';
import { DEFAULT_LIMITS } from '../../model/limits';
import type { Source } from '../../model/source';
import { UsageError, type UsageDetail } from '../../model/usage-error';
import { loadTargets, type TargetEntry } from '../../project/load-targets';
import { readTextFile, type TextFile } from '../../project/read-text-file';
import { describeWrongFile } from '../open/describe-wrong-file';
import { hideSecrets } from './hide-secrets';
import { readTarget, type TargetMistake, type TargetSurroundings } from './read-target';

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
  if (reading.kind === 'wrong') throw wrong(source, { ...reading, mistakes: [] });
  const around = { folder: reading.folder, env, readFile: createFileReader() };
  const read = reading.entries.map((entry) => ({ entry, ...readTarget(entry, around) }));
  const ready = read.flatMap((one) => (one.kind === 'ready' ? [one] : []));
  const mistakes = [
    ...read.flatMap((one) => (one.kind === 'wrong' ? one.mistakes : [])),
    ...duplicates(ready, source),
  ];
  if (mistakes.length > 0) throw wrong(source, { problems: [], violations: [], mistakes });
  return ready.map(({ target }) => target);
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

interface Ready {
  readonly entry: TargetEntry;
  readonly target: FleetTarget;
}

/** Names and URLs must be unique: reports identify targets by name, and findings by URL. */
function duplicates(ready: readonly Ready[], source: Source): readonly TargetMistake[] {
  const lineOf = ({ entry: { pointer } }: Ready) =>
    source.locate([{ file: source.name, pointer: childPointer(pointer, 'url'), token: 'value' }])[0]?.start
      .line;
  const [names, urls] = [new Map<string, Ready>(), new Map<string, Ready>()];
  return ready.flatMap((one) => {
    const { entry, target } = one;
    const [sameName, sameUrl] = [names.get(target.name), urls.get(target.url)];
    if (sameName === undefined) names.set(target.name, one);
    if (sameUrl === undefined) urls.set(target.url, one);
    if (sameUrl !== undefined)
      return [
        {
          pointer: childPointer(entry.pointer, 'url'),
          message: `\`${target.name}\` and \`${sameUrl.target.name}\` (line ${lineOf(sameUrl)}) have the same URL, \`${target.url}\`: delete one of them`,
        },
      ];
    return sameName === undefined
      ? []
      : [
          {
            pointer: childPointer(entry.pointer, entry.name === undefined ? 'url' : 'name'),
            message: `\`${target.url}\` and \`${sameName.target.url}\` (line ${lineOf(sameName)}) have the same name, \`${target.name}\`: rename one of them`,
          },
        ];
  });
}
