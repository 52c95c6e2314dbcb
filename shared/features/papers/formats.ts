/** What a document can be written as, and which documents can. The PDFs are printed by the shell. */
export const PAPER_FORMATS = [
  { code: 'docx', label: 'Word document', hint: 'To edit and to send round', papers: ['plan', 'board-paper'] },
  { code: 'pdf', label: 'PDF', hint: 'To read and to print', papers: ['plan', 'board-paper'] },
  { code: 'xlsx', label: 'Excel workbook', hint: 'A sheet for each table', papers: ['plan', 'board-paper'] },
  { code: 'poster', label: 'A3 poster', hint: 'The three years on one page for the wall, as PDF', papers: ['plan'] },
] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]['code']
