import { labelOf } from '#shared/domain/people.ts'
import { IMPORT_FIELDS, type ImportField } from '#shared/features/imports/schema.ts'

interface TemplateColumn {
  /** What goes in it and how it is written. */
  readonly explains: string
  readonly example: string
}

/** The fields of a list with one row a diagnosis, in the order that a person would fill them in. */
const COLUMNS: Readonly<Partial<Record<ImportField, TemplateColumn>>> = {
  nhs_number: {
    explains: 'Ten digits, with or without spaces. Checked by its last digit. Leave it empty where it is not known.',
    example: '999 000 0018',
  },
  local_id: { explains: 'Your own number for the person. Needed where there is no NHS number.', example: '10018' },
  title: { explains: 'Mr, Mrs, Dr and so on.', example: 'Mrs' },
  surname: { explains: 'Family name.', example: 'Ashworth' },
  given_name: { explains: 'First name, or the name they go by.', example: 'Maureen' },
  birth_date: { explains: 'Day, month and year.', example: '14/03/1958' },
  sex: { explains: 'Female, male, not known or not specified; F and M will do.', example: 'F' },
  postcode: { explains: 'Whole, with the space.', example: 'ZZ1 1ZZ' },
  usual_gp: { explains: 'Name of the GP.', example: 'Dr Rao' },
  death_date: { explains: 'Only for somebody who has died.', example: '' },
  cancer: {
    explains: 'The cancer in words. Throughline finds the tumour group from them, or from the ICD-10 code.',
    example: 'Sigmoid colon',
  },
  icd10_code: { explains: 'With or without the dot.', example: 'C18.7' },
  diagnosis_date: {
    explains:
      "When the cancer was diagnosed. The year where no more is known. Month and year after an apostrophe, such as 'Sep 2026: a spreadsheet makes a whole day of them otherwise.",
    example: '04/09/2026',
  },
  stage: { explains: 'The stage group, without T, N and M.', example: '3' },
  route: { explains: 'How it came to be diagnosed.', example: 'Urgent suspected cancer referral' },
  hospital: { explains: 'Where it was diagnosed or is treated.', example: 'Aldermoor General' },
  review_date: { explains: 'When a cancer care review was held.', example: '' },
  support_date: { explains: 'When support was offered after the diagnosis.', example: '21/10/2026' },
  mdt_date: { explains: 'When the hospital team met about them.', example: '16/09/2026' },
}

/** The sheet that is filled in, and the one that explains it. */
const LIST = 'List'
const EXPLAINED = 'What the columns mean'

/** A workbook to fill in, one row a diagnosis, and a sheet that explains every column of it. */
export const templateFile = async (): Promise<Uint8Array> => {
  const columns = Object.entries(COLUMNS).map(([field, { explains, example }]) => ({
    heading: labelOf(IMPORT_FIELDS, field),
    explains,
    example,
  }))
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [
      {
        name: LIST,
        columns: columns.map(() => ({ width: 18 })),
        rows: [columns.map(({ heading }) => heading)],
        freezePane: { rows: 1 },
        a11y: { summary: 'A list to fill in, one row for each diagnosis', headerRow: 0 },
      },
      {
        name: EXPLAINED,
        columns: [{ width: 24 }, { width: 90 }, { width: 34 }],
        rows: [
          ['Column', 'What goes in it', 'Example'],
          ...columns.map(({ heading, explains, example }) => [heading, explains, example]),
        ],
        freezePane: { rows: 1 },
        a11y: { summary: 'What goes in each column, with an example', headerRow: 0 },
      },
    ],
  })
}
