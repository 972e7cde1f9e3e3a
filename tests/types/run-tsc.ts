import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An error of the compiler in a file; lines count from 1. */
export interface CompilerError {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

const OPTIONS = {
  target: 'es2023',
  // Reading the types of browsers would take longer than everything else.
  lib: ['es2023'],
  skipLibCheck: true,
  module: 'node18',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

/** Compiles texts by path, in one run and in a temporary folder. Every file has an entry, which is empty where there are no errors. */
export function runTsc(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly CompilerError[]> {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-types-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS }));
    const tsc = join(__dirname, '..', '..', 'node_modules', '.bin', 'tsc');
    const { stdout, stderr } = spawnSync(tsc, ['-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
      cwd: folder,
    });
    return readErrors([...files.keys()], stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readErrors(paths: readonly string[], output: string): ReadonlyMap<string, readonly CompilerError[]> {
  const errors = new Map<string, CompilerError[]>(paths.map((path) => [path, []]));
  for (const line of output.split('\n').filter((text) => /^\S/.test(text))) {
    const [, path = '', number = '', code = '', message = ''] =
      /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line) ?? [];
    const found = errors.get(path);
    if (found === undefined) throw new Error(`tsc failed: ${line}`);
    found.push({ line: Number(number), code, message });
  }
  return errors;
}
