import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Scenario, Step } from './scenario';

const V1 =
  '{"version": {"id": "v1.0", "status": "CURRENT", "links": [{"rel": "self", "href": "http://a.example.com/v1/"}]}}';

/** Replaces a piece of text in a file. */
function edit(change: string, file: string, from: string, to: string): Step {
  return {
    change,
    apply: (cwd) => {
      const path = join(cwd, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    },
  };
}

/** Every transcript, one golden file each. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'help', steps: ['', 'help', '--help', '--version'] },
  {
    name: 'help-commands',
    steps: [
      'check --help',
      'help laws',
      'types -h',
      'help strength',
      'init --help',
      'help explain',
      'help report',
    ],
  },
  { name: 'unknown-command', steps: ['chekc', 'frobnicate', 'help lwas', 'help frobnicate'] },
  {
    name: 'unknown-option',
    project: 'servers-right',
    steps: [
      'check --fromat json',
      'check -x',
      'check --format',
      'check --format --verbose',
      'check --verbose=yes',
    ],
  },
  {
    name: 'wrong-option',
    project: 'servers-right',
    steps: [
      'check --format xml',
      'check --format json=',
      'check --fail-on fatal',
      'check --format json --format pretty',
      'check --format json=contracts.yaml/report.json',
      'check --format jnit',
      'types api_samples',
      'init api_samples',
    ],
  },
  {
    name: 'several-manifests',
    project: 'monorepo',
    copy: true,
    steps: [
      'check',
      'check packages/orders packages/pets/schemas',
      'check -m packages/pets/contracts.yaml -m packages/orders/contracts.yaml --quiet',
      'check -m packages/pets/contracts.yaml -m packages/pets/contracts.yaml -m contracts.yaml',
      'check gone',
      'check -m nested.yaml',
      'check -m wrong-list.yaml',
      'check -m packages/pets/contracts.yaml -m packages/orders/contracts.yaml --live http://127.0.0.1:9',
      'check --live http://127.0.0.1:9',
      'strength',
      'serve',
      'strength -m packages/pets/contracts.yaml -m packages/orders/contracts.yaml',
      'types',
      'types --check',
    ],
  },
  { name: 'check-green', project: 'servers-right', steps: ['check', 'check --quiet'] },
  { name: 'check-green-verbose', project: 'servers-right', steps: ['check --verbose'] },
  { name: 'check-red', project: 'servers-wrong', steps: ['check'] },
  { name: 'check-red-quiet', project: 'servers-wrong', steps: ['check --quiet'] },
  { name: 'check-red-verbose', project: 'servers-wrong', steps: ['check --verbose'] },
  // In a copy, which is in no repository: the report names files from the top of one.
  { name: 'check-github', project: 'servers-wrong', copy: true, steps: ['check --format github'] },
  { name: 'check-json', project: 'remarks', steps: ['check --format json --fail-on warning'] },
  {
    name: 'check-junit',
    project: 'remarks',
    copy: true,
    steps: ['check --format junit=report.xml --fail-on warning', { show: 'report.xml' }],
  },
  {
    name: 'check-several-formats',
    project: 'remarks',
    copy: true,
    steps: ['check --format github --format json=report.json', { show: 'report.json' }],
  },
  {
    name: 'check-severities',
    project: 'remarks',
    steps: ['check', 'check --pedantic', 'check --fail-on warning', 'check --fail-on info --quiet'],
  },
  {
    name: 'check-paths',
    project: 'servers-wrong',
    steps: [
      'check api_samples/servers/v2.3',
      'check api_samples/servers/bad.json doc --quiet',
      'check schemas',
      'check api_samples/flavors',
      'check gone.json --format json',
    ],
  },
  {
    name: 'check-manifest-elsewhere',
    project: '.',
    steps: ['check --manifest servers-wrong/contracts.yaml --quiet'],
  },
  { name: 'check-no-manifest', project: 'laws', copy: true, steps: ['check', 'check --manifest gone.yaml'] },
  { name: 'check-wrong-manifest', project: 'wrong-manifest', steps: ['check', 'check -f json'] },
  {
    name: 'laws-file',
    project: 'laws',
    steps: ['laws v1.json', 'laws versions.json', 'laws v1.json --quiet'],
  },
  {
    name: 'check-facts-only',
    project: 'laws',
    copy: true,
    steps: [
      {
        change: 'a manifest has only facts, and the code is a tuple',
        apply: (cwd) => {
          writeFileSync(join(cwd, 'code.py'), 'MAX = (1, 91)\n');
          writeFileSync(
            join(cwd, 'contracts.yaml'),
            [
              'samples: .',
              'facts:',
              '  newest:',
              "    - { file: code.py, match: 'MAX = \\((\\d+), (\\d+)\\)', value: $1.$2 }",
              '    - { sample: v1.json, at: $.version.version }',
              '',
            ].join('\n'),
          );
        },
      },
      'check',
      edit('the sample is updated', 'v1.json', '1.90', '1.91'),
      'check',
    ],
  },
  { name: 'laws-folder', project: 'laws', steps: ['laws .', 'laws . --verbose'] },
  {
    name: 'laws-nothing',
    project: 'laws',
    steps: ['laws', 'laws gone.json', 'laws nodes', 'laws nodes/node.json'],
  },
  {
    name: 'laws-stdin',
    project: 'laws',
    steps: [
      { command: 'laws -', stdin: V1 },
      { command: 'laws - --format json', stdin: V1.replace('CURRENT', 'CURRNET') },
      { command: 'laws -', stdin: '' },
      { command: 'laws -', stdin: '<html>' },
    ],
  },
  {
    name: 'laws-newest',
    project: 'laws',
    steps: [
      'laws v1.json --newest 1.90',
      'laws v1.json --newest 1.91',
      'laws v1.json --newest 2.61',
      'laws v1.json --newest 1',
    ],
  },
  {
    name: 'laws-broken',
    project: 'laws',
    copy: true,
    steps: [
      {
        change: 'somebody leaves a comma at the end, and makes a folder named like a sample',
        apply: (cwd) => {
          mkdirSync(join(cwd, 'nodes/deep.json'));
          writeFileSync(join(cwd, 'nodes/versions.json'), '{ "versions": [], }\n');
        },
      },
      'laws nodes',
    ],
  },
  {
    name: 'types',
    project: 'types',
    copy: true,
    steps: [
      'types --check',
      'types',
      { show: 'src/types/flavor.ts' },
      { show: 'src/types/index.ts' },
      'types --check',
      'types',
      edit('a key of the schema becomes optional', 'schemas/flavor.json', '["name"]', '[]'),
      'types --check',
      {
        change: 'and the contract of images goes',
        apply: (cwd) => {
          const path = join(cwd, 'contracts.yaml');
          writeFileSync(path, readFileSync(path, 'utf8').replace(/ {2}images\.show:\n( {4}.*\n)*/, ''));
          rmSync(join(cwd, 'api_samples/image.json'));
        },
      },
      'types --check',
      'types',
      'types --check',
    ],
  },
  { name: 'types-wrong-manifest', project: 'wrong-manifest', steps: ['types --check'] },
  {
    name: 'init',
    project: 'samples-only',
    copy: true,
    steps: ['init', { show: 'contracts.yaml' }, 'check', 'init'],
  },
  {
    name: 'init-nothing',
    project: 'wrong-manifest',
    copy: true,
    steps: [
      { change: 'nothing is here', apply: (cwd) => rmSync(join(cwd, 'contracts.yaml')) },
      'init',
      { change: 'a folder that is empty', apply: (cwd) => mkdirSync(join(cwd, 'recorded')) },
      'init --samples recorded',
      'init --samples ../elsewhere',
    ],
  },
  {
    name: 'init-elsewhere',
    project: 'laws',
    copy: true,
    steps: ['init --samples nodes --schemas spec --service baremetal', { show: 'contracts.yaml' }, 'check'],
  },
  { name: 'explain-unknown', steps: ['explain status-knwon', 'explain frobnicate'] },
];
