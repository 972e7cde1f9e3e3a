import type { Allowances } from '../model/project/allowance';
import type { Change } from '../model/project/change';
import type {
  Contract,
  ContractVersion,
  Sample,
  SchemaRef,
  UnmatchedPattern,
} from '../model/contracts/contract';
import type { ContractTemplate } from '../model/contracts/contract-template';
import type { ContractRanges } from '../model/contracts/contract-ranges';
import type { Document } from '../model/documents/document';
import type { Fact } from '../model/project/fact';
import type { IdleGlob } from '../model/project/idle-glob';
import type { JsonPointer } from '../model/json/json-pointer';
import type { RequestGroup, Comparison, FollowedLink, LiveExchange, Negotiation } from '../model/live/live';
import type { Named } from '../model/named';
import type { OpenApiProblem, Operation, SchemaExample } from '../model/project/open-api';
import type { Place } from '../model/documents/place';
import type { Quotation } from '../model/documents/quotation';
import type { Project } from '../model/project/project';
import type { SampleFolder, SampleSeries } from '../model/contracts/sample-series';
import type { UnusedSchema } from '../model/project/schema-files';
import type { SchemaPart } from '../model/schemas/schema-part';
import type { IgnoredKeyword, SchemaProblem } from '../model/schemas/schema-problem';
import type { Severity } from '../model/severity';
import type { SharedObject } from '../model/contracts/shared-object';
import type { UndeclaredProperty } from '../model/schemas/undeclared-property';
import type { VersionsSet, VersionsSubject } from '../model/versions/versions-set';
import type { SchemaVerdict } from '../model/schemas/validation';
import type { Violation } from '../model/schemas/violation';

/** The subjects that rules check, by kind: the engine runs each rule once for every subject of its kind. */
interface Subjects {
  readonly document: Document;
  readonly sample: Sample;
  readonly versions: VersionsSubject;
  readonly 'versions-set': VersionsSet;
  readonly 'schema-problem': SchemaProblem;
  readonly contract: Contract;
  readonly 'unmatched-pattern': UnmatchedPattern;
  readonly 'contract-template': ContractTemplate;
  readonly 'idle-glob': IdleGlob;
  readonly fact: Fact;
  readonly 'contract-ranges': ContractRanges;
  readonly 'schema-part': SchemaPart;
  readonly 'unused-schema': UnusedSchema;
  readonly 'sample-series': SampleSeries;
  readonly 'sample-folder': SampleFolder;
  readonly 'shared-object': SharedObject;
  readonly project: Project;
  readonly named: Named;
  readonly 'request-group': RequestGroup;
  readonly exchange: LiveExchange;
  readonly comparison: Comparison;
  readonly negotiation: Negotiation;
  readonly 'followed-link': FollowedLink;
  readonly operation: Operation;
  readonly 'openapi-problem': OpenApiProblem;
  readonly 'schema-example': SchemaExample;
  readonly change: Change;
}

export type SubjectKind = keyof Subjects;

/** What a rule gets in addition to its subject. Computed on first use, then cached. */
export interface Evidence {
  readonly verdict: (document: Document, schema: SchemaRef) => SchemaVerdict;
  /**
   * The first schema that certainly rejects a document. Undefined means that none was found, not that all accept it. Much cheaper than
   * verdicts.
   */
  readonly firstToRefuse: (document: Document, schemas: readonly SchemaRef[]) => SchemaRef | undefined;
  /** The keywords that would reject a document, but that the schema ignores next to a `$ref`. */
  readonly ignoredKeywords: (document: Document, schema: SchemaRef) => readonly IgnoredKeyword[];
  /** The values in a document for properties with `readOnly` in a request, or `writeOnly` in a response. */
  readonly excludedValues: (document: Document, schema: SchemaRef) => readonly Violation[];
  /** The properties of a document that its schema does not declare, but that are probably meant to be ones that it does. */
  readonly misspelt: (document: Document, schema: SchemaRef) => readonly UndeclaredProperty[];
  /** The properties of a document that its schema accepts without declaring them. */
  readonly undeclared: (document: Document, schema: SchemaRef) => readonly UndeclaredProperty[];
  /** Where the schema of a contract is, and which problems make it unusable. */
  readonly schemaOf: (version: ContractVersion) => {
    readonly place: Place;
    readonly obstacles: readonly SchemaProblem[];
  };
  /** What the schemas of a document say about numbers at these places that JavaScript cannot read exactly. */
  readonly allowances: (document: Document, pointers: readonly JsonPointer[]) => Allowances;
}

