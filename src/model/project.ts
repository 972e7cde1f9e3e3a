import type { Contract, Sample, UnmatchedPattern } from './contract';
import type { Fact } from './fact';
import type { Microversion } from './microversion';
import type { Limits } from './limits';
import type { SchemaFiles } from './schema-files';
import type { RuleLevel } from './severity';
import type { Source } from './source';

/** A manifest and everything it speaks of, read from disk. */
export interface Project {
  readonly manifest: Source;
  /** Absolute paths: the manifest's folder, the sample roots, the schema root, and where types are written. */
  readonly folders: {
    readonly project: string;
    readonly samples: readonly string[];
    readonly schemas: string;
    readonly types: string;
  };
  readonly service?: string;
  /** The older header that the service takes a microversion in too. */
  readonly legacyHeader?: string;
  /** The URL that samples have for the service, ending in `/`; undefined: told by their self links. */
  readonly baseUrl?: string;
  /** What a sample outside any `vX.Y` folder is recorded at. */
  readonly baseMicroversion?: Microversion;
  readonly contracts: readonly Contract[];
  readonly samples: readonly Sample[];
  readonly unmatched: readonly UnmatchedPattern[];
  readonly schemas: SchemaFiles;
  readonly facts: readonly Fact[];
  /** Texts that facts were read from and that are not samples. */
  readonly factSources: readonly Source[];
  readonly formats: Readonly<Record<string, FormatDefinition>>;
  readonly unicodePatterns: boolean;
  readonly limits: Limits;
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/** How a manifest defines a format: a known variant by name, or a regular expression of its own. */
export type FormatDefinition = string | { readonly pattern: string };
