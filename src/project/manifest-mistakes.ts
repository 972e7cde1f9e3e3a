import { relative, resolve } from 'node:path';

import { compareMicroversions, parseMicroversion } from '../model/microversion';
import { childPointer, type JsonPointer } from '../model/json-pointer';
import { queryJsonPath } from '../text/json-path';
import { formatProblem } from '../schema/formats/formats';
import { staysInside } from './file-path';
import type { Manifest } from './manifest';

/** What is wrong with a manifest that its schema cannot say. */
export interface ManifestMistake {
  readonly pointer: JsonPointer;
  readonly message: string;
}

/**
 * Paths that leave the manifest's folder, roots in one another, ranges that hold nothing, placeholders in the wrong place, formats and
 * queries that cannot be, requests for a microversion of nobody.
 */
export function findManifestMistakes(manifest: Manifest, folder: string): readonly ManifestMistake[] {
  return [
    ...pathsOutside(manifest, folder),
    ...overlappingRoots(manifest, folder),
    ...emptyRanges(manifest),
    ...badPatterns(manifest),
    ...badFormats(manifest),
    ...badIgnores(manifest),
    ...namelessMicroversions(manifest),
  ];
}

function pathsOutside(manifest: Manifest, folder: string): readonly ManifestMistake[] {
  const paths = [
    ...manifest.samples,
    manifest.schemas,
    manifest.types,
    ...manifest.contracts.flatMap(({ ranges, samples, live }) => [
      ...ranges.map(({ schema }) => schema),
      ...samples.map(({ path, pointer }) => ({ value: path, pointer })),
      ...live.flatMap(({ sample, pointer }) =>
        sample === undefined ? [] : [{ value: sample, pointer: childPointer(pointer, 'sample') }],
      ),
    ]),
    ...manifest.facts.flatMap(({ places }) =>
      places.map((place) => ({
        value: place.kind === 'file' ? place.file : place.sample,
        pointer: childPointer(place.pointer, place.kind),
      })),
    ),
  ];
  return paths
    .filter(({ value }) => !staysInside(folder, value))
    .map(({ value, pointer }) => ({
      pointer,
      message: `\`${value}\` leads out of the folder it is relative to: name something below the manifest's folder`,
    }));
}

/** A sample below two roots would be two samples, each under a name that the patterns of the other do not claim. */
function overlappingRoots({ samples }: Manifest, folder: string): readonly ManifestMistake[] {
  return samples.flatMap(({ value, pointer }, index) => {
    const root = resolve(folder, value);
    const other = samples.slice(0, index).find((earlier) => {
      const before = resolve(folder, earlier.value);
      return isBelow(root, before) || isBelow(before, root);
    });
    return other === undefined
      ? []
      : [
          {
            pointer,
            message: `\`${value}\` and \`${other.value}\` overlap, so a sample in both would be two: keep one`,
          },
        ];
  });
}

function isBelow(path: string, folder: string): boolean {
  return staysInside(folder, relative(folder, path));
}

function emptyRanges(manifest: Manifest): readonly ManifestMistake[] {
  return manifest.contracts.flatMap((contract) =>
    [contract, ...contract.ranges].flatMap(({ min, max, pointer }) => {
      const from = parseMicroversion(min ?? '');
      const to = parseMicroversion(max ?? '');
      return from !== undefined && to !== undefined && compareMicroversions(from, to) > 0
        ? [
            {
              pointer,
              message: `no microversion lies between ${min} and ${max}: min_version is newer than max_version`,
            },
          ]
        : [];
    }),
  );
}

function badPatterns(manifest: Manifest): readonly ManifestMistake[] {
  return manifest.contracts.flatMap(({ samples }) =>
    samples
      .filter(({ path }) =>
        path.split('/').some((part) => part !== '{microversion}' && part.includes('{microversion}')),
      )
      .map(({ path, pointer }) => ({
        pointer,
        message: `in \`${path}\` {microversion} must be a folder of its own, as in servers/{microversion}/server-get-resp.json`,
      })),
  );
}

/** A query with a mistake would select nothing, so that what it was to leave out is compared. */
function badIgnores({ contracts }: Manifest): readonly ManifestMistake[] {
  return contracts.flatMap(({ live }) =>
    live.flatMap(({ ignore }) =>
      ignore.flatMap(({ value, pointer }) => {
        const answer = queryJsonPath(value, null);
        return 'mistake' in answer
          ? [{ pointer, message: `\`${value}\` is not a JSONPath query: ${answer.mistake}` }]
          : [];
      }),
    ),
  );
}

/** The header says whose microversion it is; services pass over one that does not, and answer at their default. */
function namelessMicroversions({ service, contracts }: Manifest): readonly ManifestMistake[] {
  if (service !== undefined) return [];
  return contracts.flatMap(({ live }) =>
    live.flatMap(({ microversion, pointer }) =>
      microversion === undefined
        ? []
        : [
            {
              pointer: childPointer(pointer, 'microversion'),
              message: `the request asks for ${microversion}, and nothing says of which service: set \`service:\`, such as \`service: compute\``,
            },
          ],
    ),
  );
}

function badFormats({ formats, unicodePatterns }: Manifest): readonly ManifestMistake[] {
  return Object.entries(formats).flatMap(([name, definition]) => {
    const message = formatProblem(name, definition, unicodePatterns);
    const pointer = childPointer('/formats', name);
    return message === undefined
      ? []
      : [{ pointer: typeof definition === 'string' ? pointer : childPointer(pointer, 'pattern'), message }];
  });
}
