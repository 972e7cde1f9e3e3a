import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect } from '@jest/globals';

import { run } from '../../src/cli/run';
import { tempFolder } from '../temp-folder';

/** What to create at a path: a text, bytes, an empty folder, or a symbolic link. */
export type Entry = string | Buffer | { readonly folder: true } | { readonly link: string };

/** The outcome of a run of `samplegate check`. */
export interface Outcome {
  readonly code: number;
  /** `file:line:column rule message` for each finding; `file:line:column message` for an error that stopped the run. */
  readonly said: readonly string[];
  /** The standard error. */
  readonly err: string;
}

export const MANIFEST = `contracts:
  flavors.show:
    schema: show.json
    samples: flavor.json
`;

export const SCHEMA = '{ "type": "object", "required": ["id"] }';

const SAMPLE = '{ "id": "1" }\n';

/** A project that passes, except for these entries; undefined removes a file. */
export function project(entries: Readonly<Record<string, Entry | undefined>>): string {
  const root = tempFolder();
  const all: Readonly<Record<string, Entry | undefined>> = {
    'contracts.yaml': MANIFEST,
    'schemas/show.json': SCHEMA,
    'api_samples/flavor.json': SAMPLE,
    ...entries,
  };
  for (const folder of ['schemas', 'api_samples']) mkdirSync(join(root, folder));
  for (const [path, entry] of Object.entries(all)) {
    const at = join(root, path);
    mkdirSync(dirname(at), { recursive: true });
    if (entry === undefined) continue;
    if (typeof entry === 'string' || Buffer.isBuffer(entry)) writeFileSync(at, entry);
    else if ('link' in entry) symlinkSync(entry.link, at);
    else mkdirSync(at, { recursive: true });
  }
  return root;
}

/** Runs the command line in a folder; nothing it prints may be a stack trace. */
export async function check(cwd: string, args: readonly string[] = []): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await run(['check', '--format', 'json', ...args], {
    cwd,
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    interrupted: () => new Promise(() => {}),
    readStdin: () => Promise.resolve(Buffer.of()),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  expect(`${out}${err}`).not.toMatch(/^\s*at .*:\d+:\d+\)?$/m);
  return { code, said: linesOf(JSON.parse(out)), err };
}

/** Runs `check` in a project with these entries. */
export function checkFiles(entries: Readonly<Record<string, Entry | undefined>>): Promise<Outcome> {
  return check(project(entries));
}

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly file: string;
    readonly start: { readonly line: number; readonly column: number };
  }[];
  readonly error?: {
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
  };
}

function linesOf({ findings, error }: Report): readonly string[] {
  const lines = findings.map(
    ({ ruleId, message, file, start }) => `${file}:${start.line}:${start.column} ${ruleId} ${message}`,
  );
  if (error === undefined) return lines;
  const { message, file, line, column } = error;
  return [...lines, file === undefined ? message : `${file}:${line}:${column} ${message}`];
}
