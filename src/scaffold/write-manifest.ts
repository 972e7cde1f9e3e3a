import { compareText } from '../model/finding';
import { formatMicroversion } from '../model/microversion';
import { stringifyYaml } from '../text/yaml-source';
import { guessBaseMicroversion } from './base-microversion';
import { groupSamples } from './group-samples';
import { inferSchema } from './infer-schema';
import { scaffoldContract } from './scaffold-contract';

/** What a scaffold is made from: the samples of a folder, and what the manifest is to say of the whole. */
export interface ScaffoldInput {
  /** Paths relative to the sample root; a value that is undefined stands for a text that is not JSON. */
  readonly samples: readonly { readonly path: string; readonly value: unknown }[];
  readonly samplesRoot: string;
  readonly schemasRoot: string;
  readonly service?: string;
}

/** A file to be, its path relative to the folder of the manifest. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A manifest that claims every sample, and the schemas that it names. */
export interface Scaffolded {
  readonly manifestFile: 'contracts.yaml' | 'contracts.json';
  readonly manifest: string;
  readonly schemas: readonly NewFile[];
  readonly contracts: number;
  /** How many of the contracts have a schema for each range. */
  readonly ranged: number;
}

/** From here on the manifest is JSON: it reads many times faster than YAML. */
const MOST_SCHEMAS_IN_YAML = 200;

const MANIFEST_SCHEMA = './node_modules/samplegate/spec/contracts.schema.json';

const HEADER = `# yaml-language-server: $schema=${MANIFEST_SCHEMA}
#
# A contract for every sample, with a first schema inferred from what the samples have in common, and one for each
# range of microversions in which their shape holds. Next:
#   - run \`samplegate check\`
#   - read the schemas and say what you mean: which keys may be absent, enum, pattern, minItems
#   - read the \`ranges:\`: one begins where a sample first shows another shape, which may have come earlier
#   - mark a sample that is wrong on purpose: { path: servers/bad.json, expect: invalid }
# This file and the schemas are yours now: \`samplegate init\` overwrites nothing.

`;

/**
 * A first manifest for these samples, one contract a file name, and the schemas that its samples satisfy: one for each
 * stretch of microversions in which their shape holds.
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
    : `# a guess: what samples outside any vX.Y folder were recorded at\n${stringifyYaml(entry)}`;
}

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
