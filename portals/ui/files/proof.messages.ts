import { defineMessages } from '../i18n/define-messages.ts';

export const proofMessages = defineMessages('proofFile', {
  en: {
    title: 'Proof of delivery',
    attach: 'Add a photo or PDF of it',
    replace: 'Replace it by another photo or PDF',
    failed: 'The file could not be handed in. Try again.',
  },
  'zh-CN': {
    title: '签收凭证',
    attach: '上传照片或 PDF',
    replace: '更换照片或 PDF',
    failed: '文件上传失败，请重试。',
  },
});
