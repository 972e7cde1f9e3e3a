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

const FRONT = 'is this the response of the service, or of a proxy in front of it?';

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
  test('accepts JSON and formats based on it, with parameters, and HEAD without a body', async () => {
    expect(await findingsOf('live-json/right')).toEqual([]);
  });

  test('reports what came instead of JSON, and a wrong Content-Type', async () => {
    expect(await findingsOf('live-json/wrong')).toEqual([
      finding('empty', `expected JSON, got an empty body: ${FRONT}`),
      {
        ...finding(
          'latin',
          'the Content-Type has charset=ISO-8859-1, but JSON is always sent as UTF-8 (RFC 8259 §8.1): remove the charset',
        ),
        severity: 'warning',
      },
      finding(
        'page',
        `expected JSON, got an HTML page with the title "Sign in to the network" and the Content-Type "text/html; charset=utf-8": ${FRONT}`,
      ),
      finding('plain', 'the body is JSON, but its Content-Type is "text/plain": send "application/json"'),
      finding(
        'text',
        `expected JSON, got text that begins with "OK" and the Content-Type "text/plain": ${FRONT}`,
      ),
      finding('unsaid', 'the body is JSON, but the response has no Content-Type: send "application/json"'),
    ]);
  });

  test.each<[string, ExchangeSketch, readonly string[]]>([
    ['malformed JSON with a JSON type, which another rule reports', { body: '{"version": ' }, []],
    ['a page with a JSON type, which another rule reports', { body: '<!DOCTYPE html><p>' }, []],
    ['an unexpected status', { status: 404, headers: [], body: '' }, []],
    ['the response to HEAD', { method: 'HEAD', headers: [], body: '' }, []],
    ['white space with a JSON type, which another rule reports', { body: ' \n' }, []],
    ['white space', { headers: [], body: ' \n' }, [`expected JSON, got an empty body: ${FRONT}`]],
    [
      'text without a type',
      { headers: [], body: 'pong\npong' },
      [`expected JSON, got text that begins with "pong": ${FRONT}`],
    ],
    [
      'a page without a title',
      { headers: [['content-type', 'text/html']], body: '<!-- x -->\n<html><body>\n' },
      [
        `expected JSON, got an HTML page that begins with "<!-- x -->" and the Content-Type "text/html": ${FRONT}`,
      ],
    ],
    [
      'XML',
      { headers: [['Content-Type', 'application/xml']], body: '<?xml version="1.0"?><versions/>' },
      [
        String.raw`expected JSON, got an XML document that begins with "<?xml version=\"1.0\"?><versions/>" and the Content-Type "application/xml": ${FRONT}`,
      ],
    ],
    [
      'two different Content-Types',
      { headers: [...JSON_TYPE, ['Content-Type', 'text/html']] },
      ['the body is JSON, but its Content-Type is "text/html": send "application/json"'],
    ],
    ['one Content-Type twice', { headers: [['Content-Type', 'application/json, application/json']] }, []],
    [
      'a type that only begins like JSON',
      { headers: [['Content-Type', 'application/jsonp']] },
      ['the body is JSON, but its Content-Type is "application/jsonp": send "application/json"'],
    ],
  ])('checks %s', (_, sketch, messages) => {
    expect(messagesOf(liveJson, expecting(answered(sketch)))).toEqual(messages);
  });

  test.each<[string, string, object, 'warning' | undefined]>([
    ['windows-1252', 'ASCII', { name: 'web' }, 'warning'],
    ['iso-8859-1', 'other letters', { name: 'wéb' }, undefined],
    ['utf-16', 'ASCII', { name: 'web' }, undefined],
  ])('the charset %s over %s', (charset, _, body, severity) => {
    const headers = [['Content-Type', `application/json; charset=${charset}`]] as const;
    const [report, ...others] = reportsOf(liveJson, expecting(answered({ headers, body })));
    expect(report?.message).toMatch(
      `the Content-Type has charset=${charset}, but JSON is always sent as UTF-8`,
    );
    expect(report?.severity).toBe(severity);
    expect(others).toEqual([]);
  });

  test('reports nothing without a response', () => {
    expect(messagesOf(liveJson, expecting(refused()))).toEqual([]);
  });

  test('reads only the beginning of a long page', () => {
    const body = `<html>${' '.repeat(20_000)}<title>late</title>`;
    expect(messagesOf(liveJson, expecting(answered({ headers: [], body })))).toEqual([
      `expected JSON, got an HTML page that begins with "<html>": ${FRONT}`,
    ]);
  });
});
