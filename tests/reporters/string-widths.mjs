// Prints what string-width says of the texts that it reads as JSON. A program of its own, as that package is a module that jest cannot load.
import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';

const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => stringWidth(text))));
