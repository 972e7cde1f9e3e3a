const REPORTING = `  -f, --format FORMAT     pretty (default), json, junit or github; several at once,
                          each but one to a file: --format junit=report.xml
      --fail-on LEVEL     the least severity that fails: error (default), warning or info
      --pedantic          show findings of severity info too
      --verbose           list what passed and what was not checked
  -q, --quiet             one line a finding, and nothing when there is none
      --color, --no-color default: colour on a terminal; NO_COLOR and FORCE_COLOR count`;

const EXIT_CODES = 'Exit code: 0 nothing found at the fail level, 1 something found, 2 could not run.';

/** The help texts, by command; '' is the overview. */
export const HELP: Readonly<Record<string, string | undefined>> = {
  '': `samplegate: hold an API's sample JSON to its contracts

  samplegate check [PATH…]         samples against their contracts, and to each other
  samplegate laws FILE…|FOLDER|-   any service's versions documents against the laws; no manifest
  samplegate types [--check]       schemas to TypeScript; --check fails when the committed ones are stale
  samplegate init                  write a manifest and first schemas for the samples here
  samplegate explain [RULE]        what a rule claims, why, and how to turn it off
  samplegate help COMMAND          the options of a command
  samplegate --version

${EXIT_CODES}
`,
  check: `samplegate check [PATH…]

Holds the samples that the manifest speaks of to their schemas, to the laws of versions documents
and to each other. With PATHs all is loaded, and what is placed in those files and folders is reported.

  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here
${REPORTING}

${EXIT_CODES}
`,
  laws: `samplegate laws FILE… | FOLDER | -

Holds versions documents (what a service answers at its root) to the laws that real clients rely on,
and the documents of one service to each other. - reads the standard input. Needs no manifest.

      --newest X.Y        the newest microversion that the code offers: the documents must say so
      --service TYPE      the service type; compute brings the laws of Compute's own documents
${REPORTING}

${EXIT_CODES}

  samplegate laws doc/api_samples/versions --newest 2.61
  curl -s https://compute.example.com/ | samplegate laws -
`,
  types: `samplegate types [--check]

Compiles every schema that a contract names to TypeScript types, in the manifest's \`types:\` folder.

      --check             write nothing; exit 1 and name each file that is stale
  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here

Exit code: 0 written or up to date, 1 stale, 2 could not run.
`,
  init: `samplegate init

Writes contracts.yaml, which claims every sample JSON file here, and a first schema inferred for each
contract. Overwrites nothing.

      --samples FOLDER    default: api_samples, doc/api_samples, samples or examples, the first there is;
                          else this folder
      --schemas FOLDER    default: schemas
      --service TYPE      the service type, such as compute
`,
  explain: `samplegate explain [RULE]

Prints what a rule claims, why, a wrong and a right example, its source and how to turn it off.
Without a rule: every rule in a line.
`,
};
