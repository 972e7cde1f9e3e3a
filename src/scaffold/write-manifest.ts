import { compareText } from '../model/findings/finding';
import { formatMicroversion } from '../model/versions/microversion';
import { stringifyYaml } from '../text/yaml/yaml-source';
import { guessBaseMicroversion } from './base-microversion';
import { groupSamples } from './group-samples';
import { inferSchema } from './infer/infer-schema';
import type { OpenApiEntry } from './open-api-manifest';
import { openNotes, type OpenSamples } from './open-samples';
import { writtenContracts, writtenOut } from './pattern-form';
import { valuesOf, type FoundFile } from './recognize-schema';
import { scaffoldContract, type ContractEntry } from './scaffold-contract';

/** The samples of a folder, and the settings for the manifest. */
export interface ScaffoldInput {
  /** The samples to infer schemas from. Paths are relative to the sample root. A value is undefined if the file does not parse. */
  readonly samples: readonly FoundFile[];
  readonly samplesRoot: string;
  readonly schemasRoot: string;
  /** The folder that references are relative to, if that is not the folder of each schema. */
  readonly refBase?: string;
  readonly service?: string;
  /** Whether many contracts of one form may be one entry with placeholders: there are no other schemas that it would match. */
  readonly hasPatterns?: boolean;
  /** Globs of files that are not samples. */
  readonly ignore?: readonly string[];
  /** The contracts of schemas that exist already. */
  readonly paired?: readonly ContractEntry[];
  /** The paths of the samples that these contracts claim. */
  readonly claimed?: readonly string[];
  readonly openApi?: readonly OpenApiEntry[];
  /** The samples without a contract. */
  readonly open?: OpenSamples;
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
  /** What a JSON manifest cannot say in comments; empty if there is nothing, or in YAML. */
  readonly notes: string;
}

/** If it names more schemas than this, the manifest is written as JSON: reading it is many times faster than YAML. */
const MOST_SCHEMAS_IN_YAML = 200;

const MANIFEST_SCHEMA = './node_modules/samplegate/spec/contracts.schema.json';

const INFERRED = `\
# Every sample has a contract, with a schema that was inferred from its samples: one schema, or one for each range of
# microversions with the same shape. Next:
#   - run \`samplegate check\`
#   - review the schemas and make them exact: optional properties, enum, pattern, minItems
#   - review the \`ranges:\`: one starts at the first sample with a new shape, but the shape may have changed earlier
#   - mark samples that are wrong on purpose: { path: servers/bad.json, expect: invalid }
# Edit this file and the schemas as you like: \`samplegate init\` does not overwrite them.
`;

const PAIRED = `\
# Each schema that was found has the samples that fit it by their name, \`$schema\` or \`$id\`. Next:
#   - run \`samplegate check\`
#   - mark samples that are wrong on purpose: { path: servers/bad.json, expect: invalid }
# Edit this file as you like: \`samplegate init\` does not overwrite it.
`;

/**
 * Makes a first manifest for these samples, with one contract per file name, and the schemas that the samples satisfy:
 * one for each stretch of microversions with the same shape.
 */
export function scaffold(input: ScaffoldInput): Scaffolded {
  const { samples, samplesRoot, schemasRoot, refBase, service, ignore = [], paired = [] } = input;
  const { claimed = [], openApi = [], open } = input;
  const hasPatterns = paired.length === 0 && input.hasPatterns === true;
  const values = new Map(samples.map((file) => [file.path, valuesOf(file)]));
  const base = guessBaseMicroversion([...values.keys(), ...claimed]);
  const inferred = groupSamples([...values.keys()])
    .map((group) => ({ group, contract: scaffoldContract(group, values, base) }))
    // A schema without any value would accept everything.
    .filter(({ contract }) => contract.schemas.every((schema) => schema.values.length > 0));
  const written = hasPatterns ? writtenContracts(inferred) : writtenOut(inferred);
  const contracts = withUniqueNames([...paired, ...written.entries]);
  const schemas = written.schemas.toSorted((a, b) => compareText(a.path, b.path));
  const isBig = paired.length + written.named > MOST_SCHEMAS_IN_YAML;
  const notes = open === undefined ? '' : openNotes(open);
  const head = {
    ...(service === undefined ? {} : { service }),
    ...(openApi.length === 0 ? {} : { openapi: openApi }),
    samples: samplesRoot,
    schemas: schemasRoot,
    ...(refBase === undefined ? {} : { ref_base: refBase }),
    ...(ignore.length === 0 ? {} : { ignore }),
    ...(notes === '' ? {} : { rules: { 'sample-has-contract': 'warning' } }),
  };
  const baseEntry = base === undefined ? undefined : { base_microversion: formatMicroversion(base) };
  const body = { contracts: Object.fromEntries(contracts.map(({ name, entry }) => [name, entry])) };
  return {
    manifestFile: isBig ? 'contracts.json' : 'contracts.yaml',
    manifest: isBig
      ? formatJson({ $schema: MANIFEST_SCHEMA, ...head, ...baseEntry, ...body })
      : `# yaml-language-server: $schema=${MANIFEST_SCHEMA}\n#\n${paired.length === 0 ? INFERRED : PAIRED}\n${stringifyYaml(head)}${formatBase(baseEntry)}\n${stringifyYaml(body)}${notes}`,
    schemas: schemas.map(({ path, values: shown }) => ({
      path: schemasRoot === '.' ? path : `${schemasRoot}/${path}`,
      text: formatJson(inferSchema(shown)),
    })),
    contracts: paired.length + inferred.length,
    notes: isBig ? notes : '',
    ranged: inferred.filter(({ contract }) => contract.schemas.length > 1).length,
  };
}

/** The contracts by name; if several have one name, a number is added to the later ones. */
function withUniqueNames(contracts: readonly ContractEntry[]): readonly ContractEntry[] {
  const taken = new Set<string>();
  return contracts
    .map(({ name, entry }) => {
      let free = name;
      for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
      taken.add(free);
      return { name: free, entry };
    })
    .toSorted((a, b) => compareText(a.name, b.name));
}

function formatBase(entry: object | undefined): string {
  return entry === undefined
    ? ''
    : `# a guess: the microversion of samples outside any vX.Y folder\n${stringifyYaml(entry)}`;
}

function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
