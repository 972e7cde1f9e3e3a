import type { Contract, Sample, UnmatchedPattern } from '../contracts/contract';
import type { ContractTemplate } from '../contracts/contract-template';
import type { Fact } from './fact';
import type { IdleGlob } from './idle-glob';
import type { Microversion } from '../versions/microversion';
import type { Limits } from './limits';
import type { SchemaFiles } from './schema-files';
import type { OpenApiDocument, OpenApiProblem } from './open-api';
import type { RuleLevel } from '../severity';
import type { Source } from '../documents/source';

/** A manifest and everything it refers to, read from disk. */
export interface Project {
  readonly manifest: Source;
  /** The name of the manifest that lists this one; absent where it was opened by itself. */
  readonly listedIn?: string;
  /** Absolute paths: the folder of the manifest, the sample roots, the folders of schemas, and the folder that types are written to. */
  readonly folders: {
    readonly project: string;
    readonly samples: readonly string[];
    readonly schemas: SchemaFolders;
    readonly types: string;
  };
  readonly service?: string;
  /** The older header in which the service accepts a microversion too. */
  readonly legacyHeader?: string;
  /** The URL of the service in samples, ending in `/`; undefined: it is derived from their self links. */
  readonly baseUrl?: string;
  /** The microversion of samples that are not in a `vX.Y` folder. */
  readonly baseMicroversion?: Microversion;
  /** The OpenAPI documents whose operations are contracts, with the operations that the manifest selects, and what is wrong in them. */
  readonly openApi: {
    readonly documents: readonly OpenApiDocument[];
    readonly problems: readonly OpenApiProblem[];
    /** The manifest that does not use the documents, which are opened without one; absent where there is no manifest. */
    readonly unusedBy?: string;
  };
  readonly contracts: readonly Contract[];
  readonly samples: readonly Sample[];
  readonly unmatched: readonly UnmatchedPattern[];
  /** Files in the sample folders that could be samples if a pattern named them, and TOML files, which are never read; by name in findings. */
  readonly unread?: UnreadFiles;
  /** The globs of `ignore:` and `except:` that match no file; absent where there is no manifest. */
  readonly idleGlobs?: readonly IdleGlob[];
  readonly templates: readonly ContractTemplate[];
  readonly schemas: SchemaFiles;
  readonly facts: readonly Fact[];
  /** The files other than samples that facts were read from. */
  readonly factSources: readonly Source[];
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  readonly unicodePatterns: boolean;
  /** Keywords that are known annotations, where `*` stands for any text. */
  readonly keywords: readonly string[];
  readonly limits: Limits;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** What the manifest says about reading files; absent where the project is not that of a manifest. */
  readonly reading?: ReadingSettings;
}

/** What a manifest says about reading samples and schemas, besides the limits. */
export interface ReadingSettings {
  readonly json: { readonly comments: boolean; readonly trailingCommas: boolean };
  readonly references: readonly { readonly url: string; readonly target: string }[];
  /** The absolute path of `ref_base:`. */
  readonly refBase?: string;
  /** Whether what is in the samples decides which contracts and samples there are. */
  readonly dependsOnSamples: boolean;
}

/** The folders that schemas are read from, as absolute paths. */
export interface SchemaFolders {
  /** The folder that contains all of them, and the manifest if there are several: `SchemaFiles` names files by their paths below it. */
  readonly base: string;
  /** The folders that the manifest names under `schemas:`. */
  readonly roots: readonly string[];
  /** Other folders with files that `references:` maps URLs to. They are not listed. */
  readonly others: readonly string[];
  /** The folders that OpenAPI documents may refer into. They are not listed. */
  readonly documents: readonly string[];
}

/** Files in the sample folders that were not read. */
export interface UnreadFiles {
  /** YAML and NDJSON that no pattern names. */
  readonly unnamed: readonly string[];
  readonly toml: readonly string[];
}

/** How a manifest defines a format: the name of a built-in variant, or a regular expression. */
export type FormatDefinition = string | { readonly pattern: string };
