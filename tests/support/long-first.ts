import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each; whoever came last to one of them would let the others wait for it. */
const LONG = /\/tests\/(isolation\/(reads|acts)|browser\/[\w-]+)\.test\.ts$/;

/** Begins with what takes longest, so that no worker is alone at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
