import { createHash } from 'node:crypto';

import { countResponses } from '../../src/engine/judge/verdicts';
import { rulesOfRun } from '../../src/engine/judge/rules-of-run';
import type { CheckResult, Summary, Verdict, VersionRow } from '../../src/model/findings/check-result';
import { compareFindings, type Finding } from '../../src/model/findings/finding';
import type { Place, TextRange } from '../../src/model/documents/place';
import type { Source } from '../../src/model/documents/source';
import { RULES } from '../../src/rules/rule-registry';
import { excerptOf } from '../../src/text/excerpt';
import { createJsonSource } from '../../src/text/json/json-source';

/** What a test says of a finding; the rest follows from its source. */
export type FindingSketch = Pick<Finding, 'ruleId' | 'severity' | 'message'> &
  Partial<Pick<Finding, 'clients' | 'contract' | 'microversion' | 'also' | 'related'>>;

/** A finding at a token of a document: `value /versions/0/id`, `key /a`, `opening /`; or at a span, `12-14`. */
export function findingAt(source: Source, at: string, sketch: FindingSketch): Finding {
  const place = placeIn(source, at);
  const range = rangeOf(source, place);
  const excerpt = excerptOf(source.text, range);
  return {
    fingerprint: fingerprintOf(sketch.ruleId, source.name, at),
    ...sketch,
    file: source.name,
    ...('pointer' in place ? { pointer: place.pointer } : {}),
    ...range,
    ...(excerpt === undefined ? {} : { excerpt }),
    also: sketch.also ?? [],
    related: sketch.related ?? [],
  };
}

/** A fingerprint as the engine makes it, of other parts. */
export function fingerprintOf(...parts: readonly string[]): string {
  return `samplegate/v1:${createHash('md5').update(parts.join('\0')).digest('hex')}`;
}

/** The range of a place written as for `findingAt`. */
export function rangeAt(source: Source, at: string): TextRange {
  return rangeOf(source, placeIn(source, at));
}

function placeIn({ name: file }: Source, at: string): Place {
  const [, token, pointer = ''] = /^(key|value|opening) ?(.*)$/.exec(at) ?? [];
  if (token === 'key' || token === 'value' || token === 'opening') return { file, pointer, token };
  const [start = 0, end = start] = at.split('-').map(Number);
  return { file, span: [start, end] };
}

function rangeOf(source: Source, place: Place): TextRange {
  const [range] = source.locate([place]);
  if (range === undefined) throw new Error(`no range in ${source.name}`);
  return range;
}

const SUMMARY: Summary = {
  contracts: 3,
  samples: 3,
  rules: 34,
  documents: 3,
  findings: { error: 0, warning: 0, info: 0 },
  notChecked: [
    { what: 'live requests', one: 'live request', items: ['GET /', 'GET /v2/', 'GET /v2.1/'] },
    { what: 'ranges without a sample', one: 'range without a sample', items: ['servers.show 2.3 to 2.8'] },
  ],
};

/** A result as the engine gives it: findings in order and counted. */
export function resultOf(
  verdicts: readonly Verdict[],
  rest: { readonly versions?: readonly VersionRow[]; readonly summary?: Partial<Summary> } = {},
): CheckResult {
  const findings = verdicts.flatMap((verdict) => verdict.findings).sort(compareFindings);
  const responses = countResponses(verdicts);
  const number = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    verdicts,
    summary: {
      ...SUMMARY,
      ...(responses === 0 ? {} : { responses }),
      findings: { error: number('error'), warning: number('warning'), info: number('info') },
      ...rest.summary,
    },
    rules: rulesOfRun(RULES, {}),
    ...(rest.versions === undefined ? {} : { versions: rest.versions }),
  };
}

const INDEX = createJsonSource(
  'api_samples/versions/versions-get-resp.json',
  `{
    "versions": [
        {
            "id": "v2.0",
            "links": [
                {
                    "href": "http://openstack.example.com/v2/",
                    "rel": "self"
                }
            ],
            "status": "SUPORTED",
            "version": "",
            "min_version": "",
            "updated": "2011-01-21T11:33:21Z"
        },
        {
            "id": "v2.1",
            "links": [
                {
                    "href": "/v2.1/",
                    "rel": "self"
                }
            ],
            "status": "CURRENT",
            "version": "2.60",
            "minversion": "2.1",
            "updated": "2013-07-23T11:33:21Z"
        }
    ]
}
`,
);

const SHOW = createJsonSource(
  'api_samples/versions/v21-version-get-resp.json',
  '{"version": {"id": "v2.1", "status": "CURRENT", "version": "2.61", "min_version": "2.1"}}\n',
);

const V2 = createJsonSource('api_samples/versions/v2-version-get-resp.json', '{"version": {"id": "v2.0"}}\n');
const MANIFEST = createJsonSource('contracts.yaml', 'service: compute\nsamples: api_samples\n');
const EMPTY = createJsonSource('api_samples/empty.json', '');

const statusKnown = findingAt(INDEX, 'value /versions/0/status', {
  ruleId: 'status-known',
  severity: 'error',
  message: 'expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "SUPORTED": did you mean "SUPPORTED"?',
  clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
  also: [
    {
      ruleId: 'sample-matches-schema',
      keyword: 'enum',
      keywordLocation: 'versions/defs.json#/$defs/status/enum',
    },
  ],
});

