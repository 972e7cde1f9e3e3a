import { formatSchemaRef, type SchemaRef } from '../model/contracts/contract';
import type { Microversion } from '../model/versions/microversion';
import type { SchemaFiles } from '../model/project/schema-files';
import { messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import { createSchemaLibrary, type SchemaLibrary } from '../schema/link/schema-library';
import { bannerFor } from './banner';
import { compileType } from './compile-type';
import type { ContractType } from './contract-type';
import { contractTypeFiles, contractTypePath } from './contract-type-files';
import { MICROVERSIONS_PATH } from './microversion-types';
import type { GeneratedFile } from './contract-type-files';
import { readTypeSchema } from './meaning/write-type';
import { rejectSameNames } from './reject-same-names';
import { createSchemaRejecter } from './reject-unusable-schema';
import { typeAlias } from './type-alias';
import type { TypeRequest } from './type-name';
import { INDEX_PATH, typePaths } from './type-paths';
import { typesIndex, type RootType } from './types-index';

/** The input for generating types. Several requests may share a schema; the types of `contracts` import the requested types. */
export interface TypesInput {
  readonly schemas: SchemaFiles;
  readonly requests: readonly TypeRequest[];
  readonly contracts: readonly ContractType[];
  /** The known microversions, oldest first. */
  readonly microversions: readonly Microversion[];
}

/**
 * Generates the types of the schemas, one file per schema, and an index. The same input gives the same text. Throws a UsageError that
 * names the schema for which no type can be generated.
 */
export async function generateTypes({
  schemas,
  requests,
  contracts,
  microversions,
}: TypesInput): Promise<readonly GeneratedFile[]> {
  rejectSameNames(requests, contracts);
  const library = createSchemaLibrary(schemas);
  const rejectUnusable = createSchemaRejecter(schemas);
  const wanted = bySchema(requests);
  const paths = typePaths(
    wanted.map(({ schema }) => schema),
    contracts.length === 0 ? [] : [MICROVERSIONS_PATH, ...contracts.map(contractTypePath)],
  );
  const files: GeneratedFile[] = [];
  const roots: RootType[] = [];
  for (const { schema, names } of wanted) {
    const path = paths.get(formatSchemaRef(schema)) ?? '';
    const text = await typeText(library, schema, names);
    // This comes last, because a schema that cannot be read has a more specific error.
    rejectUnusable(schema);
    files.push({ path, text });
    roots.push(...names.map((name) => ({ name, path })));
  }
  const ofContracts = contractTypeFiles(contracts, microversions, roots);
  const index = { path: INDEX_PATH, text: typesIndex([...roots, ...ofContracts.roots]) };
  return [...files, ...ofContracts.files, index].sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface WantedSchema {
  readonly schema: SchemaRef;
  readonly names: readonly string[];
}

/** Each schema once, with its names in their order. */
function bySchema(requests: readonly TypeRequest[]): readonly WantedSchema[] {
  const found = new Map<string, { readonly schema: SchemaRef; readonly names: Set<string> }>();
  for (const { name, schema } of requests) {
    const key = formatSchemaRef(schema);
    const wanted = found.get(key) ?? { schema, names: new Set() };
    found.set(key, wanted);
    wanted.names.add(name);
  }
  return [...found.values()].map(({ schema, names }) => ({ schema, names: [...names].sort() }));
}

/** The first name is the name of the type, the others are aliases. */
async function typeText(
  library: SchemaLibrary,
  schema: SchemaRef,
  names: readonly string[],
): Promise<string> {
  const [name = '', ...others] = names;
  const source = formatSchemaRef(schema);
  try {
    const text = await compileType(
      readTypeSchema(library, schema, name),
      name,
      bannerFor(`the schema ${source}`),
    );
    return [text, ...others.map((other) => `\n${typeAlias(other, name)}\n`)].join('');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot generate a type for the schema \`${source}\`: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it nests too deep, or its references do: flatten it';
  return messageOf(error);
}
