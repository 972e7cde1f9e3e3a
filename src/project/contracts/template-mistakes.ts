import { join } from 'node:path';

import { childPointer } from '../../model/json/json-pointer';
import { nearest } from '../../model/nearest';
import { orList } from '../../wording/list-words';
import type { Manifest, ManifestContract, ManifestMistake } from '../manifest/manifest';
import { hasMicroversion, placeholdersIn } from '../samples/placeholders';
import { parseSchemaRef } from './read-contracts';
import type { Tree } from '../tree/tree';

/** Whether a contract has placeholders that get their values from schema files. */
export function isTemplate(contract: ManifestContract): boolean {
  // Without a schema, a contract refines one of an OpenAPI document, whose name may have the braces of a path.
  const isOfDocument = contract.ranges.length === 0 && contract.from === undefined;
  return !isOfDocument && placeholdersIn(contract.name).length + wordsOfSchemas(contract).length > 0;
}

/** The placeholders in the schema files of a template. */
export function wordsOfSchemas({ ranges }: ManifestContract): readonly string[] {
  return [...new Set(ranges.flatMap(({ schema }) => placeholdersIn(parseSchemaRef(schema.value).file)))];
}

/** Finds placeholders where they have no value or no effect. */
export function templateMistakes(
  manifest: Manifest,
  folder: string,
  tree: Pick<Tree, 'kind'>,
): readonly ManifestMistake[] {
  return [
    ...manifest.contracts.flatMap((contract) =>
      isTemplate(contract) ? mistakesOf(contract) : mistakesOfWritten(contract),
    ),
    ...placeholdersInPaths(manifest, folder, tree),
  ];
}

function mistakesOf(template: ManifestContract): readonly ManifestMistake[] {
  const { name, pointer, ranges, samples, live } = template;
  const words = wordsOfSchemas(template);
  const inSamples = new Set(samples.flatMap(({ path }) => placeholdersIn(path)));
  const inName = new Set(placeholdersIn(name));
  const inSchemas = ranges.flatMap(({ schema }) => {
    const { file, pointer: part } = parseSchemaRef(schema.value);
    const own = placeholdersIn(file);
    return [
      ...own
        .filter((word) => !inName.has(word) && !inSamples.has(word))
        .map((word) => ({
          pointer: schema.pointer,
          message: `\`{${word}}\` is only in \`schema:\`: add it to the contract's name, or write \`*\` instead`,
        })),
      // In an OpenAPI document, `/paths/~1servers~1{id}` is the path itself.
      ...(part.startsWith('/paths/') ? [] : placeholdersIn(part))
        .filter((word) => !own.includes(word))
        .map((word) => ({
          pointer: schema.pointer,
          message: `\`{${word}}\` is only after \`#\`: a placeholder gets its value from the name of the schema file`,
        })),
      ...(hasMicroversion(schema.value)
        ? [
            {
              pointer: schema.pointer,
              message:
                '`{microversion}` is a placeholder of `samples:`: write a schema per range under `ranges:`',
            },
          ]
        : []),
    ];
  });
  const isAnyComplete =
    words.length === 0 ||
    ranges.some(({ schema }) => placeholdersIn(parseSchemaRef(schema.value).file).length === words.length);
  return [
    ...[...inName]
      .filter((word) => !words.includes(word))
      .map((word) => ({
        pointer,
        token: 'key' as const,
        message: `\`{${word}}\` of the contract's name is not in its \`schema:\`, so it has no value: ${
          hint(word, words) ?? 'add it there, or write the name out'
        }`,
      })),
    ...(hasMicroversion(name)
      ? [
          {
            pointer,
            token: 'key' as const,
            message: "`{microversion}` is a placeholder of `samples:`: remove it from the contract's name",
          },
        ]
      : []),
    ...inSchemas,
    ...(isAnyComplete
      ? []
      : [
          {
            pointer: childPointer(pointer, 'ranges'),
            message: `no schema has all placeholders of the contract, ${words.map((word) => `\`{${word}}\``).join(', ')}: write all of them in one range`,
          },
        ]),
    ...(words.length === 0 ? [] : samples.flatMap((sample) => sameSamples(sample, words))),
    ...live.map(({ pointer: at }) => ({
      pointer: at,
      message:
        '`live:` takes no placeholders, and each contract of this pattern would send the request: write the contract of the request out by name',
    })),
  ];
}

/** All contracts of the template would claim these samples. */
function sameSamples(
  { path, pointer }: ManifestContract['samples'][number],
  words: readonly string[],
): readonly ManifestMistake[] {
  const own = placeholdersIn(path);
  if (own.some((word) => words.includes(word))) return [];
  const near = own.map((word) => hint(word, words)).find((text) => text !== undefined);
  const wanted = orList(words.map((word) => `\`{${word}}\``));
  return [
    {
      pointer,
      message: `\`${path}\` has no placeholder of \`schema:\`, so all contracts of this pattern would claim the same samples: ${
        near ?? `add ${wanted}`
      }`,
    },
  ];
}

function hint(word: string, words: readonly string[]): string | undefined {
  const near = nearest(word, words);
  return near === undefined ? undefined : `did you mean \`{${near}}\`?`;
}

function mistakesOfWritten({ except, ranges }: ManifestContract): readonly ManifestMistake[] {
  return [
    ...except.slice(0, 1).map(({ pointer }) => ({
      pointer,
      message: '`except:` needs a placeholder in `schema:`, such as `{name}`: without one, remove it',
    })),
    ...ranges
      .filter(({ schema }) => hasMicroversion(schema.value))
      .map(({ schema }) => ({
        pointer: schema.pointer,
        message: '`{microversion}` is a placeholder of `samples:`: write a schema per range under `ranges:`',
      })),
  ];
}

/** A placeholder in the path of one file. A file may have such a name, so only paths of files that do not exist are mistakes. */
function placeholdersInPaths(
  { contracts, facts, samples }: Manifest,
  folder: string,
  tree: Pick<Tree, 'kind'>,
): readonly ManifestMistake[] {
  const roots = samples.map(({ value }) => join(folder, value));
  const paths = [
    ...contracts.flatMap(({ live }) =>
      live.flatMap(({ sample, pointer }) =>
        sample === undefined
          ? []
          : [{ path: sample, pointer: childPointer(pointer, 'sample'), what: 'live', roots }],
      ),
    ),
    ...facts.flatMap(({ places }) =>
      places.map((place) =>
        place.kind === 'sample'
          ? { path: place.sample, pointer: childPointer(place.pointer, 'sample'), what: 'facts', roots }
          : {
              path: place.file,
              pointer: childPointer(place.pointer, 'file'),
              what: 'facts',
              roots: [folder],
            },
      ),
    ),
  ];
  return paths
    .filter(({ path }) => placeholdersIn(path).length > 0 || hasMicroversion(path))
    .filter((each) => each.roots.every((root) => tree.kind(join(root, each.path)) === 'nothing'))
    .map(({ path, pointer, what }) => ({
      pointer,
      message: `\`${what}:\` takes no placeholders: name one file instead of \`${path}\``,
    }));
}
