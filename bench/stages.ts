import { judgePlan } from '../src/engine/pipeline';
import { planProject } from '../src/engine/plan-project';
import { DISK } from '../src/project/tree/disk-tree';
import { loadManifest } from '../src/project/load-manifest';
import { loadProject } from '../src/project/load-project';
import { REPORTERS } from '../src/reporters/reporter-registry';

// Runs the stages of `samplegate check` once in this process, and prints the milliseconds of each as JSON.
const stages: Record<string, number> = {};
let last = 0;

function lap(stage: string): void {
  const now = performance.now();
  stages[stage] = now - last;
  last = now;
}

lap('start node and load the code');
const reading = loadManifest(DISK, process.cwd());
if (reading.kind === 'wrong') throw new Error('the manifest is wrong');
lap('read the manifest');
const project = loadProject(reading, process.cwd(), DISK);
lap('list, read and match samples');
const result = judgePlan(planProject(project), [], lap);
REPORTERS.pretty.report(result, { color: false, verbose: false, quiet: false, version: '' });
lap('report');
process.stdout.write(JSON.stringify(stages));
