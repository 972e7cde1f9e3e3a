import type { SubjectKind } from './rule';

/** What every kind of subject means to the stages; a kind that is missing here does not compile. */
interface SubjectKindTraits {
  /**
   * Whose verdict its findings belong to: that of one document, or one across documents. `manifest`: across documents, and only of a run
   * over a manifest as written, so a single value from a test has none.
   */
  readonly scope: 'one-document' | 'across-documents' | 'manifest';
  /** Whether it can exist without a manifest, so that `samplegate laws` runs its rules. */
  readonly withoutManifest: boolean;
  /** Whether its rules are laws, whose wording wins over a violation's or a fact's at the same token. */
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
  fact: OF_MANIFEST,
  'contract-ranges': OF_MANIFEST,
  'schema-part': OF_MANIFEST,
  'unused-schema': OF_MANIFEST,
  'sample-series': OF_MANIFEST,
  'sample-folder': OF_MANIFEST,
  'shared-object': OF_MANIFEST,
  project: OF_MANIFEST,
  exchange: { ...OF_DOCUMENT, isLaw: false },
  comparison: { scope: 'one-document', withoutManifest: false, isLaw: false },
  negotiation: { ...OF_DOCUMENT, isLaw: false },
  'followed-link': { ...OF_DOCUMENT, isLaw: false },
};
