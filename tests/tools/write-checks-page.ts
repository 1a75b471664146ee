import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/check/checks.ts';
import { checksPage } from './checks-page.ts';

writeFileSync(join(import.meta.dirname, '../../docs/checks.md'), checksPage(checks));
