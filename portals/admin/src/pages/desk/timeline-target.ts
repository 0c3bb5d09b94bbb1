const PAGES: Readonly<Record<string, string>> = {
  tkt: '/desk',
  sor: '/sales',
  sdn: '/shipping/shipments',
  sin: '/invoices',
  crt: '/returns',
  por: '/purchasing',
  asn: '/receiving/notices',
  rcp: '/receiving/receipts',
};

/** The page about something that the timeline names by its global id, where this portal has one. */
export function pageOf(subjectId: string | null): string | null {
  const page = PAGES[subjectId?.slice(0, 3) ?? ''];
  return page ? `${page}/${subjectId}` : null;
}
