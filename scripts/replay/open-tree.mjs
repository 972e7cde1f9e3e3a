import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { contractsFromTable, readTables } from '../../examples/contracts-from-table.mjs';

const MANIFESTS = ['contracts.yaml', 'contracts.yml', 'contracts.json'];

/** Opens the project of a folder with its manifest or, if it has a table of contracts instead, with a manifest made from the table. */
export function openTree(library, tree) {
  const hasManifest = MANIFESTS.some((name) => existsSync(join(tree, name)));
  const hasTable = ['contract.json', 'mapping.json'].every((name) => existsSync(join(tree, name)));
  return hasManifest || !hasTable
    ? library.openProject({ cwd: tree })
    : library.openProject({
        cwd: tree,
        manifestText: JSON.stringify(contractsFromTable(readTables(tree)), undefined, 2),
      });
}
