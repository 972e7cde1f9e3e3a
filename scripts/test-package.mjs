// Installs the package as the README says, from a tarball and from a git checkout, each in an empty project. In the first it is used as a
// stranger would use it. Then come the test runners, package managers, kinds of module resolution and versions of Node that it works with; the
// files and outputs of their pages in docs/ are the tests. With an argument, only what has it in its name is tried: `npm run test:package -- vitest`.
// Needs the npm registry and git.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tryManagers } from './package/managers.mjs';
import { tryNodes } from './package/nodes.mjs';
import { RUNNERS, tryRunner } from './package/runners.mjs';
import { makeProject, root, run, step, stepsPassed, writeFiles } from './package/stranger.mjs';

const { version, devDependencies, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'samplegate-package-'));
const project = join(folder, 'project');
const tarball = join(folder, `samplegate-${version}.tgz`);
const [only = ''] = process.argv.slice(2);

function write(path, text) {
  writeFiles(project, { [path]: text });
}

/** The output of a check that runs at the same time as others. */
function checkInParallel(...options) {
  return new Promise((resolve, reject) => {
    // Without npx, which sometimes prints messages of its own.
    const bin = join(project, 'node_modules', 'samplegate', 'dist', 'bin.js');
    const child = spawn(process.execPath, [bin, 'check', '--quiet', ...options], { cwd: project });
    let printed = '';
    child.stdout.on('data', (text) => (printed += text));
    child.stderr.on('data', (text) => (printed += text));
    child.on('error', reject).on('close', () => resolve(printed));
  });
}

const samplegate = (args, expected) =>
  run('npx', ['--no-install', 'samplegate', ...args], project, { expected });

/** A git repository whose only commit has the files of this one as they are now, committed or not. */
function makeCheckout(path) {
  const listed = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root);
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name))))
    cpSync(join(root, file), join(path, file));
  const git = (...args) =>
    run('git', ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args], path);
  git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--message', 'Check out');
}

/** The relative links in the Markdown files of a package that lead to nothing in it. */
function brokenLinks(path) {
  const pages = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(docs[/\\].*|[^/\\]*)\.md$/.test(file),
  );
  assert.ok(pages.length > 10, pages.join(', '));
  return pages.flatMap((page) => {
    const text = readFileSync(join(path, page), 'utf8').replaceAll(/^```.*?^```/gms, '');
    const targets = Array.from(text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g), ([, target]) => target);
    return targets
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(path, dirname(page), target)))
      .map((target) => `${page}: ${target}`);
  });
}

