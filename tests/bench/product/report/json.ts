import type { Row } from '../measure/compare.ts';

/** The rows for whoever reads them by machine. */
export const rowsAsJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      operation: row.operation,
      contender: row.contender,
      requestsPerSecond: row.requestsPerSecond,
      cpuMsPerRequest: row.cpuMsPerRequest,
      p50Ms: row.p50Ms,
      p99Ms: row.p99Ms,
      ratioToLimit: row.ratioToLimit,
      cpuRatioToLimit: row.cpuRatioToLimit,
      ratioToPeer: row.ratioToPeer,
      spread: row.spread,
    })),
    null,
    2,
  );
