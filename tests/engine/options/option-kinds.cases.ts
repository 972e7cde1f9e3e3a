import { expect, test } from '@jest/globals';
import { join } from 'node:path';

import {
  either,
  listOf,
  needed,
  OPTION_KINDS,
  optionsOf,
  oneWordOf,
  type OptionKinds,
} from '../../../src/engine/options/option-kinds';
import * as samplegate from '../../../src/index';

const ROOT = join(__dirname, '..', '..', '..');
const URL = 'http://127.0.0.1:1';

const project = samplegate.openProject({ cwd: ROOT });
const schema = { file: 'schemas/versions/index.json', pointer: '' };

// From JavaScript, options may be anything.
type Call = (options: never) => unknown;
const CALLS: Readonly<Record<string, Call>> = {
  ...(samplegate as unknown as Record<string, Call>),
  serve: (options) => samplegate.serve(project, options),
  schemaVerdict: (options) => samplegate.schemaVerdict(project, schema, {}, options),
};

async function resultOf(name: string, options: unknown): Promise<unknown> {
  return CALLS[name]?.(options as never);
}

test.each<[call: string, options: object, message: string]>([
  [
    'check',
    { live: { url: URL, timeuot: 5 } },
    'unknown option `live.timeuot` of `check`: did you mean `timeout`?',
  ],
  ['check', { live: {} }, 'the option `live.url` of `check` must be a string, got none'],
  [
    'check',
    { live: { url: '' } },
    'the option `live.url` of `check` is empty: omit it, or set the variable that it comes from',
  ],
  [
    'check',
    { live: 'http://user:secret@127.0.0.1:1' },
    'the option `live` of `check` must be an object, got a string',
  ],
  [
    'check',
    { live: { url: URL, timeout: '5s' } },
    'the option `live.timeout` of `check` must be a number above 0, got a string',
  ],
  [
    'check',
    { live: { url: URL, concurrency: 0 } },
    'the option `live.concurrency` of `check` must be a whole number, 1 or more, got the number 0',
  ],
  [
    'check',
    { live: { url: URL, retries: -1 } },
    'the option `live.retries` of `check` must be a whole number, 0 or more, got the number -1',
  ],
  [
    'check',
    { live: { url: URL, compare: 'at-most' } },
    'the option `live.compare` of `check` must be `exact`, `at-least` or `shape`, got the string "at-most"',
  ],
  [
    'check',
    { live: { url: URL, headers: { 'X-Auth-Token': 'secret' } } },
    'the option `live.headers` of `check` must be an array, got an object',
  ],
  [
    'check',
    { live: { url: URL, headers: ['X-Auth-Token: secret'] } },
    'the option `live.headers[0]` of `check` must be an object, got a string',
  ],
  [
    'check',
    { live: { url: URL, headers: [{ name: 'X-Auth-Token', valeu: 'secret' }] } },
    'unknown option `live.headers[0].valeu` of `check`: did you mean `value`?',
  ],
  [
    'check',
    { live: { url: URL, headers: [{ name: 'X-Auth-Token', value: 'secret', shown: '$T' }] } },
    'the option `live.headers[0].credential` of `check` must be `true` or `false`, got none',
  ],
  [
    'check',
    { paths: [''] },
    'the option `paths[0]` of `check` is empty: omit it, or set the variable that it comes from',
  ],
  [
    'check',
    { manifest: '' },
    'the option `manifest` of `check` is empty: omit it, or set the variable that it comes from',
  ],
  [
    'check',
    { manifest: ['a.yaml', ''] },
    'the option `manifest[1]` of `check` is empty: omit it, or set the variable that it comes from',
  ],
  ['check', { cache: { buidl: 'x' } }, 'unknown option `cache.buidl` of `check`: did you mean `build`?'],
  [
    'check',
    { shard: { idnex: 1, count: 2 } },
    'unknown option `shard.idnex` of `check`: did you mean `index`?',
  ],
  ['check', { shard: { index: 1 } }, 'the option `shard.count` of `check` must be a number, got none'],
  [
    'checkFiles',
    { schema: 'a.json', documents: [{ nam: 'a', text: '' }] },
    'unknown option `documents[0].nam` of `checkFiles`: did you mean `name`?',
  ],
  [
    'checkFiles',
    { schema: 'a.json', documents: [{ name: 'a', text: {} }] },
    'the option `documents[0].text` of `checkFiles` must be a string or a `Uint8Array`, got an object',
  ],
  [
    'checkFiles',
    { schema: 'a.json', rules: { 'file-readble': 'off' } },
    "unknown option `rules['file-readble']` of `checkFiles`: did you mean `file-readable`?",
  ],
  [
    'checkLaws',
    { live: { url: URL } },
    'unknown option `live.url` of `checkLaws`: use one of headers, ca, cert, key, insecure, timeout, retries, concurrency, follow, bodySize, depth, negotiate, env',
  ],
  [
    'checkLaws',
    { urls: [URL], live: { negotate: true } },
    'unknown option `live.negotate` of `checkLaws`: did you mean `negotiate`?',
  ],
  [
    'checkLaws',
    { rules: { 'status-known': 'of' } },
    'the option `rules[\'status-known\']` of `checkLaws` must be `error`, `warning`, `info` or `off`, got the string "of"',
  ],
  [
    'checkLaws',
    { rules: { nonsense: 'off' } },
    "unknown option `rules['nonsense']` of `checkLaws`: `samplegate explain` lists the rules",
  ],
  [
    'checkLaws',
    { grouping: 'by-file' },
    'the option `grouping` of `checkLaws` must be `one-service`, `by-folder` or `by-home`, got the string "by-file"',
  ],
  [
    'checkTargets',
    { targets: 'a.yaml', live: { insecur: true } },
    'unknown option `live.insecur` of `checkTargets`: did you mean `insecure`?',
  ],
  [
    'checkTargets',
    { targets: 'a.yaml', least: 'warn' },
    'the option `least` of `checkTargets` must be `error`, `warning` or `info`, got the string "warn"',
  ],
  [
    'checkLawsOfTargets',
    { targets: 'a.yaml', live: { insecure: 1 } },
    'the option `live.insecure` of `checkLawsOfTargets` must be `true` or `false`, got the number 1',
  ],
  [
    'measureStrength',
    { only: [''] },
    'the option `only[0]` of `measureStrength` is empty: omit it, or set the variable that it comes from',
  ],
  [
    'openProject',
    { manifst: 'a.yaml' },
    'unknown option `manifst` of `openProject`: did you mean `manifest`?',
  ],
  [
    'openProject',
    { manifest: ['a.yaml'] },
    'the option `manifest` of `openProject` must be a string, got an array',
  ],
  ['serve', { prot: 8774 }, 'unknown option `prot` of `serve`: did you mean `port`?'],
  [
    'serve',
    { port: '8774' },
    'the option `port` of `serve` must be a whole number, 0 to 65535, got a string',
  ],
  [
    'serve',
    { port: 70_000 },
    'the option `port` of `serve` must be a whole number, 0 to 65535, got the number 70000',
  ],
  [
    'serve',
    { faults: ['newer-newest'] },
    'the option `faults[0]` of `serve` must be a fault that `readFault` returned, got a string',
  ],
  [
    'serve',
    { faults: [{ kind: 'newer-newest' }] },
    'the option `faults[0].fault` of `serve` must be a fault that `readFault` returned, got none',
  ],
  [
    'schemaVerdict',
    { formats: 'annotate' },
    'the option `formats` of `schemaVerdict` must be `asserted` or `annotated`, got the string "annotate"',
  ],
])('%s(%j) throws a UsageError', async (call, options, message) => {
  await expect(resultOf(call, options)).rejects.toThrow(new samplegate.UsageError(message));
});

