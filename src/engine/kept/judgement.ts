import type { KnownDocument } from '../../model/documents/document';
import type { Finding } from '../../model/findings/finding';
import type { UnusedSchema } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { SchemaVerdict } from '../../model/schemas/validation';
import type { KeptProject } from '../../project/reopen/kept-project';
import type { KeptReport } from '../judge/run-rules';
import type { GroupedKind } from './keepers';

/** What a run found out, by what it depends on: the next run uses what does not depend on a changed file. Plain data. */
export interface Judgement {
  readonly project: KeptProject;
  /** The files, as absolute paths, that decide what is in the project: the manifest, and whatever else was read to open it. */
  readonly structural: readonly string[];
  readonly documents: ReadonlyMap<string, KeptDocument>;
  /** The schemas of contracts, by `schemaKey`. */
  readonly schemas: ReadonlyMap<string, KeptSchema>;
  /** Whether what a schema means depends only on the files that it reaches, so that one changed schema does not concern all others. */
  readonly isLocal: boolean;
  /** The verdicts by the name of the document, then by `schemaKey`. */
  readonly verdicts: ReadonlyMap<string, ReadonlyMap<string, SchemaVerdict>>;
  /** By rule id. */
  readonly reports: ReadonlyMap<string, readonly KeptReport[]>;
  /** The ids of the rules that were run. */
  readonly rules: readonly string[];
  /** The findings of reports that were merged, or whose rules are run each time; by `textOfReport`. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** The groups that have subjects: the files with parts of schemas, by name, and the forms of shared objects. */
  readonly groups: ReadonlyMap<GroupedKind, readonly string[]>;
  readonly unusedSchemas: readonly UnusedSchema[];
  /** The forms of the objects that each schema describes in samples, by `formatSchemaRef`. */
  readonly forms: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is known of a document. */
interface KeptDocument extends KnownDocument {
  /** The hash of what shared objects look at in it. */
  readonly shape: string;
}

/** What is known of the schema of a contract. */
export interface KeptSchema {
  /** The files that it reaches, by their paths below the root of schemas. */
  readonly files: readonly string[];
  /** Whether these are all JSON without problems. */
  readonly isPlain: boolean;
  readonly problems: readonly SchemaProblem[];
}

/** The memory for runs of one command line. */
export interface Memory {
  /** The judgement of an earlier run; and what is seen otherwise on the disk today, by `<look> <path>`. All other inputs are the same. */
  readonly recall: () =>
    { readonly judgement: Judgement; readonly changed: ReadonlyMap<string, string> } | undefined;
  /** Called where a recalled judgement was used. */
  readonly onUse: () => void;
  readonly keep: (judgement: Judgement) => void;
}
