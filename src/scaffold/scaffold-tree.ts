import { posix } from 'node:path';

import { isOpenApiDocument } from '../openapi/open-api-document';
import { chooseRefBase } from './choose-ref-base';
import { chooseRoots, isInside, type Roots } from './choose-roots';
import { ignoreGlobs } from './ignore-globs';
import type { OpenSamples } from './open-samples';
import { pairSamples, type Accepts, type Pairing } from './pairs/pair-samples';
import { pairedContracts } from './pairs/paired-contracts';
import { openApiEntries } from './open-api-manifest';
import { schemasAmong, valuesOf, type FoundFile } from './recognize-schema';
import { sampleFolderOf } from './sample-folder';
import { scaffold, type Scaffolded } from './write-manifest';

/** The files of a project, and what its manifest is to say. Paths are relative to the folder of the manifest. */
export interface TreeInput {
  readonly files: readonly FoundFile[];
  /** Where samples are looked for. */
  readonly samplesRoot: string;
  /** Whether all files in that folder are samples. If it is the whole project, YAML and NDJSON files without a schema are something else. */
  readonly hasOnlySamples: boolean;
  /** The folder of schemas that the user names. */
  readonly schemasRoot?: string;
  readonly service?: string;
  /** Whether schemas are inferred even if there are schemas already. */
  readonly force: boolean;
  /** Whether a folder has files. */
  readonly isFilled: (folder: string) => boolean;
  /** Whether schemas accept values, if references are relative to this folder. */
  readonly acceptsWith: (refBase: string | undefined) => Accepts;
}

/** A manifest for the files of a project, or why there is none. */
export type TreeScaffold =
  | {
      readonly kind: 'scaffolded';
      readonly scaffolded: Scaffolded;
      readonly roots: Roots;
      readonly samples: readonly FoundFile[];
      /** The schemas that samples are paired with; empty if all schemas are inferred. */
      readonly used: readonly string[];
      readonly open: OpenSamples;
      /** The paths of schemas that fit no sample, if all schemas are inferred. */
      readonly unused?: readonly string[];
      /** The paths of JSON files that are outside the folder of most samples. */
      readonly left?: readonly string[];
    }
  | {
      readonly kind: 'no-samples' | 'no-readable-samples' | 'filled';
      readonly schemas: number;
      readonly folder: string;
    };

const DEFAULT_SCHEMAS = 'schemas';

/** The settings of tools, in a folder of the project. */
export const TOOL_FILE = /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*)\.json$/i;

/**
 * Makes a manifest for the files of a project. Schemas and OpenAPI documents among them are never samples. If schemas fit samples, the
 * manifest says which, and lists the samples that no schema or several fit. Otherwise schemas are inferred from the samples.
 */
export function scaffoldTree(input: TreeInput): TreeScaffold {
  const { files, samplesRoot, hasOnlySamples, schemasRoot: given, force, acceptsWith } = input;
  const schemas = schemasAmong(files);
  const known = new Set(schemas);
  const isExcluded = (folder: string | undefined, path: string) =>
    folder !== undefined && folder !== samplesRoot && isInside(samplesRoot, folder) && isInside(folder, path);
  const found = files.filter(
    (file) => isInside(samplesRoot, file.path) && !known.has(file) && !isExcluded(given, file.path),
  );
  const folder = given ?? DEFAULT_SCHEMAS;
  const failed = (kind: 'no-samples' | 'no-readable-samples' | 'filled') => ({
    kind,
    schemas: schemas.length,
    folder,
  });
  const isAny = ({ path }: FoundFile) => hasOnlySamples || isJson(path);
  const candidates = schemas.filter(
    ({ path, value }) => !isOpenApiDocument(value) && (given === undefined || isInside(given, path)),
  );
  const refBase = chooseRefBase(candidates, files);
  const pairing = pairSamples(found, candidates, acceptsWith(refBase), isAny);
  const tools = new Set(
    samplesRoot === '.' ? pairing.unpaired.filter(({ path }) => TOOL_FILE.test(path)) : [],
  );
  const others = [...schemas, ...tools];
  if (pairing.paired.size > 0) {
    // A YAML or NDJSON file that no contract claims is not a sample.
    const isSample = (file: FoundFile) => (force ? isAny(file) : isJson(file.path)) && !tools.has(file);
    const unpaired = pairing.unpaired.filter(isSample);
    const left = new Set(pairing.unpaired.filter((file) => !isSample(file)));
    const samples = found.filter((file) => !left.has(file));
    const loose = [...left, ...others].filter(({ path }) => !isJson(path));
    return withPaired(input, candidates, {
      samples,
      others,
      loose,
      refBase,
      pairing: { ...pairing, unpaired },
    });
  }
  if (!found.some(isAny)) return failed('no-samples');
  const own = found.filter((file) => isAny(file) && !tools.has(file) && !isExcluded(folder, file.path));
  if (!own.some((file) => valuesOf(file).length > 0)) return failed('no-readable-samples');
  const isTaken = isInside(folder, samplesRoot)
    ? schemas.some(({ path }) => isInside(folder, path))
    : input.isFilled(folder);
  if (isTaken && !force) return failed('filled');
  const root = (hasOnlySamples ? undefined : sampleFolderOf(own.map(({ path }) => path))) ?? samplesRoot;
  const samples = own.filter(({ path }) => isInside(root, path));
  const left = own.filter(({ path }) => !isInside(root, path)).map(({ path }) => path);
  return {
    ...write(input, { samples: root, schemas: folder }, { inferred: samples, samples, others }),
    ...(left.length === 0 ? {} : { left }),
    ...(candidates.length === 0 ? {} : { unused: candidates.map(({ path }) => path) }),
  };
}

