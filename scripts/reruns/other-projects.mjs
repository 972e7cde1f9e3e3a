// Changes of which files a project has, and of its manifest. Each is a name and a function that makes the change on disk.
import * as fs from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { editedManifests } from './manifest-edits.mjs';

/** With one in this many changes of a manifest, files are renamed too. */
const RENAMED_EACH = 4;

export function* otherProjects(folder, files) {
  for (const file of files) {
    const name = relative(folder, file);
    const beside = renamed(file);
    yield { what: `${name} deleted`, change: () => fs.rmSync(file) };
    yield { what: `${name} renamed`, change: () => fs.renameSync(file, beside) };
    yield { what: `${name} copied`, change: () => fs.copyFileSync(file, beside) };
    yield {
      what: `${name} copied to a newer version`,
      change: () => {
        const newer = join(dirname(file), 'v2.77');
        fs.mkdirSync(newer, { recursive: true });
        fs.copyFileSync(file, join(newer, basename(file)));
      },
    };
  }
  const manifest = files.find((file) => file.startsWith(join(folder, 'contracts.')));
  if (manifest === undefined) return;
  const others = ['samples', 'schemas'].flatMap(
    (part) => files.find((file) => file !== manifest && relative(folder, file).includes(part)) ?? [],
  );
  for (const [index, [what, text]] of [...editedManifests(fs.readFileSync(manifest, 'utf8'))].entries()) {
    yield { what, change: () => fs.writeFileSync(manifest, text) };
    if (index % RENAMED_EACH === 0)
      yield {
        what: `${what}, and files renamed`,
        change: () => {
          fs.writeFileSync(manifest, text);
          for (const file of others) fs.renameSync(file, renamed(file));
        },
      };
  }
}

function renamed(file) {
  return join(dirname(file), `new-${basename(file)}`);
}
