import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { tempProject } from '../engine/temp-project';
import { checkOpenApi } from '../rules/openapi/check-open-api';

/** A document with one media type, in JSON and as the same text in YAML. */
function forms(mediaType: string, media: object, version = '3.2.0'): readonly unknown[] {
  const responses = { 200: { description: 'ok', content: { [mediaType]: media } } };
  const document = {
    openapi: version,
    info: { title: 'Log', version: '1' },
    paths: { '/log': { get: { operationId: 'log', responses } } },
  };
  return [document, JSON.stringify(document)];
}

async function findingsIn(mediaType: string, media: object, version?: string): Promise<readonly string[]> {
  const [inJson = [], inYaml = []] = await Promise.all(
    forms(mediaType, media, version).map((form) => checkOpenApi(form)),
  );
  const brief = inJson.map((finding) =>
    finding.replace(/^\S*content\/[^/]*\/([^|]*)\| openapi.json /, '$1 '),
  );
  expect(inYaml.map((finding) => finding.replaceAll('openapi.yaml', 'openapi.json'))).toEqual(inJson);
  return brief;
}

const ENTRY = { type: 'object', required: ['level'], properties: { level: { type: 'integer' } } };
const BOTH = { schema: { type: 'array', items: ENTRY, maxItems: 2 }, itemSchema: ENTRY };
const SCHEMAS = { schema: { type: 'array', maxItems: 1 }, itemSchema: ENTRY };

/** The findings in a text with several lines. */
function inText(place: string, range: string, count: number): readonly string[] {
  const missing = `${place} ${range} error sample-matches-schema '' required property "level" is missing`;
  return [
    ...(count === 3 ? [missing] : []),
    `${place} ${range} error sample-matches-schema /1 expected at most 1 item, got ${count}`,
    `${place} ${range} error sample-matches-schema /level expected an integer, got "x"`,
  ];
}

/** How many characters the name of a media type moves what follows it. */
const SHIFT = 'application/jsonl'.length;

describe('a media type with a schema for all and one for each item', () => {
  test.each(['application/jsonl', 'application/x-ndjson', 'text/event-stream', 'application/geo+json-seq'])(
    'applies both to values in %s',
    async (mediaType) => {
      const values = [{ level: 1 }, { level: 'x' }];
      const expected = (place: string, start: number, property: number) => {
        const at = start + mediaType.length - SHIFT;
        return [
          `${place} 1:${at}-1:${at + 13} error sample-matches-schema /1 expected at most 1 item, got 2`,
          `${place}/1 1:${at + property}-1:${at + property + 3} error sample-matches-schema /level expected an integer, got "x"`,
        ];
      };
      expect(await findingsIn(mediaType, { ...SCHEMAS, example: values })).toEqual(
        expected('example', 328, 9),
      );
      expect(await findingsIn(mediaType, { ...SCHEMAS, examples: { a: { value: values } } })).toEqual(
        expected('examples/a/value', 343, 9),
      );
      expect(await findingsIn(mediaType, { ...SCHEMAS, examples: { a: { dataValue: values } } })).toEqual(
        expected('examples/a/dataValue', 347, 9),
      );
    },
  );

  test('applies both to texts, each line of which is an item', async () => {
    const text = '{"level":1}\n{"level":"x"}\n{}\n';
    expect(await findingsIn('application/jsonl', { ...SCHEMAS, example: text })).toEqual(
      inText('example', '1:315-1:355', 3),
    );
    expect(
      await findingsIn('application/jsonl', { ...SCHEMAS, examples: { a: { serializedValue: text } } }),
    ).toEqual(inText('examples/a/serializedValue', '1:340-1:380', 3));
    const sequence = '\u001E{"level":\n1}\n\u001E{"level":"x"}\n';
    expect(await findingsIn('application/json-seq', { ...SCHEMAS, example: sequence })).toEqual(
      inText('example', '1:318-1:368', 2),
    );
  });

  test('reports what both refuse once', async () => {
    const values = [{ level: 1 }, { level: 'x' }, {}];
    expect(await findingsIn('application/jsonl', { ...BOTH, example: values })).toEqual([
      'example 1:426-1:429 error sample-matches-schema /1/level expected an integer, got "x"',
      'example 1:431-1:432 error sample-matches-schema /2 required property "level" is missing',
      'example 1:431-1:433 error sample-matches-schema /2 expected at most 2 items, got 3',
    ]);
    expect(await findingsIn('application/jsonl', { ...BOTH, example: '{"level":"x"}\n{}' })).toEqual([
      'example 1:404-1:427 error sample-matches-schema /1 required property "level" is missing',
      'example 1:404-1:427 error sample-matches-schema /0/level expected an integer, got "x"',
    ]);
  });

  test('reports a line that is not JSON once', async () => {
    expect(await findingsIn('application/jsonl', { ...BOTH, example: '{"level":1}\n{"level":' })).toEqual([
      '| openapi.json 1:404-1:432 error openapi-readable /paths/~1log/get/responses/200/content/application~1jsonl/example expected JSON, got "{\\"level\\":"',
    ]);
    expect(await findingsIn('application/jsonl', { ...BOTH, example: '{"level":1}, {"level":2}' })).toEqual([
      '| openapi.json 1:74-1:79 info operation-has-example /paths/~1log/get GET /log has no example to check: add one to its request or to a response',
      '| openapi.json 1:404-1:434 error openapi-readable /paths/~1log/get/responses/200/content/application~1jsonl/example expected JSON, got "{\\"level\\":1}, {\\"level\\":2}" {project-has-documents}',
    ]);
  });

  test('applies the first alone to what is no sequence', async () => {
    expect(await findingsIn('application/json', { ...BOTH, example: { level: 'x' } })).toEqual([
      "example 1:403-1:416 error sample-matches-schema '' expected an array, got an object",
    ]);
  });

  test('counts an example that neither can judge once', async () => {
    const [, yaml] = forms('text/event-stream', { ...BOTH, example: 'no event' });
    const cwd = tempProject({
      'openapi.yaml': yaml,
      'contracts.yaml': 'openapi: { document: openapi.yaml }',
    });
    const { summary } = await check({ cwd, cache: false });
    expect(summary.notChecked.map(({ what, items }) => `${items.length} ${what}`)).toEqual([
      '1 text examples',
    ]);
  });
});

