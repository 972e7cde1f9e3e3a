import { BASE_RULES } from './base/base-rules';
import { declaredBreaksUsed } from './base/declared-breaks-used';
import { contractHasDocument } from './contracts/contract-has-document';
import { patternHasSample } from './contracts/pattern-has-sample';
import { projectHasDocuments } from './judged/project-has-documents';
import { propertyMisspelt } from './contracts/property-misspelt';
import { rangesAdjoin } from './contracts/ranges-adjoin';
import { rangesDiffer } from './contracts/ranges-differ';
import { rangesDisjoint } from './contracts/ranges-disjoint';
import { rangesReachEnds } from './contracts/ranges-reach-ends';
import { sampleFailsAsExpected } from './contracts/sample-fails-as-expected';
import { sampleFolderDiffers } from './contracts/sample-folder-differs';
import { sampleHasContract } from './contracts/sample-has-contract';
import { sampleHasSchema } from './contracts/sample-has-schema';
import { sampleInContractRange } from './contracts/sample-in-contract-range';
import { sampleMatchesSchema } from './contracts/sample-matches-schema';
import { sampleShapeInRange } from './contracts/sample-shape-in-range';
import { sampleUpToDate } from './contracts/sample-up-to-date';
import { globExcludesFile } from './contracts/glob-excludes-file';
import { schemaHasSample } from './contracts/schema-has-sample';
import { sharedKeysAnswered } from './contracts/shared-keys-answered';
import { factFound } from './facts/fact-found';
import { factsAgree } from './facts/facts-agree';
import { fileReadable } from './files/file-readable';
import { fileSizeBounded } from './files/file-size-bounded';
import { fileUtf8 } from './files/file-utf-8';
import { jsonWellFormed } from './files/json-well-formed';
import { keysUnique } from './files/keys-unique';
import { nestingBounded } from './files/nesting-bounded';
import { numbersExact } from './files/numbers-exact';
import { stringsWellFormed } from './files/strings-well-formed';
import { collectionLink } from './laws/collection-link';
import { documentsAgree } from './laws/documents-agree';
import { entryRequired } from './laws/entry-required';
import { finalNewline } from './laws/final-newline';
import { folderInRange } from './laws/folder-in-range';
import { idForm } from './laws/id-form';
import { idUnique } from './laws/id-unique';
import { mediaTypeVersion } from './laws/media-type-version';
import { mediaTypesPlace } from './laws/media-types-place';
import { microversionAlias } from './laws/microversion-alias';
import { microversionForm } from './laws/microversion-form';
import { microversionPair } from './laws/microversion-pair';
import { microversionRange } from './laws/microversion-range';
import { microversionString } from './laws/microversion-string';
import { microversionWidth } from './laws/microversion-width';
import { newestMatchesCode } from './laws/newest-matches-code';
import { noPlaceholder } from './laws/no-placeholder';
import { noPrivateAddress } from './laws/no-private-address';
import { oneCurrent } from './laws/one-current';
import { selfAbsolute } from './laws/self-absolute';
import { selfLink } from './laws/self-link';
import { selfVersion } from './laws/self-version';
import { statusKnown } from './laws/status-known';
import { updatedDateTime } from './laws/updated-date-time';
import { versionListed } from './laws/version-listed';
import { versionsEnvelope } from './laws/versions-envelope';
import { versionsSomeUsable } from './laws/versions-some-usable';
import { sampleJudged } from './judged/sample-judged';
import { liveAnswers } from './live/live-answers';
import { liveAskedMicroversion } from './live/live-asked-microversion';
import { liveDefault } from './live/live-default';
import { liveEcho } from './live/live-echo';
import { liveInRange } from './live/live-in-range';
import { liveJson } from './live/live-json';
import { liveLatest } from './live/live-latest';
import { liveLinksHost } from './live/live-links-host';
import { liveMalformed } from './live/live-malformed';
import { liveOutOfRange } from './live/live-out-of-range';
import { liveRootIgnoresHeader } from './live/live-root-ignores-header';
import { liveSelfReachable } from './live/live-self-reachable';
import { liveStatus } from './live/live-status';
import { liveVary } from './live/live-vary';
import { sampleMatchesResponse } from './live/sample-matches-response';
import { discriminatorNamesBranch } from './openapi/discriminator-names-branch';
import { exampleHasSchema } from './openapi/example-has-schema';
import { exampleOrExamples } from './openapi/example-or-examples';
import { examplePropertiesDeclared } from './openapi/example-properties-declared';
import { exampleResolves } from './openapi/example-resolves';
import { nullableHasType } from './openapi/nullable-has-type';
import { openapiReadable } from './openapi/openapi-readable';
import { operationHasExample } from './openapi/operation-has-example';
import { readOnlyInRequest } from './openapi/read-only-in-request';
import { schemaExampleMatches } from './openapi/schema-example-matches';
import { writeOnlyInResponse } from './openapi/write-only-in-response';
import { schemaBranchesReachable } from './schemas/schema-branches-reachable';
import { schemaConstrains } from './schemas/schema-constrains';
import { schemaDialectKnown } from './schemas/schema-dialect-known';
import { schemaFormatsKnown } from './schemas/schema-formats-known';
import { schemaIsValid } from './schemas/schema-is-valid';
import { schemaKeywordsApply } from './schemas/schema-keywords-apply';
import { schemaKeywordsKnown } from './schemas/schema-keywords-known';
import { schemaKeywordsPlaced } from './schemas/schema-keywords-placed';
import { schemaObjectPossible } from './schemas/schema-object-possible';
import { schemaPatternsCompile } from './schemas/schema-patterns-compile';
import { schemaPatternsExact } from './schemas/schema-patterns-exact';
import { schemaReadsAlike } from './schemas/schema-reads-alike';
import { schemaReadable } from './schemas/schema-readable';
import { schemaReferencesResolve } from './schemas/schema-references-resolve';
import { schemaRefSiblings } from './schemas/schema-ref-siblings';
import { schemaRequiredDeclared } from './schemas/schema-required-declared';
import { schemaUsed } from './schemas/schema-used';
import { schemaValuesTyped } from './schemas/schema-values-typed';
import type { AnyRule } from './rule';

