import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../measure.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Measures a plain loop over ajv on the samples of a folder. */
export const plainAjv = (folder, ...options) =>
  measure([`${here}plain-ajv.mjs`, resolve(folder), ...options], here, { exits: [0] });
