import type { Verdict } from '../../src/model/findings/check-result';
import type { Finding } from '../../src/model/findings/finding';
import { createJsonSource } from '../../src/text/json/json-source';
import { findingAt, fingerprintOf, rangeAt, resultOf } from './results';

const BASE = 'http://compute.example.com:8774';

const SAMPLE = createJsonSource(
  'api_samples/versions/v21-version-get-resp.json',
  '{\n    "version": {\n        "id": "v2.1",\n        "version": "2.60"\n    }\n}\n',
);

const SHOW = createJsonSource(
  `${BASE}/v2.1/`,
  '{"version": {"id": "v2.1", "version": "2.93", "status": "NOW"}}',
);
const PAGE = createJsonSource(`${BASE}/v2/`, '<html><title>Sign in</title></html>');

const START = { line: 1, column: 1, offset: 0 };

/** About a response as a whole, as the engine gives it. */
function wholeResponse(file: string, sketch: Pick<Finding, 'ruleId' | 'message' | 'curl'>): Finding {
  return {
    fingerprint: fingerprintOf(sketch.ruleId, file),
    severity: 'error',
    ...sketch,
    file,
    start: START,
    end: START,
    also: [],
    related: [],
  };
}

const page = wholeResponse(PAGE.name, {
  ruleId: 'live-json',
  message:
    'expected JSON, got an HTML page with the title "Sign in": is this the response of the service, or of a proxy in front of it?',
  curl: `curl -i -H 'Accept: application/json' ${PAGE.name}`,
});

const refused = wholeResponse(`${BASE}/v3`, {
  ruleId: 'live-answers',
  message: 'refused the connection: is the service up, and is the port right?',
  curl: `curl -i -H "X-Auth-Token: $OS_TOKEN" ${BASE}/v3`,
});

const echo = wholeResponse(SHOW.name, {
  ruleId: 'live-echo',
  message: 'no OpenStack-API-Version says which microversion this is',
  curl: `curl -i -H 'OpenStack-API-Version: compute 2.60' ${SHOW.name}`,
});

const status = findingAt(SHOW, 'value /version/status', {
  ruleId: 'status-known',
  severity: 'error',
  message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "NOW"',
  clients: 'gophercloud rejects the whole document',
});

const stale = findingAt(SAMPLE, 'value /version/version', {
  ruleId: 'sample-matches-response',
  severity: 'error',
  message: 'the service offers "2.93", but the sample documents "2.60": the sample is out of date',
  related: [
    {
      message: '"2.93" here',
      file: SHOW.name,
      pointer: '/version/version',
      ...rangeAt(SHOW, 'value /version/version'),
    },
  ],
});

function response(path: string, contract: string, findings: readonly Finding[]): Verdict {
  return {
    name: `GET ${path}`,
    group: 'response',
    file: `${BASE}${path}`,
    contract,
    rules: ['live-answers', 'live-json', 'status-known'],
    findings,
  };
}

const SUMMARY = { samples: 1, documents: 3, rules: 60, notChecked: [] };

const sampleVerdict: Verdict = {
  name: 'versions/v21-version-get-resp.json',
  group: 'sample',
  file: SAMPLE.name,
  contract: 'versions.show',
  rules: ['sample-matches-schema'],
  findings: [],
};

/** A live run in which all is well. */
export const LIVE_GREEN = resultOf(
  [sampleVerdict, response('/', 'versions.index', []), response('/v2.1/', 'versions.show', [])],
  { summary: { ...SUMMARY, alsoRequested: ['http://compute.test/v2.1 (200)'] } },
);

/** A live run with findings about responses as wholes, at a place in one, and in a sample that a response contradicts. */
export const LIVE_RED = resultOf(
  [
    sampleVerdict,
    response('/', 'versions.index', []),
    response('/v2.1/', 'versions.show', [status, echo, stale]),
    response('/v2/', 'versions.show', [page]),
    response('/v3', 'versions.choices', [refused]),
  ],
  { summary: SUMMARY },
);