/** The contracts of the findings, and the verdict on each sample: contract, place in the example, and pointers of its findings. */
const verdictsOn = async (example: unknown, itemSchema: object = ENTRY) => {
  const [document] = forms('application/jsonl', { ...BOTH, itemSchema, example });
  const cwd = tempProject({
    'openapi.json': document,
    'contracts.yaml': 'openapi: { document: openapi.json }',
  });
  const { verdicts, findings } = await check({ cwd, cache: false });
  const samples = verdicts.filter(({ group }) => group === 'sample');
  return {
    contracts: findings.map(({ contract }) => contract),
    verdicts: samples.map(({ contract, part = '', findings: own }) =>
      [contract, part.replace(/^.*example/, ''), own.map(({ pointer }) => pointer).join(' ')].join(':'),
    ),
  };
};

describe('what both refuse is in the verdicts on the whole and on its item', () => {
  test('of values', async () => {
    expect(await verdictsOn([{ level: 1 }, { level: 'x' }])).toEqual({
      contracts: ['log.200, log.200.item'],
      verdicts: ['log.200::/1/level', 'log.200.item:/0:', 'log.200.item:/1:/1/level'],
    });
  });

  test('of a text, whose items have no places of their own', async () => {
    expect(await verdictsOn('{"level":"x"}\n{"level":1}')).toEqual({
      contracts: ['log.200, log.200.item'],
      verdicts: ['log.200::/0/level', 'log.200.item::/0/level', 'log.200.item::/0/level'],
    });
  });

  test('what only the whole refuses is not in that on the item', async () => {
    expect(await verdictsOn([{ level: 'x' }], { type: 'object' })).toEqual({
      contracts: ['log.200'],
      verdicts: ['log.200::/0/level', 'log.200.item:/0:'],
    });
  });
});

describe('a media type with a schema alone', () => {
  test('reads JSON Lines as an array since OpenAPI 3.2', async () => {
    const media = { schema: BOTH.schema, example: '{"level":"x"}' };
    expect(await findingsIn('application/jsonl', media)).toEqual([
      'example 1:310-1:329 error sample-matches-schema /0/level expected an integer, got "x"',
    ]);
    expect(await findingsIn('application/jsonl', media, '3.1.0')).toEqual([
      '| openapi.json 1:1-1:1 error project-has-documents nothing was checked, because the operation has no example that is JSON: add `example:` next to a `schema:`',
    ]);
  });
});
