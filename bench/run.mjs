// `npm run bench`: start-up and a fleet; `npm run bench -- --tree TREE`: a whole service's contract, on a tree as docs/whole-service.md
// tells. Prints figures and asserts nothing about time.
const tree = process.argv.indexOf('--tree');
if (tree === -1) {
  await import('./bench.mjs');
  await import('./fleet.mjs');
} else {
  const { benchTree } = await import('./tree.mjs');
  await benchTree(process.argv[tree + 1] ?? '');
}
