import type { Locale } from '../../../kernel/locale.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Paper, PaperTable } from '../../../platform/print/paper.ts';
import { dayText, moneyText } from '../../../platform/print/texts.ts';
import { AGES } from '../statement/statement.calc.ts';
import { statements, type Statement, type StatementQuestion } from '../statement/statements.service.ts';
import { wordsOf, type Say } from './document.words.ts';
import { letterhead } from './parties.reads.ts';

/** What a customer owed, was invoiced and paid between two days: two tables for each currency. */
export async function statementDocument(work: Work, question: StatementQuestion, language: Locale): Promise<Paper> {
  const say = wordsOf(language);
  const { customerNumber, ...head } = await letterhead(work, question.customerId, language);
  const all = await statements.of(work, question);
  const tables = all.flatMap((one) => [entriesOf(one, say, language), agesOf(one, say, language)]);
  return {
    ...head,
    title: say('statement'),
    number: dayText(question.to, language),
    facts: [
      [say('customer'), customerNumber],
      [say('period'), `${dayText(question.from, language)} – ${dayText(question.to, language)}`],
    ],
    tables,
    sums: all.map((one) => [say('closing'), moneyText(one.closing, one.currency, language)]),
    notes: all.length === 0 ? [say('noEntries')] : [],
  };
}

function entriesOf(statement: Statement, say: Say, language: Locale): PaperTable {
  const money = (amount: Statement['opening']): string => moneyText(amount, statement.currency, language);
  const balanceOn = (day: string, label: string, amount: Statement['opening']) => [
    dayText(day, language),
    label,
    '',
    '',
    money(amount),
  ];
  return {
    title: statement.currency,
    columns: [
      { title: say('on') },
      { title: say('document'), width: '*' },
      { title: say('dueOn') },
      { title: say('amount'), isNumber: true },
      { title: say('balance'), isNumber: true },
    ],
    rows: [
      balanceOn(statement.from, say('opening'), statement.opening),
      ...statement.entries.map(({ on, kind, number, dueOn, amount, balance }) => [
        dayText(on, language),
        `${say(kind)} ${number}`,
        dayText(dueOn, language),
        money(amount),
        money(balance),
      ]),
      balanceOn(statement.to, say('closing'), statement.closing),
    ],
  };
}

const agesOf = ({ aging, onAccount, currency }: Statement, say: Say, language: Locale): PaperTable => ({
  title: `${say('aging')} (${currency})`,
  columns: [
    ...AGES.map((age) => ({ title: say(age), isNumber: true, width: '*' as const })),
    { title: say('onAccount'), isNumber: true, width: '*' as const },
  ],
  rows: [[...AGES.map((age) => moneyText(aging[age], currency, language)), moneyText(onAccount, currency, language)]],
});
