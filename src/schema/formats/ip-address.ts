/** Whether a text is an IP address of a version, by the patterns of ajv-formats. */
export function isIp(version: 'ipv4' | 'ipv6', text: string): boolean {
  const { fullFormats }: typeof import('ajv-formats/dist/formats') = require('ajv-formats/dist/formats');
  const pattern = fullFormats[version];
  if (!(pattern instanceof RegExp))
    throw new Error(`the format ${version} of ajv-formats is not a regular expression`);
  return pattern.test(text);
}
