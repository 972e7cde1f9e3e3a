// Prints what the package ctrf says of each report of the array that it reads as JSON. A program of its own, as that package needs a newer Node than ours.
import { readFileSync } from 'node:fs';
import { validate } from 'ctrf';

const reports = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(reports.map((report) => validate(report).valid)));
