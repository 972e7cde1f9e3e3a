// `npm run bench` measures start-up, a fleet, the memory of each report format, and the HTML page. `npm run bench -- --tree TREE` measures a whole service's
// contract, on a tree as described in docs/whole-service.md; with `--times N`, also with N copies of its samples. Prints figures; asserts
// nothing about time.
import { parseArgs } from 'node:util';

const { tree, times } = parseArgs({
  options: { tree: { type: 'string' }, times: { type: 'string' } },
}).values;
if (tree === undefined) {
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
