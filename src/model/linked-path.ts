/** A symbolic link to a folder or file, as names of files begin with it, and where git has what it leads to, from the top of the repository. */
export interface LinkedPath {
  readonly name: string;
  readonly path: string;
}
