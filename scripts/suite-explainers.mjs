// `npm run suite:explainers -- DIR [TREE…]`: compares the violations of every refused value with those of a build in which ajv explains all of them:
// in the official JSON Schema Test Suite in DIR, and in each TREE, a project with a manifest, a table of contracts or a checkout of SchemaStore.
// Prints the number of refused values and every difference; exits with 0, with 1 where violations differ, and with 2 where it could not run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { contractsFromSchemaStore } from '../examples/contracts-from-schemastore.mjs';
import { loadLibrary } from './replay/load-library.mjs';
import { openTree } from './replay/open-tree.mjs';
import { DIALECTS, openGroups, readTests } from './suite/read-suite.mjs';

/** Replaces the finder of errors with one that knows no schema. */
const AJV_ALONE = {
  name: 'ajv-alone',
  setup({ onLoad }) {
    onLoad({ filter: /find-errors\.ts$/ }, () => ({
      contents: 'export const createErrorFinder = () => () => undefined;',
    }));
  },
};

const [dir, ...trees] = process.argv.slice(2);
if (dir === undefined) {
  process.stderr.write('usage: npm run suite:explainers -- DIR [TREE…]\n');
  process.exit(2);
}
try {
  const libraries = [await loadLibrary(), await loadLibrary([AJV_ALONE])];
  const root = resolve(dir);
  const work = mkdtempSync(join(tmpdir(), 'samplegate-explainers-'));
  process.on('exit', () => rmSync(work, { recursive: true }));
  let different = 0;
  for (const [name, uri] of DIALECTS) {
    const files = [...readTests(root, name), ...readTests(root, join(name, 'optional', 'format'))];
    different += report(
      name,
      files.flatMap(({ file, groups }) => {
        const folder = join(work, file.replaceAll('/', '-'));
        const projects = libraries.map((library, index) =>
          openGroups(library, `${folder}-${index}`, groups, { root, uri }),
        );
        return groups.flatMap(({ tests }, index) =>
          tests.map(({ data, description }) =>
            compare(libraries, projects, {
              ref: { file: `test-${index}.json`, pointer: '' },
              values: [data, data],
              name: `${file}: ${description}`,
            }),
          ),
        );
      }),
    );
  }
  for (const tree of trees) {
    const projects = libraries.map((library) => open(library, resolve(tree)));
    different += report(
      basename(resolve(tree)),
      projects[0].samples.flatMap(({ document: { source }, claims }, index) => {
        // Each library reads exact numbers as values of its own.
        const values = projects.map(
          ({ samples }) => samples[index].document.exact ?? samples[index].document.value,
        );
        return claims
          .flatMap(({ versions }) => versions)
          .map(({ schema }) => compare(libraries, projects, { ref: schema, values, name: source.name }));
      }),
    );
  }
  process.exitCode = different > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite:explainers: ${error.message}\n`);
  process.exitCode = 2;
}

function open(library, tree) {
  return existsSync(join(tree, 'src', 'schemas', 'json'))
    ? library.openProject({ cwd: tree, manifestText: JSON.stringify(contractsFromSchemaStore(tree)) })
    : openTree(library, tree);
}

function compare(libraries, projects, { ref, values, name }) {
  const [own, ajv] = libraries.map((library, index) =>
    library.schemaVerdict(projects[index], ref, values[index]),
  );
  return {
    name,
    isRefused: own.kind === 'checked' && own.violations.length > 0,
    isSame: isDeepStrictEqual(own, ajv),
  };
}

/** Prints the result of a folder, and returns the number of differences. */
function report(folder, compared) {
  const different = compared.filter(({ isSame }) => !isSame);
  for (const { name } of different) process.stdout.write(`  ${name}: the violations differ\n`);
  const refused = compared.filter(({ isRefused }) => isRefused).length;
  process.stdout.write(`${folder.padEnd(14)}  ${refused - different.length} of ${refused} refused values\n`);
  return different.length;
}
