import { expect, test } from '@jest/globals';

import { comparisonsOf } from '../../../src/engine/subjects/comparisons';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { liveFacts } from '../../../src/engine/subjects/live-facts';
import { openProject } from '../../../src/engine/open/open-project';
import { answer, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const AT = ['a', 'b', 'c'] as const;

/** `fact: value in document, …` for each fact in these answers of the service; in the samples, every value is 1. */
async function factsOf(answers: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const cwd = tempProject({
    'contracts.json': {
      contracts: Object.fromEntries(
        AT.map((name) => [
          name,
          {
            schema: 'any.json',
            samples: `${name}.json`,
            ...(name in answers ? { live: { request: `GET /${name}` } } : {}),
          },
        ]),
      ),
      facts: {
        both: ['a', 'b'].map((name) => ({ sample: `${name}.json`, at: '$.x' })),
        text: [
          { sample: 'a.json', at: '$.x' },
          { file: 'x.txt', match: 'x is (.)' },
        ],
        third: ['a', 'c'].map((name) => ({ sample: `${name}.json`, at: '$.x' })),
        within: ['$.x', '$.y'].map((at) => ({ sample: 'a.json', at })),
      },
    },
    'schemas/any.json': true,
    'x.txt': 'x is 1',
    ...Object.fromEntries(AT.map((name) => [`api_samples/${name}.json`, { x: '1', y: '1' }])),
  });
  const project = openProject({ cwd });
  const exchanges = Object.entries(answers).map(([name, body]) => answer(`/${name}`, body));
  const comparisons = comparisonsOf(project, await fetchProject(project, madeService(exchanges).live));
  return liveFacts(project, comparisons).map(({ name, sources }) => {
    const readings = sources.flatMap((source) => source.readings);
    return `${name}: ${readings.map(({ value, place }) => `${value} in ${place.file}`).join(', ')}`;
  });
}

const [A, B] = ['http://cloud/compute/a', 'http://cloud/compute/b'];

test('a place in a sample is looked up only in the response that is compared with it', async () => {
  expect(await factsOf({ a: { x: '2', y: '3' }, b: { x: '4' } })).toEqual([
    `both: 2 in ${A}, 4 in ${B}`,
    `within: 2 in ${A}, 3 in ${A}`,
  ]);
});

test('a fact with only one place left is dropped', async () => {
  expect(await factsOf({ b: { x: '2', y: '2' } })).toEqual([]);
  expect(await factsOf({})).toEqual([]);
});

test('a value that the response lacks is left to the comparison', async () => {
  expect(await factsOf({ a: { y: '3' }, b: { x: '4' } })).toEqual([]);
});
