/** How much more a word of the title says than one of the text. */
export const TITLE_WEIGHT = 5;
