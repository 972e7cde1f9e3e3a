// Adds the formats of a service's tables to an instance of ajv. Also a module for `ajv-cli -c`, with the tree in BENCH_TREE.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { default: addFormats } = require('ajv-formats');

module.exports = (ajv, tree = process.env.BENCH_TREE) => {
  ajv.logger = { log() {}, warn() {}, error() {} };
  // The patterns in such tables are written for Python, so they may be invalid with the `u` flag.
  ajv.opts.unicodeRegExp = false;
  addFormats(ajv);
  const formats = JSON.parse(readFileSync(path.join(tree, 'formats.json'), 'utf8'));
  for (const [name, { pattern }] of Object.entries(formats))
    if (pattern !== undefined) ajv.addFormat(name, new RegExp(pattern));
  ajv.addFormat('base64', /^[\w+/=\s-]*$/);
  ajv.addFormat('cidr', /^[\da-f.:]+\/\d+$/i);
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  ajv.addFormat('uuid', (text) => /^[\da-f]{32}$/i.test(text.replaceAll(/urn:|uuid:|[{}-]/gi, '')));
};
