import { compareText } from '../model/finding';
import { formatMicroversion } from '../model/microversion';
import { stringifyYaml } from '../text/yaml/yaml-source';
import { guessBaseMicroversion } from './base-microversion';
import { groupSamples } from './group-samples';
import { inferSchema } from './infer-schema';
import { scaffoldContract } from './scaffold-contract';

/** The samples of a folder, and the settings for the manifest. */
export interface ScaffoldInput {
  /** Paths are relative to the sample root. A value is undefined if the file is not JSON. */
  readonly samples: readonly { readonly path: string; readonly value: unknown }[];
  readonly samplesRoot: string;
  readonly schemasRoot: string;
  readonly service?: string;
}

/** A file to write. Its path is relative to the folder of the manifest. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A manifest with a contract for every sample, and the schemas of the contracts. */
export interface Scaffolded {
  readonly manifestFile: 'contracts.yaml' | 'contracts.json';
  readonly manifest: string;
  readonly schemas: readonly NewFile[];
  readonly contracts: number;
  /** How many of the contracts have `ranges:`. */
  readonly ranged: number;
}

/** With more schemas than this, the manifest is written as JSON: reading it is many times faster than YAML. */
const MOST_SCHEMAS_IN_YAML = 200;

const MANIFEST_SCHEMA = './node_modules/samplegate/spec/contracts.schema.json';

const HEADER = `# yaml-language-server: $schema=${MANIFEST_SCHEMA}
#
# Every sample has a contract, with a schema that was inferred from its samples: one schema, or one for each range of
# microversions with the same shape. Next:
#   - run \`samplegate check\`
#   - review the schemas and make them exact: optional properties, enum, pattern, minItems
#   - review the \`ranges:\`: one starts at the first sample with a new shape, but the shape may have changed earlier
#   - mark samples that are wrong on purpose: { path: servers/bad.json, expect: invalid }
# Edit this file and the schemas as you like: \`samplegate init\` does not overwrite them.

`;

/**
 * Makes a first manifest for these samples, with one contract per file name, and the schemas that the samples satisfy:
 * one for each stretch of microversions with the same shape.
 */
export function scaffold({ samples, samplesRoot, schemasRoot, service }: ScaffoldInput): Scaffolded {
  const values = new Map(samples.map(({ path, value }) => [path, value]));
  const base = guessBaseMicroversion([...values.keys()]);
  const contracts = groupSamples([...values.keys()])
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((group) => scaffoldContract(group, values, base));
  const schemas = contracts.flatMap((contract) => contract.schemas);
  const isBig = schemas.length > MOST_SCHEMAS_IN_YAML;
  const head = {
    ...(service === undefined ? {} : { service }),
    samples: samplesRoot,
    schemas: schemasRoot,
  };
  const baseEntry = base === undefined ? undefined : { base_microversion: formatMicroversion(base) };
  const body = { contracts: Object.fromEntries(contracts.map(({ name, entry }) => [name, entry])) };
  return {
    manifestFile: isBig ? 'contracts.json' : 'contracts.yaml',
    manifest: isBig
      ? formatJson({ $schema: MANIFEST_SCHEMA, ...head, ...baseEntry, ...body })
      : `${HEADER}${stringifyYaml(head)}${formatBase(baseEntry)}\n${stringifyYaml(body)}`,
    schemas: schemas.map(({ path, values: shown }) => ({
      path: schemasRoot === '.' ? path : `${schemasRoot}/${path}`,
      text: formatJson(inferSchema(shown)),
    })),
    contracts: contracts.length,
    ranged: contracts.filter((contract) => contract.schemas.length > 1).length,
  };
}

function formatBase(entry: object | undefined): string {
  return entry === undefined
    ? ''
    : `# a guess: the microversion of samples outside any vX.Y folder\n${stringifyYaml(entry)}`;
}

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
