import { expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { checkMade } from '../check-made';
import { answer, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const REMOTE = 'https://example.com/a.json';

/** The path of an operation with this schema of its response. */
const path = (schema: object) => ({
  get: { responses: { 200: { description: 'Found', content: { 'application/json': { schema } } } } },
});

test.each<[string, object, string, string]>([
  ['the whole schema', { $ref: REMOTE }, REMOTE, '/$ref'],
  [
    'a part of it',
    { properties: { name: { $ref: `${REMOTE}#/$defs/name` } } },
    `${REMOTE}#/$defs/name`,
    '/properties/name/$ref',
  ],
  ['one of several', { allOf: [{ type: 'object' }, { $ref: REMOTE }] }, REMOTE, '/allOf/1/$ref'],
])(
  'a response is an error where its schema would have to be downloaded: %s',
  async (_, schema, reference, at) => {
    const cwd = tempProject({
      'contracts.json': {
        openapi: { document: 'api.json' },
        rules: { 'operation-has-example': 'off' },
        contracts: {
          'GET /a.200': { live: { request: 'GET /a' } },
          'GET /b.200': { live: { request: 'GET /b' } },
        },
      },
      'api.json': {
        openapi: '3.1.0',
        info: { title: 'Rooms', version: '1' },
        paths: { '/a': path(schema), '/b': path({ type: 'object' }) },
      },
    });
    const { live } = madeService([answer('/a', { name: 'Blue' }), answer('/b', { name: 'Red' })]);
    const { findings, summary, verdicts } = await checkMade(openProject({ cwd }), live);
    expect(
      findings.map(({ ruleId, severity, message, pointer, related }) => ({
        ruleId,
        severity,
        message: message.slice(0, message.indexOf(' leads out')),
        pointer,
        related: related.map(({ file, message: said }) => [file, said]),
      })),
    ).toEqual([
      {
        ruleId: 'sample-judged',
        severity: 'error',
        message: `1 response not checked: the reference "${reference}"`,
        pointer: `/paths/~1a/get/responses/200/content/application~1json/schema${at}`,
        related: [['http://cloud/compute/a', 'not checked']],
      },
    ]);
    // The other response is checked.
    expect(
      verdicts.flatMap(({ group, name, findings: own }) =>
        group === 'response' ? [[name, own.length]] : [],
      ),
    ).toEqual([
      ['GET /a', 1],
      ['GET /b', 0],
    ]);
    expect(summary.notChecked.map(({ what, items }) => [what, items])).toContainEqual([
      'remote references',
      [reference],
    ]);
  },
);