/** Uses the package as a stranger would, without a test runner. */
async function tryPackage() {
  await step('the packed tarball installs in an empty project', () => {
    makeProject(project);
    run('npm', ['install', tarball], project);
    assert.equal(run('npx', ['samplegate', '--version'], project), `${version}\n`);
    assert.deepEqual(brokenLinks(join(project, 'node_modules', 'samplegate')), []);
    run('npm', ['install', '--save-dev', `typescript@${devDependencies.typescript}`], project);
  });

  await step('a git checkout installs in an empty project', () => {
    const checkout = join(folder, 'checkout');
    const other = join(folder, 'other');
    makeCheckout(checkout);
    makeProject(other);
    run('npm', ['install', `git+${pathToFileURL(checkout).href}`], other);
    assert.equal(run('npx', ['samplegate', '--version'], other), `${version}\n`);
    assert.ok(existsSync(join(other, 'node_modules', 'samplegate', 'dist', 'index.d.ts')));
  });

  await step('init writes a manifest that check passes', () => {
    const server = { server: { id: '5f0e2b0c-6f4b-4e62-8a4e-0d1d8f1f7b1a', status: 'ACTIVE' } };
    write('api_samples/servers/v2.1/server-get-resp.json', `${JSON.stringify(server, undefined, 4)}\n`);
    cpSync(join(root, 'api_samples', 'versions'), join(project, 'api_samples', 'versions'), {
      recursive: true,
    });
    assert.match(samplegate(['init', '--service', 'compute']), /next:/);
    assert.match(samplegate(['check']), /no findings/);
    assert.match(samplegate(['init'], 2), /overwrites nothing/);
  });

  await step('a broken sample fails check at its place', () => {
    const sample = 'api_samples/versions/versions-get-resp.json';
    const text = readFileSync(join(project, sample), 'utf8');
    write(sample, text.replace('"SUPPORTED"', '"SUPORTED"'));
    const output = samplegate(['check'], 1);
    assert.match(output, /status-known/);
    assert.match(output, /did you mean "SUPPORTED"\?/);
  });

  await step('parallel checks of changing samples each report the current state', async () => {
    const sample = 'api_samples/versions/versions-get-resp.json';
    const wrong = readFileSync(join(project, sample), 'utf8');
    const states = [];
    for (const text of [wrong, wrong.replace('SUPORTED', 'SUPPORTED')]) {
      write(sample, text);
      states.push({ text, report: await checkInParallel('--no-cache') });
    }
    assert.match(states[0].report, /SUPORTED/);
    assert.equal(states[1].report, '');
    for (let round = 0; round < 6; round += 1) {
      const [before, now] = round % 2 === 0 ? states : states.toReversed();
      write(sample, before.text);
      const early = [checkInParallel(), checkInParallel()];
      await Promise.race(early);
      // At once, so that none reads half of it.
      write('next.json', now.text);
      renameSync(join(project, 'next.json'), join(project, sample));
      const late = [checkInParallel(), checkInParallel()];
      // Of one that was under way, either may be so.
      for (const report of await Promise.all(early))
        assert.ok(report === before.report || report === now.report, report);
      for (const report of await Promise.all(late)) assert.equal(report, now.report);
    }
    write(sample, wrong);
  });

  await step('without a code cache for this version of V8, a run keeps one for the next', () => {
    const dist = join(project, 'node_modules', 'samplegate', 'dist');
    const shipped = readdirSync(dist).find((name) => /^files-.*\.cache$/.test(name));
    const aside = join(folder, 'aside');
    renameSync(join(dist, shipped), aside);
    const cache = join(folder, 'cache');
    const check = () => {
      const options = { cwd: project, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache } };
      return spawnSync(process.execPath, [join(dist, 'bin.js'), 'check', '--no-cache'], options).stdout;
    };
    const first = check();
    const [kept] = readdirSync(join(cache, 'samplegate-code'));
    assert.match(first, /status-known/);
    assert.equal(check(), first);
    writeFileSync(join(cache, 'samplegate-code', kept), 'damaged');
    assert.equal(check(), first);
    renameSync(aside, join(dist, shipped));
  });

  await step('laws needs no manifest', () => {
    assert.match(samplegate(['laws', 'api_samples/versions', '--newest', '2.61'], 1), /newest-matches-code/);
  });

  await step('formats load their tables and grammars from the package', () => {
    write(
      'schemas/formats.json',
      '{ "properties": { "a": { "format": "idn-hostname" }, "b": { "format": "iri" } } }',
    );
    write('formats/hosts.json', '{ "a": "☕.example", "b": "http://[v1.fe]/é" }\n');
    write(
      'formats.yaml',
      'samples: formats\ncontracts: { hosts: { schema: formats.json, samples: hosts.json } }\n',
    );
    const wrong = /expected an idn-hostname, got "☕\.example": IDNA 2008 does not allow the label "☕"/;
    const output = samplegate(['check', '--manifest', 'formats.yaml'], 1);
    assert.match(output, wrong);
    assert.match(output, /1 error/);
    const program =
      "require('samplegate').check({ manifest: 'formats.yaml' }).then(({ findings }) => console.log(findings))";
    assert.match(run(process.execPath, ['-e', program], project), /IDNA 2008/);
  });

  await step('the types compile in a strict project', () => {
    write(
      'use.ts',
      [
        "import { check, isVersionsIndex, measureStrength, type VersionsIndex, type Weakness } from 'samplegate';",
        'const body: unknown = {};',
        'if (isVersionsIndex(body)) {',
        '  const index: VersionsIndex = body;',
        "  const status: 'CURRENT' | 'SUPPORTED' | 'DEPRECATED' | undefined = index.versions[0]?.status;",
        '  void status;',
        '}',
        'void check().then(({ findings }) => findings.map(({ ruleId }) => ruleId));',
        'const weak: readonly Weakness[] = measureStrength().schemas.flatMap(({ weaknesses }) => weaknesses);',
        'void weak;',
        '',
      ].join('\n'),
    );
    const tsc = [
      '--no-install',
      'tsc',
      '--noEmit',
      '--strict',
      '--noUncheckedIndexedAccess',
      '--module',
      'node18',
      '--target',
      'es2023',
    ];
    run('npx', [...tsc, 'use.ts'], project);
    samplegate(['types']);
    run('npx', [...tsc, 'src/types/index.ts'], project);
    samplegate(['types', '--check']);
  });

  await step('the samples are served, and a live check of them finds what is planted', () => {
    const sample = 'api_samples/versions/versions-get-resp.json';
    cpSync(join(root, sample), join(project, sample));
    write(
      'live.js',
      [
        "const { check, openProject, readFault, serve } = require('samplegate');",
        "const manifest = 'live.yaml';",
        '(async () => {',
        "  const api = await serve(openProject({ manifest }), { faults: [readFault('stale-newest')] });",
        '  const { findings } = await check({ manifest, live: { url: api.url } });',
        '  await api.close();',
        "  console.log(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\\n'));",
        '})();',
        '',
      ].join('\n'),
    );
    cpSync(join(root, 'schemas', 'versions'), join(project, 'schemas', 'live'), { recursive: true });
    write(
      'live.yaml',
      [
        'service: compute',
        'samples: api_samples/versions',
        'contracts:',
        '  index:',
        '    schema: live/index.json',
        '    samples: versions-get-resp.json',
        '    live: { request: GET / }',
        '  show:',
        '    schema: live/show.json',
        '    samples: v2*-version-get-resp.json',
        '',
      ].join('\n'),
    );
    assert.match(
      run(process.execPath, ['live.js'], project),
      /sample-matches-response: the service offers 2\.59, but the sample documents 2\.60/,
    );
    assert.match(samplegate(['laws', 'http://127.0.0.1:9/', '--retries', '0'], 1), /refused the connection/);
  });

  await step('the types of every entry lead to what is loaded', () => {
    // JSON is found by its file name without `exports`, and what vitest needs can only be imported.
    const json = Object.keys(exports).flatMap((name) => (name.endsWith('.json') ? [name.slice(2)] : []));
    const attw = ['--yes', '@arethetypeswrong/cli@0.18', tarball, '--exclude-entrypoints', ...json];
    run('npx', [...attw, '--ignore-rules', 'cjs-resolves-to-esm'], folder);
  });
}

try {
  run('npm', ['pack', '--pack-destination', folder], root);
  if (only === '') await tryPackage();
  for (const runner of RUNNERS) if (runner.name.includes(only)) await tryRunner(runner, { folder, tarball });
  await tryManagers({ folder, tarball, only });
  await tryNodes({ folder, tarball, only, version });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
assert.ok(stepsPassed() > 0, `nothing has \`${only}\` in its name`);
process.stdout.write(`${stepsPassed()} passed, 0 failed\n`);
