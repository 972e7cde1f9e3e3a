import type { Place } from '../documents/place';

/** A glob of the manifest that should exclude files, but matches none. */
export interface IdleGlob {
  readonly property: 'ignore' | 'except';
  readonly glob: string;
  /** A similar glob that matches. */
  readonly nearest?: string;
  readonly place: Place;
}
