/** A file of generated types; its path is relative to the types folder, `/` between segments. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
