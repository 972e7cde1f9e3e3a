import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src', 'page');

/** Browsers that are kept up to date, and those of long-term releases. */
const TARGETS = ['chrome115', 'firefox115', 'safari16.4'];

/** Writes the page of `--format html` without its data: one file with its script and style, and a policy that allows only these two. */
export async function buildPage(outfile) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/page/show-report.ts', 'src/page/style/page.css'],
    outdir: 'dist',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: TARGETS,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const textOf = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text.trim();
  const script = textOf('.js');
  const style = textOf('.css');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = readFileSync(join(folder, 'page.html'), 'utf8')
    .replace(/^ +/gm, '')
    .replace('POLICY', policy)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  writeFileSync(outfile, page);
}

function hashOf(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