test('options may come from a prototype', async () => {
  const cwd = join(ROOT, 'tests/fixtures/projects/warnings');
  const options: unknown = Object.create({ cwd, failOn: 'warning' });
  expect(await resultOf('check', options)).toMatchObject({ ok: false });
});

// The compiler checks these in `npm run typecheck`.
test('a kind that takes other values than the type of its option does not compile', () => {
  interface Options {
    readonly path?: string;
    readonly paths?: string | readonly string[];
    readonly mode?: 'a' | 'b';
    readonly inside?: { readonly count: number };
  }
  const right: OptionKinds<Options> = {
    path: OPTION_KINDS.text,
    paths: either(OPTION_KINDS.text, listOf(OPTION_KINDS.text)),
    mode: oneWordOf(['a', 'b']),
    inside: optionsOf<{ readonly count: number }>({ count: needed(OPTION_KINDS.count) }),
  };
  // @ts-expect-error: it takes too much.
  const more: OptionKinds<Options> = { ...right, path: either(OPTION_KINDS.text, OPTION_KINDS.flag) };
  // @ts-expect-error: it takes too little.
  const less: OptionKinds<Options> = { ...right, paths: OPTION_KINDS.text };
  // @ts-expect-error: a word is missing.
  const words: OptionKinds<Options> = { ...right, mode: oneWordOf(['a']) };
  // @ts-expect-error: `count` is needed.
  const needs = optionsOf<{ readonly count: number }>({ count: OPTION_KINDS.count });
  // @ts-expect-error: an option is missing.
  const names: OptionKinds<Options> = { path: OPTION_KINDS.text };
  expect([more, less, words, needs, names]).toHaveLength(5);
});
