/** The constants of FIPS 180-4, 4.2.2 and 5.3.3: the first bits of the fractional parts of the roots of the first 64 primes. */
function createConstants(): { readonly ofRound: Int32Array; readonly start: Int32Array } {
  const ofRound = new Int32Array(64);
  const start = new Int32Array(8);
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.some((prime) => number % prime === 0)) continue;
    if (primes.length < 8) start[primes.length] = (Math.sqrt(number) % 1) * 2 ** 32;
    ofRound[primes.length] = (Math.cbrt(number) % 1) * 2 ** 32;
    primes.push(number);
  }
  return { ofRound, start };
}

let constants: ReturnType<typeof createConstants> | undefined;

/** SHA-256 of a text in hexadecimal, as Node's own, which takes longer to load than a few short texts take here. */
export function sha256(text: string): string {
  constants ??= createConstants();
  const { ofRound, start } = constants;
  const words = paddedWords(Buffer.from(text));
  const state = Int32Array.from(start);
  const schedule = new Int32Array(64);
  for (let from = 0; from < words.length; from += 16) {
    schedule.set(words.subarray(from, from + 16));
    for (let round = 16; round < 64; round += 1) {
      const [x, y] = [at(schedule, round - 15), at(schedule, round - 2)];
      const sigma0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
      const sigma1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
      schedule[round] = at(schedule, round - 16) + sigma0 + at(schedule, round - 7) + sigma1;
    }
    compress(state, schedule, ofRound);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The bytes as big-endian words, with a bit after them and their length in bits at the end of the last block (5.1.1). */
function paddedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(((bytes.length + 72) >> 6) << 4);
  for (const [index, byte] of bytes.entries())
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - (index % 4) * 8));
  const last = bytes.length >> 2;
  words[last] = at(words, last) | (0x80 << (24 - (bytes.length % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

/** The rounds for one block (6.2.2). */
function compress(state: Int32Array, schedule: Int32Array, ofRound: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + at(ofRound, round) + at(schedule, round)) | 0;
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word;
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
