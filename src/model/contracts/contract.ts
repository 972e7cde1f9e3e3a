import type { Document } from '../documents/document';
import type { JsonPointer } from '../json/json-pointer';
import type { CompareMode } from './compare-mode';
import type { Microversion, RequestedMicroversion } from '../versions/microversion';
import type { Place } from '../documents/place';
import { rangeContains, type VersionRange } from '../versions/version-range';

/** Whether a value is sent to a service or comes from it: an OpenAPI schema may have properties for only one of them. */
export type Direction = 'request' | 'response';

/** A schema: a file below the schema root (segments separated by `/`), or the part of it at `pointer`. */
export interface SchemaRef {
  readonly file: string;
  readonly pointer: JsonPointer;
  /** Absent outside OpenAPI documents. */
  readonly direction?: Direction;
  /** The dialect of the OpenAPI document that leads to it, where its own file names none. Absent outside OpenAPI documents. */
  readonly dialect?: string;
}

/** The schema as a manifest writes it: `versions/index.json`, `openapi.yaml#/components/schemas/Versions`. */
export function formatSchemaRef({ file, pointer }: SchemaRef): string {
  return pointer === '' ? file : `${file}#${pointer}`;
}

/** A string that identifies a schema together with how it is read. */
export function schemaKey(ref: SchemaRef): string {
  return `${ref.direction ?? ''} ${ref.dialect ?? ''} ${formatSchemaRef(ref)}`;
}

/** The schema of a contract for one range of microversions. */
export interface ContractVersion {
  readonly range: VersionRange;
  readonly schema: SchemaRef;
  /** Its place in the manifest. */
  readonly place: Place;
}

/** A request whose response must satisfy the contract. */
export interface LiveRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The sample that the response is compared with, relative to a sample root. */
  readonly sample?: string;
  /** How it is compared; undefined: as the run's options say, by default `exact`. */
  readonly compare?: CompareMode;
  /** JSONPath queries (RFC 9535) for values that are not compared. */
  readonly ignore: readonly string[];
  readonly negotiates: boolean;
  /** The microversion to request; undefined: no header is sent. */
  readonly microversion?: RequestedMicroversion;
  /** Whether the credentials of the run are sent with it. */
  readonly token: boolean;
  readonly place: Place;
}

/** Whether a sample must satisfy its contract, or is wrong on purpose. */
export type Expectation = 'valid' | 'invalid';

/**
 * Which parts of a file are samples: its fenced blocks, the value at a pointer, or every value that a JSONPath query selects; the latter two
 * also in each block.
 */
export interface PartSelection {
  /** The file is Markdown; its blocks whose info string contains this text. */
  readonly fence?: string;
  readonly at?: JsonPointer;
  readonly items?: string;
  /** The place of `at`, `items` or `fence` in the manifest. */
  readonly place: Place;
}

/**
 * One entry of a contract's `samples:`: a glob relative to the sample roots, or to the manifest's folder where it starts with `./`.
 * `{word}` matches one or more characters other than `/`; `{microversion}` as a folder matches `vX.Y` or nothing, and `X.Y` in a name.
 */
export interface SamplePattern {
  readonly pattern: string;
  /** The entry as the manifest writes it, if its placeholders got their values from a schema file. */
  readonly template?: string;
  readonly microversion?: Microversion;
  readonly expect: Expectation;
  /** Absent: the file is the sample, or each of its lines or documents is one. */
  readonly select?: PartSelection;
  readonly place: Place;
}

/** A named promise: one schema, or one per microversion range, with the samples and live requests that must satisfy it. */
export interface Contract {
  readonly name: string;
  /** Its name as the manifest writes it, with placeholders. Contracts of one template have the same place. */
  readonly template?: string;
  readonly place: Place;
  /** The microversions at which the operation exists; undefined: all of them. */
  readonly range?: VersionRange;
  readonly versions: readonly ContractVersion[];
  readonly patterns: readonly SamplePattern[];
  readonly live: readonly LiveRequest[];
  /** For a contract of an OpenAPI document: `GET /servers/{id}`, and the part of the operation, `GET /servers/{id} → 200`. */
  readonly operation?: { readonly label: string; readonly part: string };
  /** Whether the laws of versions documents apply; undefined: they apply where a document looks like one. */
  readonly laws?: boolean;
  /** The place of `schema: { from: $schema }`. A project has such a contract only until its samples are read: then there is one per schema. */
  readonly schemaFrom?: Place;
}

