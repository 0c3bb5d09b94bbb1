/** Where the desk gets its mail in tests. */
export const DESK = 'service@corridor.localhost';

const lines = (...all: string[]): string => all.join('\r\n');
let serial = 0;
const id = (place: string): string => `<${++serial}.${Date.now()}@${place}>`;

/** Outlook on Windows, set to German: AW:, no In-Reply-To nor References, only its own Thread-Index. */
export const outlookAnswer = (from: string, subject: string, text: string): string =>
  lines(
    `From: "Muster, Anna" <${from}>`,
    `To: 'Northwind Service' <${DESK}>`,
    `Subject: AW: ${subject}`,
    'Date: Wed, 30 Sep 2026 10:15:02 +0200',
    `Message-ID: ${id('AM0PR04MB1234.eurprd04.prod.outlook.com')}`,
    'Thread-Topic: Broken wheel',
    'Thread-Index: AQHaB0k2dm9sa3N3YWdlbg==',
    'Accept-Language: de-DE, en-US',
    'X-MS-Has-Attach:',
    'Content-Type: text/plain; charset="iso-8859-1"',
    'Content-Transfer-Encoding: quoted-printable',
    'MIME-Version: 1.0',
    '',
    `${text} Gr=FC=DFe`,
    '',
    '-----Urspr=FCngliche Nachricht-----',
    `Von: Northwind Service [mailto:${DESK}]`,
  );

/** QQ Mail: GB 18030 in subject, name and text, and 回复 with a wide colon; it refers, but says not what it answers. */
export const qqAnswer = (from: string, references: string): string =>
  lines(
    `From: "=?gb18030?B?sLLEyA==?=" <${from}>`,
    `To: "=?gb18030?B?Tm9ydGh3aW5k?=" <${DESK}>`,
    'Subject: =?gb18030?B?u9i4tKO6QnJva2VuIHdoZWVs?=',
    'Mime-Version: 1.0',
    'Content-Type: text/plain;',
    '\tcharset="gb18030"',
    'Content-Transfer-Encoding: base64',
    'Date: Wed, 30 Sep 2026 16:20:11 +0800',
    'X-Priority: 3',
    `Message-ID: <tencent_${++serial}ABCDEF@qq.com>`,
    `References: <somebody.else@qq.com>`,
    `\t${references}`,
    'X-QQ-MIME: TCMime 1.0 by Tencent',
    'X-Mailer: QQMail 2.x',
    '',
    'wtbX09PWu7XBy6Osx+u+ob/stKbA7aGjDQoNCg0KLS0tLS0tLS0tLS0tLS0tLS0tINStyrzTyrz+',
    'IC0tLS0tLS0tLS0tLS0tLS0tLQ0Kt6K8/sjLOiAiTm9ydGh3aW5kIg0K',
  );

/** Gmail, forwarding a colleague's thread to the desk with only a copy for it. */
export const gmailForward = (from: string, to: string, subject: string): string =>
  lines(
    'MIME-Version: 1.0',
    'Date: Wed, 30 Sep 2026 11:02:45 +0200',
    `Message-ID: <CAF${++serial}=xyz@mail.gmail.com>`,
    `Subject: Fwd: WG: ${subject}`,
    `From: Anna Muster <${from}>`,
    `To: Colleague <${to}>`,
    `Cc: "Northwind, Service" <${DESK}>`,
    'Content-Type: multipart/alternative; boundary="000000000000a1b2c3"',
    '',
    '--000000000000a1b2c3',
    'Content-Type: text/plain; charset="UTF-8"',
    '',
    'For your information.',
    '',
    '---------- Forwarded message ---------',
    'From: Somebody <somebody@elsewhere.example>',
    '--000000000000a1b2c3',
    'Content-Type: text/html; charset="UTF-8"',
    '',
    '<div dir="ltr">For your information.<img src="https://track.example/p.gif" width="1"></div>',
    '--000000000000a1b2c3--',
  );

/** Exchange, away on holiday: it answers our mail, and says by three headers that it is a machine. */
export const exchangeAway = (from: string, inReplyTo: string): string =>
  lines(
    `From: "Muster, Anna" <${from}>`,
    `To: ${DESK}`,
    'Subject: Automatische Antwort: Broken wheel',
    `Message-ID: ${id('AM0PR04MB9.eurprd04.prod.outlook.com')}`,
    `In-Reply-To: ${inReplyTo}`,
    'X-Auto-Response-Suppress: All',
    'Auto-Submitted: auto-generated',
    'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent',
    'Content-Type: text/plain; charset="utf-8"',
    'MIME-Version: 1.0',
    '',
    'Ich bin bis zum 8. Oktober nicht im Haus.',
  );

/** Apple Mail with two pictures whose names mean harm: split by RFC 2231, and encoded although that is forbidden. */
export const appleWithFiles = (from: string, subject: string): string =>
  lines(
    `From: Anna Muster <${from}>`,
    'Content-Type: multipart/mixed; boundary="Apple-Mail=_1F2E"',
    'Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3774.400.31\\))',
    `Subject: ${subject}`,
    `Message-Id: ${id('alpine.example')}`,
    `To: ${DESK}`,
    'X-Mailer: Apple Mail (2.3774.400.31)',
    '',
    '--Apple-Mail=_1F2E',
    'Content-Transfer-Encoding: 7bit',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'See the pictures.',
    '--Apple-Mail=_1F2E',
    'Content-Disposition: attachment;',
    "\tfilename*0*=utf-8''%2e%2e%2f%2e%2e%2fetc%2f;",
    '\tfilename*1*=%E5%8F%91%E7%A5%A8.pdf',
    'Content-Type: application/pdf;',
    '\tx-unix-mode=0644',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0xLjQK',
    '--Apple-Mail=_1F2E',
    'Content-Disposition: attachment; filename="=?utf-8?B?Li5cLi5cd2luZG93c1xudWwudHh0?="',
    'Content-Type: text/plain',
    '',
    'device',
    '--Apple-Mail=_1F2E--',
  );

/** An answering machine that says nothing of being one. */
export const silentRobot = (from: string, subject: string): string =>
  lines(
    `From: ${from}`,
    `To: ${DESK}`,
    `Subject: ${subject}`,
    `Message-ID: ${id('robot.example')}`,
    'Content-Type: text/plain',
    '',
    'Thank you for your message. We will come back to you.',
  );
