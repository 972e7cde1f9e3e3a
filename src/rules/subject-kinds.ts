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
}

const OF_DOCUMENT = { scope: 'one-document', withoutManifest: true } as const;
const OF_MANIFEST = { scope: 'manifest', withoutManifest: false, isLaw: false } as const;

export const SUBJECT_KINDS: Readonly<Record<SubjectKind, SubjectKindTraits>> = {
  document: { ...OF_DOCUMENT, isLaw: true },
  sample: { scope: 'one-document', withoutManifest: false, isLaw: false },
  versions: { ...OF_DOCUMENT, isLaw: true },
  'versions-set': { scope: 'across-documents', withoutManifest: true, isLaw: true },
  'schema-problem': { scope: 'across-documents', withoutManifest: false, isLaw: false },
  contract: OF_MANIFEST,
  'unmatched-pattern': OF_MANIFEST,
  'contract-template': OF_MANIFEST,
  'idle-glob': OF_MANIFEST,
  fact: OF_MANIFEST,
  'contract-ranges': OF_MANIFEST,
  'schema-part': OF_MANIFEST,
  'unused-schema': OF_MANIFEST,
  'sample-series': OF_MANIFEST,
  'sample-folder': OF_MANIFEST,
  'shared-object': OF_MANIFEST,
  operation: OF_MANIFEST,
  'openapi-problem': OF_MANIFEST,
  'schema-example': OF_MANIFEST,
  project: OF_MANIFEST,
  named: { scope: 'across-documents', withoutManifest: false, isLaw: false },
  'request-group': { ...OF_DOCUMENT, isLaw: false },
  exchange: { ...OF_DOCUMENT, isLaw: false },
  comparison: { scope: 'one-document', withoutManifest: false, isLaw: false },
  negotiation: { ...OF_DOCUMENT, isLaw: false },
  'followed-link': { ...OF_DOCUMENT, isLaw: false },
};
