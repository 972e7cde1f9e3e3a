import { describe, expect, test } from '@jest/globals';

import { liveJson } from '../../../src/rules/live/live-json';
import { findingsOf } from '../rule-fixtures';
import {
  answered,
  expecting,
  JSON_TYPE,
  messagesOf,
  refused,
  reportsOf,
  type ExchangeSketch,
} from './made-exchanges';

const FRONT = 'does the service answer here, or something in front of it?';

function finding(path: string, message: string): object {
  return {
    ruleId: 'live-json',
    severity: 'error',
    message,
    file: `http://compute.test:8774/v2.1/servers/${path}`,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
}

describe('live-json', () => {
  test('accepts JSON and formats built on it, with parameters, and asks no body of HEAD', async () => {
    expect(await findingsOf('live-json/right')).toEqual([]);
  });

  test('says what came instead of JSON, or that it is not said to be JSON', async () => {
    expect(await findingsOf('live-json/wrong')).toEqual([
      finding('empty', `an empty body instead of JSON: ${FRONT}`),
      {
        ...finding(
          'latin',
          'the Content-Type says charset=ISO-8859-1, but JSON is UTF-8 wherever it is sent (RFC 8259 §8.1): leave the charset out',
        ),
        severity: 'warning',
      },
      finding(
        'page',
        `an HTML page with the title "Sign in to the network" and the Content-Type "text/html; charset=utf-8" instead of JSON: ${FRONT}`,
      ),
      finding('plain', 'the body is JSON, but its Content-Type is "text/plain": send "application/json"'),
      finding('text', `a text that begins "OK" and the Content-Type "text/plain" instead of JSON: ${FRONT}`),
      finding('unsaid', 'the body is JSON, but no Content-Type says so: send "application/json"'),
    ]);
  });

  test.each<[string, ExchangeSketch, readonly string[]]>([
    ['malformed JSON that is said to be JSON: another rule knows where', { body: '{"version": ' }, []],
    ['a page that is said to be JSON: likewise', { body: '<!DOCTYPE html><p>' }, []],
    ['another status than expected', { status: 404, headers: [], body: '' }, []],
    ['the answer to HEAD', { method: 'HEAD', headers: [], body: '' }, []],
    ['blanks that are said to be JSON: likewise', { body: ' \n' }, []],
    ['blanks', { headers: [], body: ' \n' }, [`an empty body instead of JSON: ${FRONT}`]],
    [
      'a text of no type',
      { headers: [], body: 'pong\npong' },
      [`a text that begins "pong" instead of JSON: ${FRONT}`],
    ],
    [
      'a page without a title',
      { headers: [['content-type', 'text/html']], body: '<!-- x -->\n<html><body>\n' },
      [`an HTML page that begins "<!-- x -->" and the Content-Type "text/html" instead of JSON: ${FRONT}`],
    ],
    [
      'XML',
      { headers: [['Content-Type', 'application/xml']], body: '<?xml version="1.0"?><versions/>' },
      [
        String.raw`an XML document that begins "<?xml version=\"1.0\"?><versions/>" and the Content-Type "application/xml" instead of JSON: ${FRONT}`,
      ],
    ],
    [
      'two Content-Types that do not agree',
      { headers: [...JSON_TYPE, ['Content-Type', 'text/html']] },
      ['the body is JSON, but its Content-Type is "text/html": send "application/json"'],
    ],
    ['one Content-Type twice', { headers: [['Content-Type', 'application/json, application/json']] }, []],
    [
      'a type that merely begins like it',
      { headers: [['Content-Type', 'application/jsonp']] },
      ['the body is JSON, but its Content-Type is "application/jsonp": send "application/json"'],
    ],
  ])('of %s', (_, sketch, messages) => {
    expect(messagesOf(liveJson, expecting(answered(sketch)))).toEqual(messages);
  });

  test.each<[string, string, object, 'warning' | undefined]>([
    ['windows-1252', 'ASCII', { name: 'web' }, 'warning'],
    ['iso-8859-1', 'other letters', { name: 'wéb' }, undefined],
    ['utf-16', 'ASCII', { name: 'web' }, undefined],
  ])('the charset %s over %s', (charset, _, body, severity) => {
    const headers = [['Content-Type', `application/json; charset=${charset}`]] as const;
    const [report, ...others] = reportsOf(liveJson, expecting(answered({ headers, body })));
    expect(report?.message).toMatch(`the Content-Type says charset=${charset}, but JSON is UTF-8`);
    expect(report?.severity).toBe(severity);
    expect(others).toEqual([]);
  });

  test('is silent where there is no answer', () => {
    expect(messagesOf(liveJson, expecting(refused()))).toEqual([]);
  });

  test('a long page is not read to its end', () => {
    const body = `<html>${' '.repeat(20_000)}<title>late</title>`;
    expect(messagesOf(liveJson, expecting(answered({ headers: [], body })))).toEqual([
      `an HTML page that begins "<html>" instead of JSON: ${FRONT}`,
    ]);
  });
});
