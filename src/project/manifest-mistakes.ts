import { isAbsolute, resolve } from 'node:path';

import { compareMicroversions, parseMicroversion } from '../model/microversion';
import { childPointer, type JsonPointer } from '../model/json-pointer';
import { isPathVariable, pathVariables } from '../model/path-variables';
import { queryJsonPath } from '../text/json-path';
import { formatProblem } from '../schema/formats/formats';
import { isBelow, staysInside } from './file-path';
import type { At, Manifest } from './manifest';
import { repositoryFolder } from './repository-folder';

/** A mistake in a manifest that its schema cannot detect. */
export interface ManifestMistake {
  readonly pointer: JsonPointer;
  readonly message: string;
}

/**
 * Finds paths that leave the manifest's folder, overlapping roots, empty ranges, misplaced placeholders, invalid formats and queries,
 * requests for a microversion where no service is named, and unknown variables in the paths of requests.
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
    ...unknownVariables(manifest),
  ];
}

function pathsOutside(manifest: Manifest, folder: string): readonly ManifestMistake[] {
  const places = manifest.facts.flatMap((fact) => fact.places);
  // Services of one repository may share schemas, samples and code. What is written stays in the folder of the manifest.
  const shared = [
    ...manifest.samples,
    manifest.schemas,
    ...places.flatMap((place) =>
      place.kind === 'file' ? [{ value: place.file, pointer: childPointer(place.pointer, 'file') }] : [],
    ),
  ];
  const paths = [
    manifest.types,
    ...manifest.ignore,
    ...manifest.contracts.flatMap(({ ranges, samples, live }) => [
      ...ranges.map(({ schema }) => schema),
      ...samples.map(({ path, pointer }) => ({ value: path, pointer })),
      ...live.flatMap(({ sample, pointer }) =>
        sample === undefined ? [] : [{ value: sample, pointer: childPointer(pointer, 'sample') }],
      ),
    ]),
    ...places.flatMap((place) =>
      place.kind === 'sample'
        ? [{ value: place.sample, pointer: childPointer(place.pointer, 'sample') }]
        : [],
    ),
  ];
  const repository = repositoryFolder(folder) ?? folder;
  const isOutside = ({ value }: At<string>) =>
    isAbsolute(value) || !isBelow(repository, resolve(folder, value));
  const inFolder = `is outside the folder that it is relative to: use a path inside the manifest's folder`;
  const inRepository =
    repository === folder ? inFolder : 'is outside this git repository: use a path inside it';
  return [
    ...shared.filter(isOutside).map((at) => ({ ...at, message: `\`${at.value}\` ${inRepository}` })),
    ...paths
      .filter(({ value }) => !staysInside(folder, value))
      .map((at) => ({ ...at, message: `\`${at.value}\` ${inFolder}` })),
  ].map(({ pointer, message }) => ({ pointer, message }));
}

/** A sample below two roots would be two samples with different paths, and a pattern for one path would not claim the other. */
function overlappingRoots({ samples }: Manifest, folder: string): readonly ManifestMistake[] {
  return samples.flatMap(({ value, pointer }, index) => {
    const root = resolve(folder, value);
    const other = samples.slice(0, index).find((earlier) => {
      const before = resolve(folder, earlier.value);
      return isBelow(before, root) || isBelow(root, before);
    });
    return other === undefined
      ? []
      : [
          {
            pointer,
            message: `\`${value}\` and \`${other.value}\` overlap, so a sample in both would count twice: keep one`,
          },
        ];
  });
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
              message: `the range from ${min} to ${max} is empty: min_version must not be newer than max_version`,
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
        message: `{microversion} in \`${path}\` must be a whole folder name, as in servers/{microversion}/server-get-resp.json`,
      })),
  );
}

/** An invalid query would select nothing, and so the values that it should ignore would be compared. */
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

/** The header must name the service. Services ignore a microversion without one, and answer at their default. */
function namelessMicroversions({ service, contracts }: Manifest): readonly ManifestMistake[] {
  if (service !== undefined) return [];
  return contracts.flatMap(({ live }) =>
    live.flatMap(({ microversion, pointer }) =>
      microversion === undefined
        ? []
        : [
            {
              pointer: childPointer(pointer, 'microversion'),
              message: `the request asks for microversion ${microversion}, but the manifest names no service: add \`service:\`, such as \`service: compute\``,
            },
          ],
    ),
  );
}

function unknownVariables({ contracts }: Manifest): readonly ManifestMistake[] {
  return contracts.flatMap(({ live }) =>
    live.flatMap(({ request, pointer }) =>
      pathVariables(request)
        .filter((name) => !isPathVariable(name))
        .map((name) => ({
          pointer: childPointer(pointer, 'request'),
          message: `\`\${${name}}\` is not a variable that a path can have: use \`\${OS_PROJECT_ID}\`, \`\${OS_TENANT_ID}\` or one that starts with \`SAMPLEGATE_\``,
        })),
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
