import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What the engine made of the built files is kept beside them: the next start need not compile them again.
enableCompileCache(join(import.meta.dirname, '..', 'dist', 'compiled'));

const { run } = await import('./app/start.ts');
await run();
