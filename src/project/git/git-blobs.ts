import { git, gitBytes, gitQuietly } from './git';

/** The content of a blob, or why there is none. */
export type Blob =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'missing' };

/** In bytes: blobs are read together until they are this large. */
const LARGEST_BATCH = 2 ** 26;

/** In milliseconds. Nobody waits longer for what the run can do without. */
const LONGEST_FETCH = 60_000;

/** The settings and options with which git itself fetches missing objects. */
const FETCH = [
  '-c',
  'fetch.negotiationAlgorithm=noop',
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--recurse-submodules=no',
  '--filter=blob:none',
  '--stdin',
  '--end-of-options',
];

/** Reads blobs of a repository by object id, which no file name can confuse with another. Each is read once. */
export class GitBlobs {
  readonly #folder: string;
  readonly #known = new Map<string, Blob>();
  #promisor: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Reads those blobs that were not read yet, all in one go. `commit` contains them. */
  load(commit: string, ids: readonly string[], limit: number): void {
    const wanted = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (wanted.length === 0) return;
    const missing = this.#fetchMissing(commit, wanted);
    for (const id of wanted) if (missing.has(id)) this.#known.set(id, { kind: 'missing' });
    let batch: string[] = [];
    let size = 0;
    for (const [id, bytes] of this.#sizes(wanted.filter((each) => !missing.has(each)))) {
      if (bytes > limit) this.#known.set(id, { kind: 'too-large', bytes });
      else {
        if (size + bytes > LARGEST_BATCH) {
          this.#read(batch);
          [batch, size] = [[], 0];
        }
        batch.push(id);
        size += bytes;
      }
    }
    this.#read(batch);
  }

  /** What `load` has read. */
  get(id: string): Blob {
    return this.#known.get(id) ?? { kind: 'missing' };
  }

  #sizes(ids: readonly string[]): readonly (readonly [id: string, bytes: number])[] {
    if (ids.length === 0) return [];
    const lines = git(this.#folder, ['cat-file', '--batch-check'], { option: '--base', input: linesOf(ids) });
    return lines.split('\n').flatMap((line, index): (readonly [string, number])[] => {
      const [, type, bytes] = line.split(' ');
      const id = ids[index];
      if (id === undefined || type !== 'blob') return [];
      return [[id, Number(bytes)]];
    });
  }

  #read(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const output = gitBytes(this.#folder, ['cat-file', '--batch'], {
      option: '--base',
      input: linesOf(ids),
    });
    let at = 0;
    for (const id of ids) {
      const end = output.indexOf(0x0a, at);
      const [, type, bytes] = output.toString('latin1', at, end).split(' ');
      at = end + 1;
      if (type !== 'blob') continue;
      this.#known.set(id, { kind: 'bytes', bytes: output.subarray(at, at + Number(bytes)) });
      // A line break follows the content.
      at += Number(bytes) + 1;
    }
  }

  /** The blobs that a partial clone lacks, after an attempt to fetch them all at once: git alone would fetch one by one. */
  #fetchMissing(commit: string, wanted: readonly string[]): ReadonlySet<string> {
    const remote = (this.#promisor ??= promisorOf(this.#folder));
    if (remote === '') return new Set();
    const lacking = lackingIn(this.#folder, commit);
    const missing = wanted.filter((id) => lacking.has(id));
    if (missing.length === 0) return new Set();
    const fetched = gitQuietly(this.#folder, [...FETCH, remote], {
      input: linesOf(missing),
      timeout: LONGEST_FETCH,
    });
    if (fetched !== undefined) return new Set();
    const still = lackingIn(this.#folder, commit);
    return new Set(missing.filter((id) => still.has(id)));
  }
}

function linesOf(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}

/** The remote that a partial clone fetches missing objects from; empty in a whole clone. */
function promisorOf(folder: string): string {
  const found = gitQuietly(folder, ['config', '--get-regexp', String.raw`^remote\..*\.promisor$`]) ?? '';
  const [, name = ''] = /^remote\.(.*)\.promisor true$/m.exec(found) ?? [];
  return name;
}

/** The objects of a commit that are not here. */
function lackingIn(folder: string, commit: string): ReadonlySet<string> {
  const listed = git(folder, ['rev-list', '--objects', '--no-walk', '--missing=print', commit], {
    option: '--base',
  });
  return new Set(listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : [])));
}
