import { defineError } from '../../kernel/domain-error.ts';

/** It is no e-mail address, or no telephone number that can be dialled. */
export class AddressRefused extends defineError('ADDRESS_REFUSED', {
  en: '{address} is no address of this kind',
  zh: '{address} 不是有效的联系地址',
}) {}
/** A text that must say something says nothing, or more than is kept. */
export class TextRefused extends defineError('TEXT_REFUSED', {
  en: 'Write between 1 and {most} characters',
  zh: '请输入 1 到 {most} 个字符',
}) {}
/** Times of quiet are two different moments of the day, or none. */
export class QuietHoursRefused extends defineError('QUIET_HOURS_REFUSED', {
  en: 'Quiet hours need a beginning and an end that differ, such as 21:00 and 08:00',
  zh: '免打扰时段需要不同的开始和结束时间，例如 21:00 至 08:00',
}) {}
/** Whoever complained or cannot be reached may only be written to again when he asks for it himself. */
export class Suppressed extends defineError('SUPPRESSED', {
  en: 'Messages to this person were stopped after a complaint or a failed delivery: only he can allow them again',
  zh: '因投诉或投递失败，已停止向此人发送消息；只有本人可以重新允许',
}) {}
/** Messages about the account itself cannot be refused, only the channel can fail. */
export class CannotRefuse extends defineError('CANNOT_REFUSE', {
  en: 'Messages about your account cannot be switched off',
  zh: '与账户安全有关的消息不能关闭',
}) {}
/** What somebody wants to add to a message is no picture, document, text or archive. */
export class AttachmentRefused extends defineError('ATTACHMENT_REFUSED', {
  en: '{name} cannot be attached: only pictures, PDF and Office documents, texts and zip archives up to 10 MB',
  zh: '无法添加 {name}：仅支持不超过 10 MB 的图片、PDF、Office 文档、文本和 zip 压缩包',
}) {}
/** Somebody hands in more files within an hour than anybody needs. */
export class TooManyAttachments extends defineError('TOO_MANY_ATTACHMENTS', {
  en: 'Too many files at once: try again in an hour',
  zh: '上传文件过多，请一小时后再试',
}) {}