function withPaired(
  input: TreeInput,
  candidates: readonly FoundFile[],
  parts: Required<Omit<Parts, 'inferred'>>,
): TreeScaffold {
  const { samplesRoot, schemasRoot, force } = input;
  const { samples, pairing, refBase } = parts;
  const used = [...pairing.paired.keys()];
  const roots =
    schemasRoot === undefined
      ? chooseRoots({ samplesRoot, samples, schemas: candidates, used, refBase })
      : { samples: samplesRoot, schemas: schemasRoot };
  return write(input, roots, { ...parts, inferred: force ? pairing.unpaired : [] });
}

interface Parts {
  /** The samples that schemas are inferred from. */
  readonly inferred: readonly FoundFile[];
  readonly samples: readonly FoundFile[];
  /** The files that are not samples. */
  readonly others: readonly FoundFile[];
  /** The files in YAML and NDJSON that no pattern may match. */
  readonly loose?: readonly FoundFile[];
  /** The folder that references are relative to, if that is not the folder of each schema. */
  readonly refBase?: string | undefined;
  readonly pairing?: Pairing;
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function write(
  { files, service, force }: TreeInput,
  roots: Roots,
  { inferred, samples, others, loose = [], refBase, pairing }: Parts,
): TreeScaffold {
  const paths = samples.map(({ path }) => path);
  const below = (path: string) => posix.relative(roots.samples, path);
  const open = {
    questions: pairing?.questions ?? [],
    unpaired: force || pairing === undefined ? [] : pairing.unpaired.map(({ path }) => path),
  };
  const isOpen = open.questions.length + open.unpaired.length > 0;
  const ignore = ignoreGlobs(
    others
      .map(({ path }) => path)
      .filter(
        (path) =>
          isJson(path) &&
          isInside(roots.samples, path) &&
          (roots.schemas === roots.samples ||
            !isInside(roots.schemas, path) ||
            isInside(roots.schemas, roots.samples)),
      )
      .map(below),
    paths.map(below),
  );
  const scaffolded = scaffold({
    samples: inferred.map((file) => ({ ...file, path: below(file.path) })),
    samplesRoot: roots.samples,
    schemasRoot: roots.schemas,
    ...(refBase === undefined || !isInside(roots.schemas, `${refBase}/`) ? {} : { refBase }),
    ...(service === undefined ? {} : { service }),
    ...(ignore.length === 0 ? {} : { ignore }),
    hasPatterns: !force && !isInside(roots.schemas, roots.samples),
    ...(pairing === undefined
      ? {}
      : {
          paired: pairedContracts(
            pairing,
            roots,
            [...paths, ...loose.map(({ path }) => path)],
            files.map(({ path }) => path).filter((path) => isInside(roots.schemas, path)),
          ),
          claimed: [...pairing.paired.values()].flat().map(({ path }) => below(path)),
        }),
    openApi: openApiEntries(files),
    ...(isOpen ? { open } : {}),
  });
  return {
    kind: 'scaffolded',
    scaffolded,
    roots,
    samples,
    used: pairing === undefined ? [] : [...pairing.paired.keys()],
    open,
  };
}