const unknownKey = findingAt(INDEX, 'key /versions/1/minversion', {
  ruleId: 'sample-matches-schema',
  severity: 'error',
  message: 'unknown property "minversion", and required property "min_version" is missing: rename it',
  also: [
    { ruleId: 'sample-matches-schema', keyword: 'additionalProperties' },
    { ruleId: 'sample-matches-schema', keyword: 'required' },
    { ruleId: 'microversion-pair' },
  ],
});

const relativeSelf = findingAt(INDEX, 'value /versions/1/links/0/href', {
  ruleId: 'self-absolute',
  severity: 'warning',
  message: '"/v2.1/" is not an absolute URL: write http://openstack.example.com/v2.1/',
});

const disagree = findingAt(INDEX, 'value /versions/1/version', {
  ruleId: 'documents-agree',
  severity: 'error',
  message: 'the newest microversion of v2.1 is "2.60" here and "2.61" in another document',
  related: [
    {
      message: '"2.61" here',
      file: SHOW.name,
      pointer: '/version/version',
      ...rangeAt(SHOW, 'value /version/version'),
    },
  ],
});

const wholeObject = findingAt(INDEX, 'value /versions/1', {
  ruleId: 'one-current',
  severity: 'info',
  message: 'this entry is the newest',
});

const manifestFinding = findingAt(MANIFEST, '0-7', {
  ruleId: 'project-has-contracts',
  severity: 'warning',
  message: 'no contract is checked live',
});

const emptyFile = findingAt(EMPTY, 'value ', {
  ruleId: 'sample-is-json',
  severity: 'error',
  message: 'the file is empty: a sample needs a JSON value',
});

const DOCUMENT_RULES = [
  'sample-is-json',
  'sample-matches-schema',
  'status-known',
  'microversion-pair',
  'one-current',
  'self-absolute',
];

/** The verdict over one sample. */
function verdictOf(file: string, contract: string, findings: readonly Finding[]): Verdict {
  return {
    name: file.replace('api_samples/', ''),
    group: 'sample',
    file,
    contract,
    rules: DOCUMENT_RULES,
    findings: [...findings].sort(compareFindings),
  };
}

/** The verdict of one rule across documents. */
function verdictAcross(rule: string, findings: readonly Finding[]): Verdict {
  return { name: rule, group: 'rule', rules: [rule], findings };
}

/** Nothing wrong. */
export const GREEN = resultOf([
  verdictOf(INDEX.name, 'versions.index', []),
  verdictOf(V2.name, 'versions.show', []),
  verdictAcross('documents-agree', []),
  {
    ...verdictAcross('newest-matches-code', []),
    nothingToJudge: 'no newest microversion of the code to compare with',
  },
]);

/** Every kind of finding: at a value, at a key, over several lines, in two files, in an empty one, outside the samples. */
export const RED = resultOf(
  [
    verdictOf(EMPTY.name, 'empty', [emptyFile]),
    verdictOf(INDEX.name, 'versions.index, versions.any', [
      unknownKey,
      statusKnown,
      relativeSelf,
      wholeObject,
    ]),
    verdictOf(V2.name, 'versions.show', []),
    verdictAcross('documents-agree', [disagree]),
    verdictAcross('folder-in-range', []),
    verdictAcross('project-has-contracts', [manifestFinding]),
  ],
  { summary: { contracts: 4, samples: 4, documents: 4 } },
);

const HOSTILE_NAME = 'api_samples/\u001b[31m,evil:100%\r\n]]>.json';
const hostile = createJsonSource(
  HOSTILE_NAME,
  '{\t"k\u001b[2J\u202e": "\u0000\u009b0m ]]> ]]> &amp; <b> \ud800 \uffff \ufeff % ::error::x"}',
);

/** A file that tries to steer the terminal, to break XML and to give commands to the runner. */
export const HOSTILE = resultOf(
  [
    verdictOf(HOSTILE_NAME, 'evil\u0007', [
      findingAt(hostile, 'value /k\u001b[2J\u202e', {
        ruleId: 'sample-matches-schema',
        severity: 'error',
        message: 'value "\u001b]0;title\u0007 ]]> ]]> \ud800\n::error::fake & 100%" is wrong',
        clients: 'all\u0085of them',
        related: [{ message: 'like \u2028this', file: HOSTILE_NAME, ...rangeAt(hostile, '0-1') }],
      }),
    ]),
  ],
  { summary: { notChecked: [] } },
);

/** A run over versions documents alone, of two files. */
export const VERSIONS: readonly VersionRow[] = [
  {
    file: '<stdin>',
    id: 'v2.0',
    status: 'SUPPORTED',
    oldest: '',
    newest: '',
    self: 'http://openstack.example.com/v2/',
  },
  {
    file: '<stdin>',
    id: 'v2.1',
    status: 'CURRENT',
    oldest: '2.1',
    newest: '2.60',
    self: 'http://openstack.example.com/v2.1/',
  },
  {
    file: 'docs/版本.json',
    id: 'v3\u001b[0m',
    status: 'experimental',
    oldest: '',
    newest: '3.100',
    self: '',
  },
];

export const LAWS_SUMMARY = { contracts: 0, samples: 0, rules: 24, documents: 2, notChecked: [] };
