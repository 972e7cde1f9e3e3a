const SEVERITIES = ['error', 'warning', 'info'];

/** A finding with some properties replaced. */
export function finding(index, more = {}) {
  const line = (index % 40) + 3;
  return {
    ruleId: `rule-${index % 12}`,
    severity: SEVERITIES[index % 3],
    message: `expected a string, got ${index}: change \`name\` to a string`,
    fingerprint: `samplegate/v1:${index.toString(16).padStart(8, '0')}`,
    contract: `contract.${index % 60}`,
    microversion: `2.${(index % 20) + 1}`,
    file: `api_samples/servers/v2.${(index % 20) + 1}/server-${index % 400}.json`,
    pointer: `/servers/${index}/name`,
    start: { line, column: 15, offset: 100 },
    end: { line, column: 20, offset: 105 },
    excerpt: {
      line: line - 2,
      column: 1,
      lines: ['{', '  "servers": [', `    { "name": ${String(index).padStart(5)} }`, '  ]', '}'],
    },
    also: [],
    related: [],
    ...more,
  };
}

/** A finding that has everything that one can have. */
export function fullFinding() {
  const start = { line: 3, column: 4, offset: 20 };
  const place = { file: 'api_samples/a.json', pointer: '/servers/0/name', start, end: start };
  return finding(0, {
    part: 'document 2',
    manifest: 'compute/contracts.yaml',
    operations: ['GET /servers → 200', 'GET /servers/{id} → 200'],
    clients: 'Clients that read `name` as a string fail.',
    curl: "curl -i 'https://compute.example.org/v2.1/servers?limit=1&marker=2'",
    also: [{ ruleId: 'rule-2', keyword: 'type', keywordLocation: 'a.json#/properties/name/type' }],
    related: [
      { ...place, message: 'the sample' },
      { ...place, message: 'in the base', commit: 'abcdef0123', pointer: undefined },
    ],
  });
}

/** A range of the matrix. */
function range(row, column) {
  const coverage = ['right', 'right', 'wrong', 'no-sample', 'not-checked', 'stale'][(row + column) % 6];
  const samples = coverage === 'no-sample' || coverage === 'stale' ? 0 : (row % 4) + 1;
  return { coverage, samples, responses: 0, wrong: coverage === 'wrong' ? 1 : 0 };
}

/** A matrix with this many rows: every third contract is the same at all microversions, the others change at some. */
export function matrix(rows) {
  return {
    base: '2.1',
    rows: Array.from({ length: rows }, (_, row) => ({
      contract: `contract.${row}`,
      ranges:
        row % 3 === 0
          ? [range(row, 0)]
          : [
              { max: `2.${(row % 7) + 3}`, ...range(row, 0) },
              { min: `2.${(row % 7) + 4}`, max: `2.${(row % 7) + 20}`, ...range(row, 1) },
              { min: `2.${(row % 7) + 21}`, ...range(row, 2) },
            ],
    })),
  };
}

/** A report with some properties replaced. */
export function report(findings, more = {}) {
  const number = (severity) => findings.filter((each) => each.severity === severity).length;
  return {
    version: 1,
    tool: { name: 'samplegate', version: '1.2.3' },
    root: '.',
    failOn: 'error',
    exitCode: number('error') > 0 ? 1 : 0,
    rules: Array.from({ length: 12 }, (_, index) => ({
      id: `rule-${index}`,
      severity: 'error',
      summary: 'A name is a string.',
      help: '**Claims** (error). A `name` is a string.\n\n**Why.** Clients read it as one.\n\n```json\n{ "name": "a" }\n```',
      url: 'https://example.org/rules',
    })),
    findings,
    summary: {
      contracts: 60,
      samples: 400,
      rules: 12,
      documents: 400,
      wrongOnPurpose: ['api_samples/bad.json'],
      base: {
        commit: '0123456789abcdef0123456789abcdef01234567',
        why: 'named as `HEAD^`',
        allowed: [
          {
            ruleId: 'newest-rises',
            subject: '2.97',
            reason: 'it was never released',
            commit: 'abcdef0',
            author: 'A. N. Other',
          },
        ],
      },
      findings: { error: number('error'), warning: number('warning'), info: number('info') },
      notChecked: [
        {
          what: 'ranges without a sample',
          one: 'range without a sample',
          items: ['contract.7: 2.9 and later'],
        },
        {
          what: 'live requests',
          one: 'live request',
          items: Array.from({ length: 250 }, (_, n) => `GET /servers/${n}`),
        },
      ],
    },
    verdicts: findings.slice(0, 300).map((each, index) => ({
      name: each.file,
      group: 'sample',
      contract: each.contract,
      findings: index % 2 === 0 ? [each.fingerprint] : [],
    })),
    matrix: matrix(60),
    ...more,
  };
}

/** Texts that try to become something else than text. */
export const HOSTILE_TEXTS = [
  '</script><script>globalThis.hacked = 1</script>',
  '<!--<script>',
  '<img src=x onerror="globalThis.hacked = 2">',
  '"><svg onload=globalThis.hacked=3>',
  '[click](javascript:globalThis.hacked=4)',
  '\u202Eright to left\u202C \u200B\u001B[31mred\u0007\u0000',
  '\uD800 a lone surrogate',
  ']]> & &lt; {{constructor}} ${globalThis.hacked}',
  'x'.repeat(50_000),
];

/** A report with these texts wherever a report has one. */
export function hostileReport() {
  const findings = HOSTILE_TEXTS.map((text, index) =>
    finding(index, {
      severity: 'error',
      message: text,
      file: text,
      pointer: text,
      part: text,
      contract: text,
      target: text,
      clients: text,
      operations: [text],
      curl: text,
      fingerprint: `${index} ${text.slice(0, 50)}`,
      excerpt: { line: 1, column: 1, lines: [text] },
      also: [{ ruleId: text, keyword: text }],
      related: [{ ...finding(0), message: text, file: text }],
    }),
  );
  findings.push(
    finding(0, { severity: 'error', message: 'y'.repeat(1024 * 1024), file: 'z'.repeat(1024 * 1024) }),
  );
  const [first] = HOSTILE_TEXTS;
  return report(findings, {
    root: first,
    rules: findings.map(({ ruleId }) => ({
      id: ruleId,
      summary: first,
      help: HOSTILE_TEXTS.slice(0, 8).join('\n\n'),
      url: 'javascript:globalThis.hacked=5',
    })),
    summary: {
      ...report([]).summary,
      findings: { error: findings.length, warning: 0, info: 0 },
      notChecked: HOSTILE_TEXTS.map((text) => ({ what: text, items: [text], nothingOf: text })),
    },
    matrix: { rows: HOSTILE_TEXTS.map((contract) => ({ contract, ranges: [range(0, 0)] })) },
    versions: HOSTILE_TEXTS.map((text) => ({
      file: text,
      id: text,
      status: text,
      oldest: text,
      newest: text,
      self: text,
    })),
  });
}
