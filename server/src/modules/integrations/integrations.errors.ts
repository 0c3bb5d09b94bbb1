import { defineError } from '../../kernel/domain-error.ts';

/** A cell that must hold something is empty. */
export class CellMissing extends defineError('CELL_MISSING', {
  en: '{column} is missing',
  zh: '缺少“{column}”',
}) {}
/** A cell holds something else than its column asks for. */
export class CellInvalid extends defineError('CELL_INVALID', {
  en: '"{value}" is not {wanted_en}',
  zh: '“{value}”不是{wanted_zh}',
}) {}
export class CellTooLong extends defineError('CELL_TOO_LONG', {
  en: '{column} has more than {limit} characters',
  zh: '“{column}”超过 {limit} 个字符',
}) {}
export class CellOutOfRange extends defineError('CELL_OUT_OF_RANGE', {
  en: '{value} is outside the allowed range, {range}',
  zh: '{value} 超出允许范围（{range}）',
}) {}
/** The cell names something that is not known here. */
export class UnknownReference extends defineError('UNKNOWN_REFERENCE', {
  en: 'There is no {noun_en} "{value}"',
  zh: '不存在{noun_zh}“{value}”',
}) {}
export class ColumnMissing extends defineError('COLUMN_MISSING', {
  en: 'The file has no column {column}',
  zh: '文件缺少列“{column}”',
}) {}
export class ColumnUnknown extends defineError('COLUMN_UNKNOWN', {
  en: 'The column {column} is not known and was left out',
  zh: '未知的列“{column}”，已忽略',
}) {}
/** Two rows of one file say who they are in the same words. */
export class RowRepeated extends defineError('ROW_REPEATED', {
  en: 'The same key stands in line {line} already',
  zh: '与第 {line} 行的键重复',
}) {}
export class RowMalformed extends defineError('ROW_MALFORMED', {
  en: 'The row cannot be read: {reason}',
  zh: '无法读取此行：{reason}',
}) {}
/** Rows of one document must agree on what is said of the whole document. */
export class DocumentContradiction extends defineError('DOCUMENT_CONTRADICTION', {
  en: '{column} differs from line {line} of the same document',
  zh: '“{column}”与同一单据第 {line} 行不一致',
}) {}
/** What was already done with the document does not let it be replaced. */
export class DocumentInUse extends defineError('DOCUMENT_IN_USE', {
  en: '{document} is already in use and cannot be changed by an import',
  zh: '{document} 已在使用，不能通过导入更改',
}) {}
export class FileTooLarge extends defineError('FILE_TOO_LARGE', {
  en: '{file} is larger than {megabytes} MB',
  zh: '{file} 超过 {megabytes} MB',
}) {}
export class FileNotText extends defineError('FILE_NOT_TEXT', {
  en: '{file} is not a CSV text',
  zh: '{file} 不是 CSV 文本',
}) {}
export class FileMissing extends defineError('FILE_MISSING', {
  en: 'The file {file} is missing',
  zh: '缺少文件 {file}',
}) {}
export class NothingToImport extends defineError('NOTHING_TO_IMPORT', {
  en: 'None of the files has a name that is known here: {known}',
  zh: '没有可识别的文件名：{known}',
}) {}
/** A row names no site, and there are several. */
export class SiteNeeded extends defineError('SITE_NEEDED', {
  en: 'There are several sites: name one',
  zh: '存在多个场所，请填写场所代码',
}) {}
/** A row must say when: by day, or by period. */
export class DayOrPeriodNeeded extends defineError('DAY_OR_PERIOD_NEEDED', {
  en: 'Give either the day or the period',
  zh: '请填写日期或时段（二选一）',
}) {}
