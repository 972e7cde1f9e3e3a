import { resolve } from 'node:path';

import { isMeaningful } from '../../schema/dialects/known-annotations';
import { isBelow, isWrittenAsUrl } from '../disk/file-path';
import type {
  At,
  Manifest,
  ManifestContract,
  ManifestMistake,
  ManifestReference,
} from '../manifest/manifest';
import { overlappingRoots } from './overlapping-roots';
import { parseSchemaRef } from '../contracts/read-contracts';
import type { Tree } from '../tree/tree';

/** Finds folders of schemas that overlap, schemas that are in two of them, a wrong `ref_base`, wrong `references`, `keywords` that are
 * not annotations, and contracts that name no file. */
export function findSchemaMistakes(
  manifest: Manifest,
  folder: string,
  tree: Tree,
): readonly ManifestMistake[] {
  const overlaps = overlappingRoots(manifest.schemas, folder, 'a schema in both would have two names', tree);
  return [
    ...overlaps,
    ...(overlaps.length === 0 ? ambiguousSchemas(manifest, folder, tree) : []),
    ...misplacedBase(manifest, folder),
    ...manifest.references.flatMap(wrongReference),
    ...manifest.keywords.flatMap(wrongAnnotation),
    ...manifest.contracts.flatMap(requestsWithoutSchema),
    ...manifest.contracts.flatMap(namesOfNoFile),
  ];
}

function ambiguousSchemas(
  { schemas, contracts }: Manifest,
  folder: string,
  tree: Tree,
): readonly ManifestMistake[] {
  if (schemas.length < 2) return [];
  return contracts.flatMap(({ ranges }) =>
    ranges.flatMap(({ schema: { value, pointer } }) => {
      const { file } = parseSchemaRef(value);
      const [first, second] = schemas.filter(
        (root) => tree.kind(resolve(folder, root.value, file)) !== 'nothing',
      );
      if (first === undefined || second === undefined) return [];
      const message = `\`${file}\` is in \`${first.value}\` and in \`${second.value}\`, so it is not clear which one is meant: rename one of the files`;
      return [{ pointer, message }];
    }),
  );
}

function misplacedBase({ schemas, refBase }: Manifest, folder: string): readonly ManifestMistake[] {
  if (refBase === undefined) return [];
  const { value, pointer } = refBase;
  const isInside = schemas.some((root) => isBelow(resolve(folder, root.value), resolve(folder, value)));
  return isInside
    ? []
    : [
        {
          pointer,
          message: `\`${value}\` is not in a folder of \`schemas:\`: use one of these folders, or one in them`,
        },
      ];
}

function wrongAnnotation({ value, pointer }: At<string>): readonly ManifestMistake[] {
  const message = isMeaningful(value)
    ? `\`${value}\` is a keyword of JSON Schema, not an annotation: remove it`
    : `\`${value}\` matches every keyword, also misspelled ones: list the keywords, or turn off the rule schema-keywords-known`;
  return isMeaningful(value) || /^\*+$/.test(value) ? [{ pointer, message }] : [];
}

function requestsWithoutSchema({ from, live }: ManifestContract): readonly ManifestMistake[] {
  if (from === undefined) return [];
  return live.map(({ pointer }) => ({
    pointer,
    message:
      'a response does not name its schema: give its contract a schema of its own, not `from: $schema`',
  }));
}

/** A contract names the file of its schema: `$schema` is none, and neither is a URL. */
function namesOfNoFile({ ranges }: ManifestContract): readonly ManifestMistake[] {
  return ranges.flatMap(({ schema: { value, pointer } }) => {
    if (value === '$schema') {
      const message = 'if each sample names its schema in `$schema`, write `schema: { from: $schema }`';
      return [{ pointer, message }];
    }
    const message = `\`${value}\` is a URL, and nothing is fetched: copy the schema into a folder of \`schemas:\`, and write its path there`;
    return isWrittenAsUrl(value) ? [{ pointer, message }] : [];
  });
}

function wrongReference({ url, pointer, target }: ManifestReference): readonly ManifestMistake[] {
  if (isWrittenAsUrl(target.value)) {
    const message = `\`${target.value}\` is a URL, and nothing is fetched: copy the schemas into the project, and write their path, such as \`vendor/${target.value.includes('*') ? '*' : 'a.json'}\``;
    return [{ pointer: target.pointer, message }];
  }
  const [left, right] = [url, target.value].map((text) => text.split('*').length - 1);
  const pair = `\`${url}\` and \`${target.value}\``;
  if (left === right && (left === 0 || left === 1)) return [];
  const message =
    left === right
      ? `${pair} have more than one \`*\`: keep one in each`
      : `${pair} differ in the number of \`*\`: write one in both, or none`;
  return [{ pointer, message }];
}
