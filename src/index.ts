export { check, type CacheOptions, type CheckOptions } from './engine/check';
export { checkFiles, type FilesOptions } from './engine/check-files';
export { checkLaws, type LawsOptions } from './engine/check-laws';
export {
  checkLawsOfTargets,
  checkTargets,
  type LawsTargetsOptions,
  type TargetsOptions,
} from './engine/check-targets';
export { checkValue, type ValueOptions } from './engine/check-value';
export type { LiveOptions, LiveSettings } from './engine/fetch/connect';
export type { VersionsText } from './engine/open/open-versions-documents';
export { measureStrength, type StrengthOptions } from './engine/measure-strength';
export { openProject, type ProjectOptions } from './engine/open/open-project';
export type { ManifestsOptions } from './engine/open/open-projects';
export type { CheckOutcome } from './engine/outcome';
export { schemaAt, schemaVerdict, type SchemaVerdictOptions } from './engine/schema-verdict';
export { isVersionsChoices, isVersionsIndex, isVersionsShow } from './guards';
export type {
  CheckResult,
  ManifestSummary,
  NotChecked,
  RuleInfo,
  Summary,
  Verdict,
  VersionRow,
} from './model/findings/check-result';
export type { SchemaRef } from './model/contracts/contract';
export type { AlsoSaid, Excerpt, Finding, RelatedPlace } from './model/findings/finding';
export type { CheckedTarget, FleetSummary } from './model/findings/fleet';
export type { Position } from './model/documents/place';
export type { Project } from './model/project/project';
export type { RuleLevel, Severity } from './model/severity';
export type { Source } from './model/documents/source';
export {
  scoreOf,
  type SchemaStrength,
  type StrengthResult,
  type Survivor,
  type Tally,
  type Weakness,
} from './model/findings/strength';
export { UsageError } from './model/usage-error';
export type { SchemaVerdict } from './model/schemas/validation';
export type { Violation } from './model/schemas/violation';
export { isReportFormat, REPORTERS, type ReportFormat } from './reporters/reporter-registry';
export type { FleetOutput, ReportedError, Reporter, ReporterOptions } from './reporters/reporter';
export { readFault } from './serve/faults/read-fault';
export { serve, type RunningApi, type ServeOptions } from './serve/serve';
export type { VersionsChoices, VersionsIndex, VersionsShow } from './types';
