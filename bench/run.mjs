// `npm run bench` measures start-up, a fleet, the memory of each report format, and the HTML page. `npm run bench -- --tree TREE` measures a whole service's
// contract, on a tree as described in docs/whole-service.md; with `--times N`, also with N copies of its samples. `npm run bench -- --openapi FILE`
// compares the examples of an OpenAPI document with other tools, and `-- --samples N` measures N small samples. Prints figures; asserts nothing about
// time.
import { parseArgs } from 'node:util';

const { tree, times, samples, openapi, runs, all, only } = parseArgs({
  options: {
    tree: { type: 'string' },
    times: { type: 'string' },
    samples: { type: 'string' },
    openapi: { type: 'string' },
    runs: { type: 'string' },
    all: { type: 'boolean' },
    only: { type: 'string' },
  },
}).values;
if (openapi !== undefined) {
  const { benchOpenApi } = await import('./openapi.mjs');
  benchOpenApi(openapi, { runs: Number(runs ?? 1), all, only: only?.split(',') });
} else if (samples !== undefined) {
  const { benchSmall } = await import('./small.mjs');
  benchSmall(Number(samples));
} else if (tree === undefined) {
  await import('./bench.mjs');
  await import('./fleet.mjs');
  await import('./formats.mjs');
  await import('./page.mjs');
} else if (times === undefined) {
  const { benchTree } = await import('./tree.mjs');
  await benchTree(tree);
} else {
  const { benchMany } = await import('./many.mjs');
  await benchMany(tree, Number(times));
}
