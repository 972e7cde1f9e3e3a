import { join } from 'node:path';

import { describeContracts } from '../src/jest';

describeContracts({ cwd: join(__dirname, '..') });
