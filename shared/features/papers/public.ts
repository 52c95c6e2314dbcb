/** What features that have something to print say it with. */
export { day, DEMO_NOTICE, figure, type Paper, type PaperSection, paragraphs, table, text } from './paper.ts'
