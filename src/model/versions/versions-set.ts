import type { Document } from '../documents/document';
import type { Microversion } from './microversion';
import type { Place } from '../documents/place';
import type { VersionsView } from './versions-document';

/** One versions document, ready to be checked by the laws. */
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
  /** The place to report where there are no documents: the service as a whole. */
  readonly place?: Place;
  /** The newest microversion of the service's code, if the user stated it. */
  readonly newest?: Microversion;
  /** The oldest microversion according to the manifest; it counts where no document states one. */
  readonly base?: Microversion;
  /** The `vX.Y` folders of the samples next to these documents, each once. */
  readonly folders: readonly { readonly microversion: Microversion; readonly place: Place }[];
}
