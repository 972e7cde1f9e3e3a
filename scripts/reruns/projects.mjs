// The projects that `npm run test:reruns` changes.
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { hasManifest } from '../replay/open-tree.mjs';

const OPEN_API = /^(openapi|swagger)\.(ya?ml|json)$/;

/** Each folder below this one that has something to check, with the command line. */
export function* projectsBelow(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const documents = entries.filter((entry) => entry.isFile() && OPEN_API.test(entry.name));
  if (hasManifest(folder)) yield [folder, ['check']];
  else if (documents.length > 0) yield [folder, ['check', documents[0].name]];
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* projectsBelow(join(folder, entry.name));
}

export function filesBelow(folder) {
  return entriesBelow(folder).flatMap(([path, entry]) => (entry.isFile() ? path : []));
}

function entriesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => [join(entry.parentPath, entry.name), entry]);
}

/** The files below a folder, and a function that restores all of them, and removes all others. */
export function keepFiles(folder) {
  const before = entriesBelow(folder);
  const known = new Set(before.map(([path]) => path));
  const bytes = new Map(
    before.flatMap(([path, entry]) => (entry.isFile() ? [[path, fs.readFileSync(path)]] : [])),
  );
  const restore = () => {
    for (const [path] of entriesBelow(folder))
      if (!known.has(path)) fs.rmSync(path, { recursive: true, force: true });
    for (const [path, content] of bytes) {
      if (fs.existsSync(path) && fs.readFileSync(path).equals(content)) continue;
      fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, content);
    }
  };
  return { files: [...bytes.keys()], restore };
}
