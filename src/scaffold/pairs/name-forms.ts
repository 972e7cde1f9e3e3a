import { folderMicroversion } from '../../model/versions/microversion';
import { kebab } from '../contract-names';

/** The name of a file as words, and those of the folders that it is in; without folders `vX.Y`. */
export interface FileName {
  readonly stem: string;
  readonly folders: readonly string[];
}

const SCHEMA_SUFFIX = /[._-]?(?:json-?)?schema$/i;
const MARK =
  '(?:examples?|samples?|payloads?|fixtures?|instances?|valid|invalid|negative|good|bad|wrong|minimal|maximal|simple|full|complete|basic)';
const AFTER = new RegExp(`[._-]${MARK}$`, 'i');
const BEFORE = new RegExp(`^${MARK}[._-]`, 'i');

/** The name of a schema. A file such as `pet/schema.json` or `pet/index.json` is named by its folder. */
export function fileNameOfSchema(path: string): FileName {
  const { stem, folders } = fileNameOfSample(path);
  const name = stem.replace(SCHEMA_SUFFIX, '');
  const last = folders.at(-1);
  return (name === '' || name === 'index') && last !== undefined
    ? { stem: last, folders: folders.slice(0, -1) }
    : { stem: name === '' ? stem : name, folders };
}

export function fileNameOfSample(path: string): FileName {
  const segments = path.split('/');
  return {
    stem: (segments.at(-1) ?? '').replace(/\.(?:json|ya?ml|ndjson|jsonl)$/i, ''),
    folders: segments.slice(0, -1).filter((folder) => folderMicroversion(folder) === undefined),
  };
}

/** The names that a schema may have for a sample of this name, the closest first: `pet-1.example` gives `pet-1` and `pet`, too. */
export function nameForms(stem: string): readonly string[] {
  const forms = new Set([stem]);
  // A set visits what is added to it during the loop.
  for (const form of forms) {
    for (const shorter of [
      form.replace(AFTER, ''),
      form.replace(BEFORE, ''),
      form.replace(/[._-]?\d+$/, ''),
      form.replace(/\.[^.]*$/, ''),
    ])
      if (shorter !== '') forms.add(shorter);
  }
  return [...forms];
}

/** The beginnings of a name, the longest first: `pet-list-all` gives `pet-list` and `pet`. */
export function nameStarts(stem: string): readonly string[] {
  const words = kebab(stem).split('-');
  return words
    .map((_, index) => words.slice(0, words.length - 1 - index).join('-'))
    .filter((name) => name !== '');
}

/** The names that a folder in the plural may stand for: `policies` gives `policy`, `boxes` gives `box` and `boxe`. */
export function singularForms(folder: string): readonly string[] {
  const name = kebab(folder);
  return [
    [/ies$/, 'y'],
    [/es$/, ''],
    [/(?<!s)s$/, ''],
  ].flatMap(([ending, singular]) => {
    const form = name.replace(ending ?? '', String(singular));
    return form === name || form === '' ? [] : [form];
  });
}
