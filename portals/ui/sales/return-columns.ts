import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatInstant } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import type { ReturnHead } from './return.documents.ts';

type Word = 'requested' | 'state' | 'wanted' | 'resolution';
type State = `return.${ReturnHead['state']}` | `resolution.${ReturnHead['wantedResolution']}`;

/** What every list of returns shows after its number; each portal has its own words. */
export function returnColumns<Row extends ReturnHead>(t: Translate<Word>, states: Translate<State>): Column<Row>[] {
  return [
    { key: 'requested', label: t('requested'), text: (row) => formatInstant(row.requestedAt) },
    { key: 'state', label: t('state'), text: (row) => states(`return.${row.state}`) },
    { key: 'wanted', label: t('wanted'), text: (row) => states(`resolution.${row.wantedResolution}`) },
    {
      key: 'resolution',
      label: t('resolution'),
      text: (row) => (row.resolution ? states(`resolution.${row.resolution}`) : '–'),
    },
  ];
}
