import type { SubjectKind } from './rule';

/** How the stages treat each kind of subject. If a kind is missing here, this file does not compile. */
interface SubjectKindTraits {
  /**
   * Whether its findings belong to one document or to several. `manifest` means several documents too, but only in a check of the whole
   * manifest: the check of a single value in a test has no such subjects.
   */
  readonly scope: 'one-document' | 'across-documents' | 'manifest';
  /** Whether it exists without a manifest: then `samplegate laws` runs its rules. */
  readonly withoutManifest: boolean;
  /** Whether its rules are laws. At the same token, a law's message replaces that of a violation or fact. */
  readonly isLaw: boolean;
  /** What is missing where there is no such subject, to follow `nothing to judge:`. Only for kinds whose rules look across documents. */
  readonly without?: string;
  /** Where the subjects are problems, the kinds in which they are looked for. Without problems, their rules pass. Default: the kind itself. */
  readonly soughtIn?: readonly SubjectKind[];
}

const OF_DOCUMENT = { scope: 'one-document', withoutManifest: true } as const;
const OF_MANIFEST = { scope: 'manifest', withoutManifest: false, isLaw: false } as const;
const IN_SCHEMAS = {
  ...OF_MANIFEST,
  without: 'no schemas',
  soughtIn: ['contract', 'schema-example'],
} as const;

export const SUBJECT_KINDS: Readonly<Record<SubjectKind, SubjectKindTraits>> = {
  document: { ...OF_DOCUMENT, isLaw: true },
  sample: { scope: 'one-document', withoutManifest: false, isLaw: false },
  versions: { ...OF_DOCUMENT, isLaw: true },
  'versions-set': {
    scope: 'across-documents',
    withoutManifest: true,
    isLaw: true,
    without: 'no versions documents',
  },
  'schema-problem': { ...IN_SCHEMAS, scope: 'across-documents' },
  contract: { ...OF_MANIFEST, without: 'no contracts' },
  'unmatched-pattern': { ...OF_MANIFEST, without: 'no contracts', soughtIn: ['contract'] },
  'contract-template': { ...OF_MANIFEST, without: 'no contracts with placeholders' },
  'idle-glob': { ...OF_MANIFEST, without: 'no contracts', soughtIn: ['contract'] },
  fact: { ...OF_MANIFEST, without: 'no facts' },
  'contract-ranges': { ...OF_MANIFEST, without: 'no contracts' },
  'schema-part': { ...OF_MANIFEST, without: 'no schemas' },
  'unused-schema': IN_SCHEMAS,
  'sample-series': { ...OF_MANIFEST, without: 'no samples with a microversion' },
  'sample-folder': { ...OF_MANIFEST, without: 'no vX.Y folders' },
  'shared-object': { ...OF_MANIFEST, without: 'no lists that share an object schema with another contract' },
  operation: { ...OF_MANIFEST, without: 'no operations of OpenAPI documents' },
  'openapi-problem': {
    ...OF_MANIFEST,
    without: 'no OpenAPI documents',
    soughtIn: ['operation', 'schema-example'],
  },
  'schema-example': { ...OF_MANIFEST, without: 'no examples of schemas' },
  project: {
    ...OF_MANIFEST,
    without: 'no manifest',
    soughtIn: ['project', 'document', 'exchange', 'schema-example'],
  },
  named: { scope: 'across-documents', withoutManifest: false, isLaw: false },
  change: { ...OF_MANIFEST, isLaw: true },
  'request-group': { ...OF_DOCUMENT, isLaw: false },
  exchange: { ...OF_DOCUMENT, isLaw: false },
  comparison: { scope: 'one-document', withoutManifest: false, isLaw: false },
  negotiation: { ...OF_DOCUMENT, isLaw: false },
  'followed-link': { ...OF_DOCUMENT, isLaw: false },
};