/** Whether the contract states that its operation does not exist at a microversion. */
export function isAbsentAt({ range }: Contract, microversion: Microversion | undefined): boolean {
  return range !== undefined && microversion !== undefined && !rangeContains(range, microversion);
}

/** The versions of a contract whose range contains a microversion; without a microversion, those whose range is open at both ends. */
export function versionsAt(
  contract: Contract,
  microversion: Microversion | undefined,
): readonly ContractVersion[] {
  if (isAbsentAt(contract, microversion)) return [];
  return contract.versions.filter(({ range }) =>
    microversion === undefined
      ? range.min === undefined && range.max === undefined
      : rangeContains(range, microversion),
  );
}

/** One contract that a sample must satisfy. */
export interface Claim {
  readonly contract: Contract;
  readonly pattern: SamplePattern;
  /** The microversion at which the sample was recorded; undefined in a project without microversions. */
  readonly microversion?: Microversion;
  /** The versions of the contract whose range contains that microversion: exactly one, unless ranges have gaps or overlap. */
  readonly versions: readonly ContractVersion[];
  /** For an example of an OpenAPI document: the other places that use it with the same schema, such as `GET /servers/{id} → 200`. */
  readonly alsoUsedBy?: readonly string[];
}

/** The paths of a file that may be a sample, segments separated by `/`. */
export interface SampleFile {
  /** Relative to its sample root. */
  readonly path: string;
  /** Relative to the manifest's folder. No other file has it. */
  readonly local: string;
}

/** A recorded JSON body in a file. */
export interface Sample {
  /** Relative to its sample root, segments separated by `/`; of a part of a file as `documentName` forms it. */
  readonly path: string;
  readonly document: Document;
  /** The `vX.Y` folder it is in. */
  readonly folder?: Microversion;
  readonly claims: readonly Claim[];
  /** Why it lacks a claim, where the contract takes the schema that the sample names. */
  readonly nameless?: NamelessSample;
  /** The pointer or query of a pattern that selects nothing in it, although it does in other documents of the file. */
  readonly lacks?: string;
  /** The schema files that would give it a contract by a template, but do not exist. */
  readonly missingSchemas?: readonly string[];
}

/** Why no schema is known for a sample that should name its own. */
export type NamelessSample =
  /** The sample cannot be read. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'silent'; readonly place: Place }
  | {
      /**
       * The name is not a string, or is that of a meta-schema, of nothing, of a missing file, of one outside the folders of schemas, or of a part
       * that the file does not have.
       */
      readonly kind: 'no-text' | 'meta-schema' | 'unmapped' | 'missing' | 'outside' | 'no-part';
      readonly name: string;
      /** The file that the name leads to, as users see it. */
      readonly file?: string;
      /** A similar name that leads to a schema. */
      readonly nearest?: string;
      readonly place: Place;
    };

/** What uses an example of an OpenAPI document: `GET /servers/{id} → 200`; undefined for any other sample. */
export function usersOf({ claims }: Pick<Sample, 'claims'>): readonly string[] | undefined {
  if (!claims.some(({ alsoUsedBy }) => alsoUsedBy !== undefined)) return undefined;
  const first = claims.flatMap(({ contract }) => contract.operation?.part ?? []);
  return [...new Set([...first, ...claims.flatMap(({ alsoUsedBy = [] }) => alsoUsedBy)])];
}

/** Whether some contract expects a sample to fail its schema. */
export function isWrongOnPurpose({ claims }: Pick<Sample, 'claims'>): boolean {
  return claims.some(({ pattern }) => pattern.expect === 'invalid');
}

/** A file without the part that a pattern names. */
export interface MissingPart {
  /** Relative to its sample root. */
  readonly path: string;
  readonly reason: 'nothing-there' | 'timed-out' | 'no-block';
  /** A pointer that is similar to the one in the manifest and leads somewhere. */
  readonly nearest?: string;
}

/** A sample pattern that matched no file, or a file without the part that it names. */
export interface UnmatchedPattern {
  /** Its contract; several contracts of one template. */
  readonly contracts: readonly Contract[];
  readonly pattern: SamplePattern;
  /** The most similar sample path, if there is a similar one. */
  readonly nearest?: string;
  /** The file and the JSON Pointer that it is meant to name, where it is written as `FILE#/POINTER`. */
  readonly asPart?: { readonly path: string; readonly at: JsonPointer };
  /** Why the files that it matches are not samples: `ignore:` excludes them, or they are in a folder of schemas. */
  readonly excludedBy?: 'ignore' | 'schemas';
  /** The files that the pattern matches, but that do not have the part; absent where it matches no file. */
  readonly without?: readonly MissingPart[];
}
