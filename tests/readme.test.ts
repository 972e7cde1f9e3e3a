import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { isJsonObject, member } from '../src/model/json-value';
import { describeManifest } from '../src/engine/open/describe-manifest';
import { openProject } from '../src/engine/open/open-project';
import { loadManifest } from '../src/project/load-manifest';
import { readFault } from '../src/serve/faults/read-fault';
import { serve, type RunningApi } from '../src/serve/serve';
import { runCli } from './cli/run-cli';

const ROOT = join(__dirname, '..');
const README = join(ROOT, 'README.md');
const readme = readFileSync(README, 'utf8');

/** The live service that the README asks. */
const SERVICE = 'http://compute.example.com';

/** The blocks of the README in a language, without their fences. */
function blocks(language: string): readonly string[] {
  return Array.from(
    readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms')),
    ([, text = '']) => text,
  );
}

const transcripts = blocks('console').map((block) => {
  const [first = '', ...printed] = block.split('\n');
  return { command: first.replace(/^\$ /, ''), printed: printed.join('\n') };
});

describe('what the README says a command prints', () => {
  /** A service that has moved on from the samples here, and forgot a header. */
  let api: RunningApi | undefined;
  /** This project with the broken samples of tests/fixtures/readme in the place of its own. */
  let broken = '';

  beforeAll(async () => {
    const faults = ['newer-newest', 'no-vary'].map(readFault);
    api = await serve(openProject({ cwd: ROOT }), { faults });
    broken = mkdtempSync(join(tmpdir(), 'samplegate-readme-'));
    for (const name of ['contracts.yaml', 'schemas', 'api_samples']) {
      cpSync(join(ROOT, name), join(broken, name), { recursive: true });
    }
    cpSync(join(__dirname, 'fixtures/readme'), broken, { recursive: true });
  });

  afterAll(async () => {
    rmSync(broken, { recursive: true });
    await api?.close();
  });

  test('is all that its console blocks hold', () => {
    expect(transcripts.map(({ command }) => command)).toEqual([
      'samplegate check',
      'samplegate laws api_samples/versions --newest 2.61',
      `samplegate check --live ${SERVICE} --fail-on warning`,
      `samplegate laws ${SERVICE} --newest 2.62`,
    ]);
  });

  test.each(transcripts)('$command', async ({ command, printed }) => {
    const [, name = '', ...args] = command.split(' ');
    const isLive = command.includes(SERVICE);
    const { out, err, code } = await runCli([name, ...args], {
      cwd: name === 'check' && !isLive ? broken : ROOT,
      // A proxy may be anything that answers for every host: the URL in the README is not this machine's.
      env: isLive ? { HTTP_PROXY: api?.url ?? '' } : {},
    });
    if (process.env['UPDATE_GOLDEN'] === '1') {
      const text = readFileSync(README, 'utf8').replace(
        `$ ${command}\n${printed}`,
        () => `$ ${command}\n${out}`,
      );
      writeFileSync(README, text);
    } else expect(out).toBe(printed);
    expect({ err, code }).toEqual({ err: '', code: 1 });
  });
});

test('the manifest in the README is a valid one', () => {
  const [manifest = ''] = blocks('yaml');
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-readme-'));
  writeFileSync(join(folder, 'contracts.yaml'), manifest);
  const reading = loadManifest(folder);
  rmSync(folder, { recursive: true });
  expect(reading.kind === 'wrong' ? describeManifest(reading) : []).toEqual([]);
  expect(reading.kind).toBe('ready');
});

test('the rule in the README is the one in src', () => {
  const rule = blocks('ts').find((block) => block.includes(': Rule<')) ?? '';
  const file = join(ROOT, 'src/rules/contracts/contract-has-document.ts');
  expect(withoutLayout(rule)).toBe(withoutLayout(readFileSync(file, 'utf8')));
});

/** A module without its imports and line breaks: the README's lines are longer. */
function withoutLayout(text: string): string {
  return text
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/,(?=\s*[\])}])/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([[\]{}()]) ?/g, '$1')
    .trim();
}

const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.md') ? [`docs/${name}`] : [],
  ),
];

test.each(pages)('every relative link of %s leads to a file', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```/gms, '');
  const targets = Array.from(text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, target = '']) => target);
  const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
  expect(relative.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
});

test('the README has links to follow', () => {
  expect(Array.from(readme.matchAll(/\]\([a-z][^):]*\)/g)).length).toBeGreaterThan(5);
});

test('every script that the README names is one of package.json', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const scripts = isJsonObject(manifest) ? member(manifest, 'scripts') : undefined;
  const named = Array.from(readme.matchAll(/npm run ([a-z:-]+)/g), ([, name = '']) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !isJsonObject(scripts) || !Object.hasOwn(scripts, name))).toEqual([]);
});
