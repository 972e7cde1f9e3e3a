import type { Document } from './document';
import type { Microversion } from './microversion';
import type { Place } from './place';
import type { VersionsView } from './versions-document';

/** One versions document, ready to be judged by the laws. */
export interface VersionsSubject {
  readonly document: Document;
  /** Undefined when the document has none of the shapes. */
  readonly view: VersionsView | undefined;
  /** Whether the laws of Compute's own documents apply. */
  readonly compute: boolean;
}

/** The versions documents of one service within one origin, which must not contradict each other. */
export interface VersionsSet {
  readonly members: readonly VersionsSubject[];
  /** What to speak of where there is no member: the service as a whole. */
  readonly place?: Place;
  /** The newest microversion that the code says there is, when a user stated it. */
  readonly newest?: Microversion;
  /** Where microversions begin by the manifest, which has the say where no document states it. */
  readonly base?: Microversion;
  /** The `vX.Y` folders of the samples that stand beside these documents, each once. */
  readonly folders: readonly { readonly microversion: Microversion; readonly place: Place }[];
}
