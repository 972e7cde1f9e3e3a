import type { JsonPointer } from '../../model/json/json-pointer';
import type { Limits } from '../../model/project/limits';
import type { Token } from '../../model/documents/place';
import type { FormatDefinition } from '../../model/project/project';
import type { Expectation } from '../../model/contracts/contract';
import type { CompareMode } from '../../model/contracts/compare-mode';
import type { JsonLeniency } from '../../text/json/lenient-json';
import type { RuleLevel } from '../../model/severity';

/** A value of the manifest and its place there. */
export interface At<T> {
  readonly value: T;
  readonly pointer: JsonPointer;
}

/** A contract as the manifest writes it, before anything is resolved. */
export interface ManifestContract {
  readonly name: string;
  readonly pointer: JsonPointer;
  readonly min?: string;
  readonly max?: string;
  readonly ranges: readonly ManifestRange[];
  /** The place of `schema: { from: $schema }`: each sample names its schema, so there are no ranges. */
  readonly from?: JsonPointer;
  readonly samples: readonly ManifestSample[];
  readonly live: readonly ManifestLive[];
  readonly laws?: boolean;
  /** Globs of schema files for which a template gives no contract. */
  readonly except: readonly At<string>[];
}

export interface ManifestRange {
  readonly pointer: JsonPointer;
  readonly schema: At<string>;
  readonly min?: string;
  readonly max?: string;
}

export interface ManifestSample {
  readonly pointer: JsonPointer;
  readonly path: string;
  readonly microversion?: string;
  readonly expect: Expectation;
  /** What the info strings of fenced blocks contain. */
  readonly fence?: At<string>;
  /** A JSON Pointer. */
  readonly at?: At<string>;
  /** A JSONPath query. */
  readonly items?: At<string>;
}

export interface ManifestLive {
  readonly pointer: JsonPointer;
  readonly request: string;
  readonly status: number;
  readonly sample?: string;
  readonly compare?: CompareMode;
  readonly ignore: readonly At<string>[];
  readonly negotiates: boolean;
  readonly microversion?: string;
  readonly token: boolean;
}

/** One place of a fact: a JSONPath into a sample, or a regular expression over a text file. */
export type ManifestFactPlace =
  | { readonly kind: 'sample'; readonly pointer: JsonPointer; readonly sample: string; readonly at: string }
  | {
      readonly kind: 'file';
      readonly pointer: JsonPointer;
      readonly file: string;
      readonly match: string;
      /** The value in a match, such as `$1.$2`. Default: the first group, else the whole match. */
      readonly value?: string;
    };

export interface ManifestFact {
  readonly name: string;
  readonly pointer: JsonPointer;
  readonly places: readonly ManifestFactPlace[];
}

/** The file, or files, that a URL is mapped to. One `*` in both stands for the same text. */
export interface ManifestReference {
  readonly url: string;
  readonly pointer: JsonPointer;
  readonly target: At<string>;
}

/** Which operations of an OpenAPI document are meant: those that match every property, each with one of its items. */
export interface OperationSelection {
  readonly tags?: readonly At<string>[];
  /** Globs such as `/servers/**`. */
  readonly paths?: readonly At<string>[];
  /** An `operationId`, or `GET /servers/{id}`. */
  readonly operations?: readonly At<string>[];
}

/** An OpenAPI document whose operations are contracts. */
export interface ManifestOpenApi {
  readonly pointer: JsonPointer;
  readonly document: At<string>;
  /** What the names of its contracts begin with, before a dot. */
  readonly prefix?: string;
  readonly select?: OperationSelection;
  readonly except?: OperationSelection;
}

/** The manifest with its defaults filled in. */
export interface Manifest {
  /** The manifests that are checked together; absent in a manifest with contracts of its own. */
  readonly list?: ManifestList;
  readonly service?: string;
  readonly legacyHeader?: string;
  readonly baseUrl?: At<string>;
  readonly samples: readonly At<string>[];
  /** Globs of files that are not samples. */
  readonly ignore: readonly At<string>[];
  readonly schemas: readonly At<string>[];
  /** The folder that relative references are relative to; undefined: that of the file that contains them. */
  readonly refBase?: At<string>;
  readonly references: readonly ManifestReference[];
  /** Keywords that are known annotations, where `*` stands for any text. */
  readonly keywords: readonly At<string>[];
  readonly types: At<string>;
  readonly baseMicroversion?: string;
  readonly openApi: readonly ManifestOpenApi[];
  readonly contracts: readonly ManifestContract[];
  readonly facts: readonly ManifestFact[];
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  readonly unicodePatterns: boolean;
  readonly limits: Limits;
  /** What samples in JSON may have that JSON does not allow. */
  readonly json: JsonLeniency;
}

/** `manifests:`. */
export interface ManifestList {
  readonly globs: readonly At<string>[];
  /** The other properties, which do not belong there. */
  readonly besides: readonly string[];
}

/** A mistake in a manifest that its schema cannot detect. */
export interface ManifestMistake {
  readonly pointer: JsonPointer;
  /** Default: the value. */
  readonly token?: Token;
  readonly message: string;
}