/** Every rule, one line each; the order is that of docs/rules.md. */
export const RULES: readonly AnyRule[] = [
  versionsEnvelope,
  versionsSomeUsable,
  entryRequired,
  idForm,
  idUnique,
  statusKnown,
  oneCurrent,
  updatedDateTime,
  microversionString,
  microversionForm,
  microversionPair,
  microversionRange,
  microversionAlias,
  microversionWidth,
  selfLink,
  selfAbsolute,
  selfVersion,
  collectionLink,
  mediaTypeVersion,
  mediaTypesPlace,
  documentsAgree,
  versionListed,
  folderInRange,
  newestMatchesCode,
  noPlaceholder,
  noPrivateAddress,
  finalNewline,
  liveAnswers,
  liveStatus,
  liveJson,
  sampleMatchesResponse,
  liveEcho,
  liveVary,
  liveDefault,
  liveLatest,
  liveInRange,
  liveOutOfRange,
  liveMalformed,
  liveRootIgnoresHeader,
  liveAskedMicroversion,
  liveSelfReachable,
  liveLinksHost,
  fileReadable,
  fileSizeBounded,
  fileUtf8,
  jsonWellFormed,
  nestingBounded,
  keysUnique,
  numbersExact,
  stringsWellFormed,
  projectHasDocuments,
  contractHasDocument,
  patternHasSample,
  rangesDisjoint,
  rangesAdjoin,
  rangesReachEnds,
  rangesDiffer,
  sampleHasContract,
  schemaHasSample,
  globExcludesFile,
  sampleInContractRange,
  sampleHasSchema,
  sampleMatchesSchema,
  sampleFailsAsExpected,
  propertyMisspelt,
  sampleJudged,
  sampleUpToDate,
  sampleShapeInRange,
  sampleFolderDiffers,
  sharedKeysAnswered,
  schemaReadable,
  schemaReadsAlike,
  schemaDialectKnown,
  schemaIsValid,
  schemaReferencesResolve,
  schemaPatternsCompile,
  schemaKeywordsKnown,
  schemaKeywordsPlaced,
  schemaRefSiblings,
  schemaFormatsKnown,
  schemaConstrains,
  schemaKeywordsApply,
  schemaRequiredDeclared,
  schemaObjectPossible,
  schemaValuesTyped,
  schemaBranchesReachable,
  schemaPatternsExact,
  schemaUsed,
  openapiReadable,
  operationHasExample,
  exampleResolves,
  exampleOrExamples,
  exampleHasSchema,
  examplePropertiesDeclared,
  discriminatorNamesBranch,
  readOnlyInRequest,
  writeOnlyInResponse,
  nullableHasType,
  schemaExampleMatches,
  factFound,
  factsAgree,
  ...BASE_RULES,
  declaredBreaksUsed,
];
