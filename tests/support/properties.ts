import fc from 'fast-check';
import { effort } from './effort.ts';

// The same cases in every run: what fails fails for who changed the code, not for whoever comes by after.
fc.configureGlobal({ seed: effort.seed });

export { fc };
