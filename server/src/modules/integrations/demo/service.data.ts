export interface DemoTicket {
  /** Who asks, by his e-mail. */
  readonly by: string;
  readonly subject: string;
  readonly body: string;
  readonly sku?: string;
  /** What it is about, by the code of the category. */
  readonly about?: string;
  readonly phone?: string;
  readonly note?: string;
  readonly answer?: string;
  readonly statusCode?: string;
  readonly isResolved?: boolean;
}

export const demoTickets: readonly DemoTicket[] = [
  {
    by: 'anna@velonord.demo',
    subject: 'Charger for the city bike has no EU plug',
    body: 'Five of the last twenty bikes came with a charger for China. Can you send the right ones?',
    sku: 'LH-CITY-1',
    phone: '+49 40 555 0142',
    note: 'The warehouse packed from the wrong shelf; chargers are in stock.',
    answer: 'Sorry for that. Five chargers leave tomorrow, free of charge. Could you send us a picture of the label?',
  },
  {
    by: 'anna@velonord.demo',
    subject: 'Spare keys for battery locks',
    body: 'We need twelve spare keys. What do you need from us?',
    answer: 'The numbers stamped on the locks are enough. We cut keys within three days.',
    isResolved: true,
  },
  {
    by: 'anna@velonord.demo',
    subject: 'Paint on two frames is scratched',
    body: 'Two frames of the last delivery have scratches on the top tube. Pictures will follow.',
    about: 'QUALITY',
  },
  {
    by: 'anna@velonord.demo',
    subject: '前叉异响，需要检测',
    body: '三辆城市车的前叉在刹车时有异响，客户要求检测。请问是否需要寄回？',
    about: 'QUALITY',
  },
  {
    by: 'mei@alpine.demo',
    subject: 'Which pallet label do you want for Suzhou?',
    body: 'Your Suzhou warehouse refused a pallet because of its label. Which format do they scan?',
    answer: 'The one printed from your portal under Shipments, with the SSCC as GS1-128. We asked Suzhou to confirm.',
    statusCode: 'PENDING_INTERNAL',
  },
];

export const demoArticles = [
  {
    audiences: ['CUSTOMER'],
    titleEn: 'How to return goods',
    titleZh: '如何退货',
    bodyEn:
      'Open the order, choose the line and ask for a return. We answer within one working day.\nPack the goods as they came and put the return number on the parcel.',
    bodyZh: '打开订单，选择订单行并申请退货，我们会在一个工作日内答复。\n请按原包装打包，并在包裹上注明退货编号。',
    isPublished: true,
  },
  {
    audiences: ['CUSTOMER'],
    titleEn: 'Charging and storing batteries in winter',
    titleZh: '冬季电池充电与存放',
    bodyEn: 'Store batteries at 10 to 20 degrees with half a charge. Never charge a battery below freezing.',
    bodyZh: '电池请在 10 至 20 摄氏度、约半电状态下存放。零度以下切勿充电。',
    isPublished: true,
  },
  {
    audiences: ['SUPPLIER'],
    titleEn: 'Labels on pallets and cartons',
    titleZh: '托盘与纸箱标签',
    bodyEn: 'Print labels from the ship notice. Every pallet needs its SSCC as GS1-128 on two sides.',
    bodyZh: '请从发货通知打印标签。每个托盘需在两侧贴上 GS1-128 格式的 SSCC。',
    isPublished: true,
  },
  {
    audiences: ['CUSTOMER', 'SUPPLIER'],
    titleEn: 'Opening hours around the holidays',
    titleZh: '节假日期间的营业时间',
    bodyEn: 'To be completed once the calendar is agreed.',
    bodyZh: '',
    isPublished: false,
  },
];

/** What nobody at the demo's desk knows yet, so that tickets about it wait for somebody to take them. */
export const demoCategorySkills: Readonly<Record<string, string>> = { QUALITY: 'FRAMES' };

/** Who answers tickets, and what he knows. */
export const demoSkills: Readonly<Record<string, readonly string[]>> = {
  'admin@demo.corridor': ['ENGLISH', 'RETURNS'],
  'sales@demo.corridor': ['ENGLISH', 'E-BIKES'],
};

export const demoReplies = [
  {
    code: 'THANKS',
    titleEn: 'Thanks, we look into it',
    titleZh: '已收到，正在处理',
    bodyEn: 'Thank you for telling us. We are looking into it and come back to you today.',
    bodyZh: '感谢您的反馈，我们正在处理，今天内答复您。',
  },
  {
    code: 'PICTURE',
    titleEn: 'Please send a picture',
    titleZh: '请提供照片',
    bodyEn: 'Could you send us a picture of the part and of the label on its box?',
    bodyZh: '请提供零件及其包装标签的照片。',
  },
];
