import { describeFaults } from '../serve/faults/fault-registry';

const REPORTING = `  -f, --format FORMAT     pretty (default), json, ndjson, junit or github; several at once,
                          each but one to a file: --format junit=report.xml
      --fail-on LEVEL     the least severity that fails: error (default), warning or info
      --pedantic          show findings of severity info too
      --verbose           list what passed and what was not checked
  -q, --quiet             one line a finding, and nothing when there is none
      --color, --no-color default: colour on a terminal; NO_COLOR and FORCE_COLOR count`;

const LIVE = `      --negotiate         try every way of asking for a microversion on each versioned endpoint
      --targets FILE      many services, concurrently: a YAML list of name, url, newest, headers …
  -H, --header HEADER     'Name: value' to send along; $NAME is filled from the environment.
                          Credentials go only where they are asked for
      --cacert FILE       trust these certificates too (PEM); --cert FILE, --key FILE: a client certificate
      --insecure          accept any certificate
      --timeout SECONDS   to connect, for the headers and for the body, each; default: 10
      --retries N         after connection errors, 502, 503 and 504; default: 2
      --concurrency N     requests (with --targets: services) under way at once
      --follow            follow redirects, within the same host
      --max-body MB       the largest body that is read; default: 10
                          Proxies are taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY`;

const EXIT_CODES = 'Exit code: 0 nothing found at the fail level, 1 something found, 2 could not run.';

/** The help texts, by command; '' is the overview. */
export const HELP: Readonly<Record<string, string | undefined>> = {
  '': `samplegate: hold an API's sample JSON to its contracts

  samplegate check [PATH…]         samples (and, with --live URL, responses) against their contracts
  samplegate laws FILE…|URL…|-     any service's versions documents against the laws; no manifest
  samplegate serve                 the samples as a live API that negotiates microversions
  samplegate types [--check]       schemas to TypeScript; --check fails when the committed ones are stale
  samplegate strength [PATH…]      the places where a wrong value would pass a schema, and a score
  samplegate init                  write a manifest and first schemas for the samples here
  samplegate explain [RULE]        what a rule claims, why, and how to turn it off
  samplegate help COMMAND          the options of a command
  samplegate --version

${EXIT_CODES}
`,
  check: `samplegate check [PATH…] [--live URL | --targets FILE]

Holds the samples that the manifest speaks of to their schemas, to the laws of versions documents
and to each other. With PATHs all is loaded, and what is placed in those files and folders is reported.

  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here
      --changed [BASE]    only what differs in git from BASE (default: HEAD), and what depends on it
      --shard I/N         only the Ith of N parts, which together find what one run finds
      --no-cache          judge anew, and keep no result: the last one is given again while nothing has
                          changed (SAMPLEGATE_CACHE=off does the same)
${REPORTING}

With --live every \`live:\` request of the manifest is made too, and its response held to the same schemas
and laws, and compared with its sample.

      --live URL          the base URL of the service, such as http://127.0.0.1:8774 or https://cloud/compute
      --compare HOW       exact (default): all but hosts is equal; at-least: the newest microversion may be
                          newer than the sample's; shape: keys and types only
      --newest X.Y        the newest microversion that the service should offer
${LIVE}

${EXIT_CODES}
`,
  laws: `samplegate laws FILE… | FOLDER | URL… | - | --targets FILE

Holds versions documents (what a service answers at its root) to the laws that real clients rely on,
and the documents of one service to each other. Of a URL the self links are followed too, without a token.
- reads the standard input. Needs no manifest.

      --newest X.Y        the newest microversion that the code offers: the documents must say so
      --service TYPE      the service type; compute brings the laws of Compute's own documents
${REPORTING}

Of URLs:

${LIVE}

${EXIT_CODES}

  samplegate laws doc/api_samples/versions --newest 2.61
  samplegate laws https://compute.example.com/ --negotiate
`,
  serve: `samplegate serve

Serves the samples at the live requests of the manifest until it is interrupted: with links that lead
back here, negotiation of microversions, and 300 with the versions there are for every other path.

  -p, --port N            default: any free one
      --prefix PATH       serve below a path, such as /compute
      --fault KIND        misbehave in one way, for every path; KIND@/v2.1/: for that one; may be repeated
      --verbose           say each request and its status on the standard error
  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here

Exit code: 0 interrupted, 2 could not run.

Kinds of fault:
${describeFaults().join('\n')}
`,
  types: `samplegate types [--check]

Compiles every schema that a contract names to TypeScript types, in the manifest's \`types:\` folder, and tells
those of a contract with ranges by microversion: ServersShow<'2.96'>.

      --check             write nothing; exit 1 and name each file that is stale
  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here

Exit code: 0 written or up to date, 1 stale, 2 could not run.
`,
  strength: `samplegate strength [PATH…]

Shows the schemas wrong values, which it makes of the samples that they accept, and tells the places
where one would pass, how a schema would refuse it, and the share that was refused. PATHs are contracts,
samples or folders of samples.

      --min-score N       exit 1 when less than N percent of all wrong values are refused
      --seed N            decides where words are misspelt; the same seed gives the same report; default: 1
      --time-limit SECONDS  what there was no time for is counted; default: 60
  -f, --format FORMAT     pretty (default) or json
      --verbose           list every change that passed, those that may be right too, and what was not tried
      --color, --no-color default: colour on a terminal; NO_COLOR and FORCE_COLOR count
  -m, --manifest FILE     default: contracts.yaml, contracts.yml or contracts.json here

Exit code: 0 measured, 1 below --min-score, 2 could not run, or there was no wrong value to try.
`,
  init: `samplegate init

Writes contracts.yaml, which claims every sample JSON file here, and a first schema inferred for each
contract, or for each range of microversions in which its samples have one shape. Overwrites nothing.

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
