import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contractsFromTable, readTables } from '../../examples/contracts-from-table.mjs';

/** Calls back with a copy of a tree (docs/whole-service.md) that has the manifest made from its tables, and deletes it afterwards. */
export async function withProjectOf(tree, use) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-tree-'));
  try {
    const manifest = contractsFromTable(readTables(resolve(tree)));
    writeFileSync(join(folder, 'contracts.json'), JSON.stringify(manifest));
    for (const part of ['schemas', 'api_samples'])
      cpSync(join(tree, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    await use(folder, manifest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
