import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../nova/samplegate.mjs';

/** Writes the built page with some data, as the reporter does, and gives its address. */
export function pageWith(data, folder, name) {
  const [before, after] = readFileSync(join(ROOT, 'dist', 'page.html'), 'utf8').split(/(?<=id="data">)/);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, before + JSON.stringify(data).replaceAll('<', String.raw`\u003C`) + after);
  return pathToFileURL(file).href;
}
