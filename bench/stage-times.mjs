import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSource } from '../scripts/bundle-source.mjs';
import { median } from './figures.mjs';
import { measure } from './measure.mjs';
import { row, title } from './table.mjs';

/** Prints the stages of a check of the project in a folder, each in a cold process and without the code cache of the build. */
export async function printStages(project, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-stages-'));
  try {
    const outfile = join(folder, 'stages.cjs');
    await bundleSource('bench/stages.ts', outfile);
    const runs = Array.from({ length: rounds }, () =>
      JSON.parse(measure([outfile], project, { usage: false }).stdout),
    );
    title('the stages, each in a cold process, without the code cache');
    for (const stage of Object.keys(runs[0]))
      row(stage, `${median(runs.map((run) => run[stage])).toFixed(1)} ms`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
