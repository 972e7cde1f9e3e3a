import { dirname } from 'node:path';

import { compareMicroversions, parseMicroversion } from '../../model/versions/microversion';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isPathVariable, pathVariables } from '../../model/path-variables';
import { mistakeInJsonPath } from '../../text/json-path';
import { formatProblem } from '../../schema/formats/formats';
import type { Manifest, ManifestMistake } from '../manifest/manifest';
import { overlappingRoots } from './overlapping-roots';
import { pathsOutside } from './paths-outside';
import { findSchemaMistakes } from './schema-mistakes';
import { templateMistakes } from '../contracts/template-mistakes';
import type { Tree } from '../tree/tree';

/**
 * Finds paths that leave the manifest's folder, overlapping roots, empty ranges, placeholders without a value, globs that match everything else, invalid formats and queries,
 * requests for a microversion where no service is named, and unknown variables in the paths of requests.
 */
export function findManifestMistakes(
  manifest: Manifest,
  file: string,
  cwd: string,
  tree: Tree,
): readonly ManifestMistake[] {
  const folder = dirname(file);
  const outside = pathsOutside(manifest, folder, cwd, tree);
  // A `ref_base` outside the project cannot be in a folder of schemas either: one mistake is enough.
  const isBaseOutside = outside.some(({ pointer }) => pointer === manifest.refBase?.pointer);
  return [
    ...outside,
    ...overlappingRoots(manifest.samples, folder, 'a sample in both would count twice', tree),
    ...findSchemaMistakes(manifest, folder, tree).filter(
      ({ pointer }) => !isBaseOutside || pointer !== manifest.refBase?.pointer,
    ),
    ...emptyRanges(manifest),
    ...templateMistakes(manifest, folder, tree),
    ...badFormats(manifest),
    ...badSelections(manifest),
    ...badIgnores(manifest),
    ...negatedGlobs(manifest),
    ...namelessMicroversions(manifest),
    ...unknownVariables(manifest),
  ];
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

/** `at` and `items` name the parts of a file that are samples. */
function badSelections({ contracts }: Manifest): readonly ManifestMistake[] {
  return contracts.flatMap(({ samples }) =>
    samples.flatMap(({ at, items }): readonly ManifestMistake[] => {
      if (at !== undefined && items !== undefined)
        return [{ pointer: items.pointer, message: 'an entry has `at` or `items`, not both: remove one' }];
      if (at !== undefined && !JSON_POINTER.test(at.value))
        return [{ pointer: at.pointer, message: pointerMessage(at.value) }];
      if (items === undefined) return [];
      return badQuery(items);
    }),
  );
}

const JSON_POINTER = /^(?:\/(?:[^~/]|~[01])*)+$/;

function pointerMessage(value: string): string {
  if (value.startsWith('$'))
    return `\`${value}\` is not a JSON Pointer: write \`items:\` for a JSONPath query`;
  const meant = value.startsWith('#/') ? value.slice(1) : `/${value}`;
  return `\`${value}\` is not a JSON Pointer${JSON_POINTER.test(meant) ? `: did you mean \`${meant}\`?` : ': write `~` as `~0`'}`;
}

/** An invalid query would select nothing, and so the values that it should ignore would be compared. */
function badIgnores({ contracts }: Manifest): readonly ManifestMistake[] {
  return contracts.flatMap(({ live }) => live.flatMap(({ ignore }) => ignore.flatMap(badQuery)));
}

function badQuery({
  value,
  pointer,
}: {
  readonly value: string;
  readonly pointer: JsonPointer;
}): readonly ManifestMistake[] {
  const mistake = mistakeInJsonPath(value);
  return mistake === undefined
    ? []
    : [{ pointer, message: `\`${value}\` is not a JSONPath query: ${mistake}` }];
}

/** In other tools, `!` takes files out of a list. Here each glob is matched for itself, so it would match every other file. */
function negatedGlobs({ ignore, contracts }: Manifest): readonly ManifestMistake[] {
  const excluding = [...ignore, ...contracts.flatMap(({ except }) => except)].map((at) => ({
    ...at,
    does: 'exclude every other file: list what is excluded',
  }));
  const claiming = contracts.flatMap(({ samples }) =>
    samples.map(({ path, pointer }) => ({
      value: path,
      pointer,
      does: 'claim every other file: list the samples, and what is none under `ignore:`',
    })),
  );
  return [...excluding, ...claiming]
    .filter(({ value }) => /^(?:\.\/)?!(?!\()/.test(value))
    .map(({ value, pointer, does }) => ({
      pointer,
      message: `\`${value}\` would ${does}; write \`\\!\` for a name that begins with \`!\``,
    }));
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
