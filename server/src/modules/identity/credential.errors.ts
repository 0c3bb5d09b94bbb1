import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** A sensitive act needs a proof, not long ago, that it is still the same person. */
export class ConfirmationNeeded extends defineError('CONFIRMATION_NEEDED', {
  en: 'Confirm that it is you, then go on',
  zh: '请先验证您的身份，然后继续',
}) {}
/** Machines, and staff who look with somebody's eyes, do not touch how a person signs in. */
export class PersonOnly extends defineError('PERSON_ONLY', {
  en: 'Only the person who signed in can do this',
  zh: '只有登录者本人可以执行此操作',
}) {}
export class CommonPassword extends defineError('COMMON_PASSWORD', {
  en: 'This password is among those that are tried first: choose another',
  zh: '此密码过于常见，容易被猜中，请换一个',
}) {}
export class WrongPassword extends defineError('WRONG_PASSWORD', {
  en: 'This is not your password',
  zh: '密码不正确',
}) {}
/** Unknown, used, replaced or expired: nobody learns which. */
export class ResetGone extends defineError('RESET_GONE', {
  en: 'This link is no longer good: ask for a new one',
  zh: '此链接已失效，请重新申请',
}) {}
export class ChallengeGone extends defineError('CHALLENGE_GONE', {
  en: 'This took too long, or was done already: begin again',
  zh: '操作已超时或已完成，请重新开始',
}) {}
/** Wrong, or used already. */
export class WrongCode extends defineError('WRONG_CODE', {
  en: 'This code is not right, or was used already',
  zh: '验证码不正确或已使用',
}) {}
export class WrongPasskey extends defineError('WRONG_PASSKEY', {
  en: 'This passkey is not known here',
  zh: '无法识别此通行密钥',
}) {}
export class PasskeyTaken extends defineError('PASSKEY_TAKEN', {
  en: 'This passkey is registered already',
  zh: '此通行密钥已登记',
}) {}
export class SecondFactorNeeded extends defineError('SECOND_FACTOR_NEEDED', {
  en: 'This organisation asks for a second factor: sign in again with one',
  zh: '该组织要求第二因素验证，请使用第二因素重新登录',
}) {}
export class OwnFactorFirst extends defineError('OWN_FACTOR_FIRST', {
  en: 'Sign in with a second factor yourself before you ask it of others',
  zh: '请先使用第二因素登录，再要求他人使用',
}) {}
/** The organisation asks for a second factor, and this is the last one. */
export class LastFactor extends defineError('LAST_FACTOR', {
  en: 'Your organisation asks for a second factor: add another before you remove this one',
  zh: '您的组织要求第二因素，请先添加另一个再移除',
}) {}
export class ScopeNotYours extends defineError('SCOPE_NOT_YOURS', {
  en: 'A key can do no more than you: {scope} is not open to you, or not to keys',
  zh: '密钥的权限不能超过您本人：{scope} 不对您或密钥开放',
}) {}
/** The provider could not be reached, is not set up as said, or did not vouch for the person. */
export class SignOnFailed extends defineError('SIGN_ON_FAILED', {
  en: 'Single sign-on did not work: try again, or ask your administrator',
  zh: '单点登录未成功，请重试或联系管理员',
}) {}
export class NoSignOn extends defineError('NO_SIGN_ON', {
  en: 'No single sign-on is set up for this',
  zh: '未设置单点登录',
}) {}
export class ProviderUnreachable extends defineError('PROVIDER_UNREACHABLE', {
  en: 'No OpenID Connect provider answers at this address: it must be public and begin with https://',
  zh: '此地址没有 OpenID Connect 服务应答：地址须可公开访问并以 https:// 开头',
}) {}
export class DomainTaken extends defineError('DOMAIN_TAKEN', {
  en: 'This e-mail domain belongs to another single sign-on',
  zh: '此邮箱域名已用于其他单点登录',
}) {}
/** Administrators are not impersonated, and neither are colleagues. */
export class NotToBeImpersonated extends defineError('NOT_TO_BE_IMPERSONATED', {
  en: 'Administrators and colleagues cannot be impersonated',
  zh: '不能代入管理员或同事的账户',
}) {}

refuseConstraint('identity_passkey_credential_unique', () => new PasskeyTaken());
refuseConstraint('identity_sign_on_domain_pkey', () => new DomainTaken({}, ['input', 'emailDomains']));
