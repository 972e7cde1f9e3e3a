import type { Contract, Sample, SchemaRef, UnmatchedPattern } from '../model/contract';
import type { ContractRanges } from '../model/contract-ranges';
import type { Document } from '../model/document';
import type { Fact } from '../model/fact';
import type { Comparison, FollowedLink, LiveExchange, Negotiation } from '../model/live';
import type { Place } from '../model/place';
import type { Project } from '../model/project';
import type { SampleFolder, SampleSeries } from '../model/sample-series';
import type { UnusedSchema } from '../model/schema-files';
import type { SchemaPart } from '../model/schema-part';
import type { SchemaProblem } from '../model/schema-problem';
import type { Severity } from '../model/severity';
import type { SharedObject } from '../model/shared-object';
import type { VersionsSet, VersionsSubject } from '../model/versions-set';
import type { SchemaVerdict } from '../model/violation';

/** What a rule may be about: the engine runs each rule once for every subject of its kind. */
interface Subjects {
  readonly document: Document;
  readonly sample: Sample;
  readonly versions: VersionsSubject;
  readonly 'versions-set': VersionsSet;
  readonly 'schema-problem': SchemaProblem;
  readonly contract: Contract;
  readonly 'unmatched-pattern': UnmatchedPattern;
  readonly fact: Fact;
  readonly 'contract-ranges': ContractRanges;
  readonly 'schema-part': SchemaPart;
  readonly 'unused-schema': UnusedSchema;
  readonly 'sample-series': SampleSeries;
  readonly 'sample-folder': SampleFolder;
  readonly 'shared-object': SharedObject;
  readonly project: Project;
  readonly exchange: LiveExchange;
  readonly comparison: Comparison;
  readonly negotiation: Negotiation;
  readonly 'followed-link': FollowedLink;
}

export type SubjectKind = keyof Subjects;

/** What a rule is given besides its subject; computed once, when first asked for. */
export interface Evidence {
  readonly verdict: (document: Document, schema: SchemaRef) => SchemaVerdict;
  /** The first schema that surely refuses a document; undefined says nothing. Much cheaper than verdicts. */
  readonly firstToRefuse: (document: Document, schemas: readonly SchemaRef[]) => SchemaRef | undefined;
}

/** Evidence for runs without schemas, and for rules that ask for none. */
export const NO_EVIDENCE: Evidence = {
  verdict: () => ({ kind: 'unusable-schema' }),
  firstToRefuse: () => undefined,
};

/** What a rule says: one cause at one place. */
export interface Report {
  readonly at: Place;
  /** What is wrong in plain words, with the actual value and the way out. First word lower case, no full stop. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Which clients break, and how. */
  readonly clients?: string;
  /** The key that is missing at `at`: two reports of one missing key are one finding. */
  readonly missing?: string;
  /** For the rule that speaks for the schema: which keyword said it. */
  readonly keyword?: { readonly keyword: string; readonly keywordLocation: string };
  /** The other keywords that failed for the same reason. */
  readonly otherKeywords?: readonly { readonly keyword: string; readonly keywordLocation: string }[];
  /** The request that shows it, as a line for a shell. */
  readonly curl?: string;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
}

/** One judgement: its id is its file's name, its heading in docs/rules.md and its fixture folder. */
export interface Rule<Kind extends SubjectKind = SubjectKind> {
  /** `<subject>-<claim>`, saying what should hold. */
  readonly id: string;
  readonly subject: Kind;
  readonly severity: Severity;
  /** What holds when there is no finding, in one sentence. */
  readonly summary: string;
  /** A method, so that rules of different subjects fit in one list: the engine hands each the subjects of its own kind. */
  check(subject: Subjects[Kind], evidence: Evidence): Iterable<Report>;
}

/** A rule of whichever subject. */
export type AnyRule = Rule;

/** What a run has to judge, by kind. */
export type SubjectLists = { readonly [Kind in SubjectKind]: readonly Subjects[Kind][] };
