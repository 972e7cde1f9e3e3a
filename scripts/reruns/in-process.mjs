// What `npm run test:reruns` bundles: the command line, and how it is answered again.
export { run } from '../../src/cli/run';
export { lastRunOf } from '../../src/cli/rerun/answer-rerun';
export { recordRun } from '../../src/cli/rerun/keep-run';
export { changedSightings, parseKept } from '../../src/cli/rerun/kept-run-text';
