import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { contractsFromTable, readTables } from '../../examples/contracts-from-table.mjs';

const MANIFESTS = ['contracts.yaml', 'contracts.yml', 'contracts.json'];

export function hasManifest(folder) {
  return MANIFESTS.some((name) => existsSync(join(folder, name)));
}

/** Whether a folder has a table of contracts (docs/whole-service.md). */
export function hasTable(folder) {
  return ['contract.json', 'mapping.json'].every((name) => existsSync(join(folder, name)));
}

/** Opens the project of a folder with its manifest or, if it has a table of contracts instead, with a manifest made from the table. */
export function openTree(library, tree) {
  return hasManifest(tree) || !hasTable(tree)
    ? library.openProject({ cwd: tree })
    : library.openProject({
        cwd: tree,
        manifestText: JSON.stringify(contractsFromTable(readTables(tree)), undefined, 2),
      });
}