/** The kinds of subjects with a document and a schema. Rules about any other kind read nothing but their subject. */
type JudgedKind = 'document' | 'sample' | 'sample-series' | 'shared-object' | 'named' | 'schema-example';

/** What rules about a kind of subjects get in addition to it. */
type EvidenceFor<Kind extends SubjectKind> = Kind extends JudgedKind ? Evidence : undefined;

/** Evidence for runs without schemas, and for rules that need none. */
export const NO_EVIDENCE: Evidence = {
  verdict: () => ({ kind: 'unusable-schema' }),
  firstToRefuse: () => undefined,
  ignoredKeywords: () => [],
  excludedValues: () => [],
  misspelt: () => [],
  undeclared: () => [],
  schemaOf: ({ place }) => ({ place, obstacles: [] }),
  allowances: () => new Map(),
};

/** What a rule reports: one cause at one place. */
export interface Report {
  readonly at: Place;
  /** What is wrong, with the actual value, and how to fix it. First word lower case, no full stop. */
  readonly message: string;
  /**
   * The message for all reports together that have this text, such as one per folder. Reports for people show it once, with the number of
   * places in place of `{count}`. With `{missing}`, it is the message for all properties that are missing at one place.
   */
  readonly groupMessage?: string;
  /** Only if it differs from the rule's severity. */
  readonly severity?: Severity;
  /** Which clients break, and how. */
  readonly clients?: string;
  /** For rules about a change: what a declared break names, such as `v2.1` or `servers.show`. */
  readonly subject?: string;
  /** The property that is missing at `at`. Two reports of the same missing property are merged into one finding. */
  readonly missing?: string;
  /** Which of the contracts of its subject it is about; several are joined by commas. Default: all of them. */
  readonly contract?: string;
  /** What kind of problem it is, where it has no pointer that would distinguish it from others in the file. */
  readonly kind?: string;
  /** For `sample-matches-schema`: the schema keyword that failed. */
  readonly keyword?: { readonly keyword: string; readonly keywordLocation: string };
  /** The other keywords that failed for the same reason. */
  readonly otherKeywords?: readonly { readonly keyword: string; readonly keywordLocation: string }[];
  /** For `sample-judged`: the rule that reports the cause, and its message. If that rule is on, both reports become one finding. */
  readonly cause?: { readonly ruleId: string; readonly message: string };
  /** The parts of the messages that come from files. They are not blanked, even where a secret is the same. */
  readonly quotes?: readonly Quotation[];
  /** A curl command that reproduces the request. */
  readonly curl?: string;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
}

/** One check. Its id is also the name of its file, its heading in docs/rules.md and its fixture folder. */
export interface Rule<Kind extends SubjectKind = SubjectKind> {
  /** `<subject>-<claim>`, where the claim is what should be true. */
  readonly id: string;
  readonly subject: Kind;
  readonly severity: Severity;
  /** What is true if there is no finding, in one sentence. */
  readonly summary: string;
  /** A method, so that rules with different subjects fit in one list. The engine passes each rule only subjects of its own kind. */
  check(subject: Subjects[Kind], evidence: EvidenceFor<Kind>): Iterable<Report>;
  /** What a subject must have, so that the rule can judge it. Default: nothing. */
  readonly needs?: Need<Kind>;
}

/** A condition without which a rule has not passed, but had nothing to judge. */
interface Need<Kind extends SubjectKind> {
  isMet(subject: Subjects[Kind]): boolean;
  /** What is missing, to follow `nothing to judge:`. */
  readonly otherwise: string;
}

/** What a rule reports on a subject, without evidence. */
export function reportsAlone<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Subjects[Kind],
): Iterable<Report> {
  const asked: { check(subject: Subjects[Kind], evidence: Evidence | undefined): Iterable<Report> } = rule;
  return asked.check(subject, NO_EVIDENCE);
}

/** A rule with any kind of subject. */
export type AnyRule = Rule;

/** The subjects of a run, by kind. */
export type SubjectLists = { readonly [Kind in SubjectKind]: readonly Subjects[Kind][] };
