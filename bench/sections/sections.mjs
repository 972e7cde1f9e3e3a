import { fleet } from './fleet.mjs';
import { formats } from './formats.mjs';
import { jest } from './jest.mjs';
import { many } from './many.mjs';
import { openapi } from './openapi.mjs';
import { page } from './page.mjs';
import { samples } from './samples.mjs';
import { schemastore } from './schemastore.mjs';
import { start } from './start.mjs';
import { tree } from './tree.mjs';
import { watch } from './watch.mjs';

/** Each measures one table of docs/performance.md; those that cannot return the reason. */
export const SECTIONS = {
  start,
  tree,
  watch,
  jest,
  schemastore,
  many,
  samples,
  fleet,
  formats,
  openapi,
  page,
};
