import { quantile } from './product/measure/statistics.ts';
import { measureStarts } from './product/start/starts.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** How soon the product answers: made anew, and started again on what is there. */
async function main(): Promise<void> {
  const { fresh, warm, memoryMb } = await measureStarts();
  say(`fresh start to the first answer: ${fresh.toFixed(2)} s, memory ${memoryMb.toFixed(0)} MB`);
  say(`warm starts to the first answer: ${warm.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  const median = quantile(warm, 0.5);
  say(`${median < 3 ? 'met   ' : 'MISSED'} start on existing data under 3 s (median ${median.toFixed(2)} s)`);
}

await main();
