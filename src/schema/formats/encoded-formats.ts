import { isIp } from './ip-address';

const BASE64 = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/i;
const BASE64_URL = /^[\w-]*={0,2}$/;
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;

/** A network as an address and a prefix length, such as `192.0.2.0/24`; bits after the prefix may be set. */
export function isCidr(text: string): boolean {
  const [address = '', length = '', ...more] = text.split('/');
  if (more.length > 0 || !PREFIX.test(length)) return false;
  return (Number(length) <= 32 && isIp('ipv4', address)) || (Number(length) <= 128 && isIp('ipv6', address));
}

/** Base64 of RFC 4648: only characters of its alphabet, padded. */
export function isBase64(text: string): boolean {
  return BASE64.test(text);
}

/** Base64 of RFC 4648 with the alphabet for URLs, whose padding may be omitted. */
export function isBase64Url(text: string): boolean {
  const { length } = text.replace(/=+$/, '');
  return BASE64_URL.test(text) && length % 4 !== 1 && (length === text.length || text.length % 4 === 0);
}

/** Base64 as Python's decoder reads it: characters outside the alphabet are ignored, and only wrong padding fails. */
export function isLaxBase64(text: string): boolean {
  let position = 0;
  let pads = 0;
  for (const character of text) {
    if (character === '=') {
      // Everything after complete padding is ignored.
      if (position >= 2 && position + ++pads >= 4) return true;
    } else if (/[\da-z+/]/i.test(character)) {
      pads = 0;
      position = (position + 1) % 4;
    }
  }
  return position === 0;
}
