import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';

import { bundledSource } from '../bundled-source';

test('after a call, V8 has the settings from before', () => {
  const program = `
    const { optimizeLater, optimizingLater } = require(${JSON.stringify(bundledSource('src/engine/optimize-later.ts'))});
    // It is made of V8's version and settings.
    const { cachedDataVersionTag } = require('node:v8');
    const before = cachedDataVersionTag();
    const during = optimizingLater(cachedDataVersionTag);
    const after = cachedDataVersionTag();
    optimizeLater();
    console.log(JSON.stringify([during, after, cachedDataVersionTag()].map((tag) => tag === before)));
  `;
  const isIgnored = !process.versions.node.startsWith('20.');
  expect(JSON.parse(execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8' }))).toEqual([
    isIgnored,
    true,
    isIgnored,
  ]);
});
