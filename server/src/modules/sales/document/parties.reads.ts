import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Paper } from '../../../platform/print/paper.ts';
import { wordsOf } from './document.words.ts';

interface PartyRow {
  readonly name: string;
  readonly number: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly isCompany: boolean;
}

/** Who sends a document and who gets it, as it stands above everything else. */
export interface Letterhead extends Pick<Paper, 'language' | 'from' | 'toTitle' | 'to' | 'page'> {
  readonly customerNumber: string;
}

/** The letterhead of a document for a customer; of a delivery the place it goes to instead of the address. */
export async function letterhead(
  work: Work,
  customerId: string,
  language: Locale,
  place: { readonly shipTo: string } | null = null,
): Promise<Letterhead> {
  const say = wordsOf(language);
  const { rows } = await sql<PartyRow>`
    select name, number, address, country, is_company as "isCompany" from identity_organisation
    where id = ${customerId} or is_company`.execute(work.sql);
  const company = nameAndAddress(
    rows.find(({ isCompany }) => isCompany),
    language,
  );
  const customer = rows.find(({ isCompany }) => !isCompany);
  const [name = '', ...address] = nameAndAddress(customer, language);
  const shipTo = lines(place?.shipTo ?? '');
  return {
    language,
    from: company,
    toTitle: say(place ? 'shipTo' : 'for'),
    to: [name, ...(shipTo.length > 0 ? shipTo : address)],
    customerNumber: customer?.number ?? '',
    page: (page, pages) => say('page', { page, pages }),
  };
}

function nameAndAddress(party: PartyRow | undefined, language: Locale): string[] {
  if (!party) return [];
  const country = party.country ? new Intl.DisplayNames(language, { type: 'region' }).of(party.country) : '';
  return [party.name, ...lines(party.address ?? ''), ...lines(country ?? '')];
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The name of an item in the reader's language. */
export const itemName = (language: Locale) =>
  language === 'zh-CN' ? sql`coalesce(nullif(i.name_zh, ''), i.name_en)` : sql`i.name_en`;
