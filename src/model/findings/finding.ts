import type { JsonPointer } from '../json/json-pointer';
import type { FileRange, Position, TokenRange } from '../documents/place';
import { isAtLeast, SEVERITIES, type Severity } from '../severity';

/** Another place that a finding is about, such as the other side of a contradiction. */
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  /** The commit that the file is in, abbreviated; absent for a file on disk. */
  readonly commit?: string;
  /** The part of the file that is the document; absent where it is the whole file. */
  readonly part?: string;
  readonly pointer?: JsonPointer;
  readonly start: Position;
  readonly end: Position;
}

/** Another rule that reported the same token; for the schema, with the keyword that failed. */
export interface AlsoSaid {
  readonly ruleId: string;
  readonly keyword?: string;
  readonly keywordLocation?: string;
}

/** The lines around the start of a finding, each cut to the same columns: some files are a single line of megabytes. */
export interface Excerpt {
  /** The number of the first line, from 1. */
  readonly line: number;
  /** The column at which the lines start, from 1; more than 1 where the line of the finding is cut before it. */
  readonly column: number;
  readonly lines: readonly string[];
}

/** One problem with one cause, at one exact place, with what to do about it. */
export interface Finding {
  /**
   * Identifies the problem in every run, also when lines move or a message is reworded: `samplegate/v1:…`. Two findings of one result never
   * have the same; those of two services in one file may. docs/output-formats.md says what it is made of.
   */
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /**
   * Replaces `message` where a report for people shows all findings with this text as one, such as one per folder. `{count}` is their number,
   * `{missing}` the names of the properties that are missing at one place.
   */
  readonly groupMessage?: string;
  /** The property that is missing at this place. */
  readonly missing?: string;
  /** Which clients break, and how. */
  readonly clients?: string;
  /** The manifest that the run has it from; absent in a run over one. */
  readonly manifest?: string;
  readonly file: string;
  /** The contract that is broken, or whose sample, request or entry in the manifest is wrong; several are joined by commas. Absent without any. */
  readonly contract?: string;
  /** The microversion at which the sample or response was recorded: `2.79`. Absent in a project without microversions. */
  readonly microversion?: string;
  /** The name of the target, in a report on many targets; absent where it has no name but its URL. */
  readonly target?: string;
  /** The part of the file that is the document, such as `line 3`; absent where it is the whole file. */
  readonly part?: string;
  /** The instance location in the document; absent where the file is not a JSON or YAML document. */
  readonly pointer?: JsonPointer;
  readonly start: Position;
  readonly end: Position;
  /** For a schema violation: the keyword that failed, and its location, as a file and a JSON Pointer. */
  readonly keyword?: string;
  readonly keywordLocation?: string;
  /** In an OpenAPI document: the part of an operation that it is about, `GET /servers/{id} → 200`, then the others that use the same text. */
  readonly operations?: readonly string[];
  /** The request that reproduces it, as a curl command without secrets. */
  readonly curl?: string;
  /**
   * For a finding in a response: where the manifest names its request, or the start of the manifest; in a run over several services, where
   * the targets file names the service. Absent where no file does.
   */
  readonly requestedAt?: FileRange;
  /** Absent where there is no text: an empty file, or a service that did not answer. */
  readonly excerpt?: Excerpt;
  readonly also: readonly AlsoSaid[];
  readonly related: readonly RelatedPlace[];
}

/** The rules behind a finding, those of merged reports included: none of them passed. */
export function rulesOf({ ruleId, also }: Pick<Finding, 'ruleId' | 'also'>): readonly string[] {
  return [ruleId, ...also.map((other) => other.ruleId)];
}

/** The contracts that a finding or a verdict is about. */
export function contractsNamed({ contract }: { readonly contract?: string }): readonly string[] {
  return contract === undefined ? [] : contract.split(', ');
}

/** The highest severity among findings; undefined if there are none. */
export function worstSeverity(findings: readonly Pick<Finding, 'severity'>[]): Severity | undefined {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}

/** Whether no finding is as severe as `failOn`, or more. */
export function hasPassed(findings: readonly Pick<Finding, 'severity'>[], failOn: Severity): boolean {
  return !findings.some(({ severity }) => isAtLeast(severity, failOn));
}

/** The related place of a token that YAML reads through an alias: where it is written. */
export function anchorPlaces({ behind }: TokenRange, file: string): readonly RelatedPlace[] {
  if (behind === undefined) return [];
  const { start, end, anchor } = behind;
  return [{ message: `written at the anchor \`&${anchor}\``, file, start, end }];
}

/** The total order of findings: file, place, severity, rule, message. */
export function compareFindings(a: Omit<Finding, 'fingerprint'>, b: Omit<Finding, 'fingerprint'>): number {
  return (
    compareText(a.file, b.file) ||
    a.start.offset - b.start.offset ||
    a.end.offset - b.end.offset ||
    compareText(a.severity, b.severity) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.part ?? '', b.part ?? '') ||
    compareText(a.pointer ?? '', b.pointer ?? '') ||
    compareText(a.message, b.message)
  );
}

/** By code unit, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
