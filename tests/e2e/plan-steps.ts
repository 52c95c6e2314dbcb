import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { expect } from '../support/electron-app.ts'
import { expectFocus, tabOnto, tabTo } from './focus.ts'
import { goByKeys } from './steps.ts'

/** Twenty notes: every third one is of the same theme. */
const TYPED = [
  'Letters take weeks',
  'Carers get forgotten',
  'Stage is missing from records',
  'Nobody says who the nurse is',
  'No one asks about money',
  'Referrals are not safety-netted',
]
const PASTED = [
  'Treatment aim never stated',
  'Care reviews are rushed',
  'Codes differ between doctors',
  'Summaries go to the wrong inbox',
  'Fear of recurrence is not spoken of',
  'Deaths are not learned from',
  'Clinics ring the switchboard',
  'Young families have no leaflet',
  'Screening non-responders are not seen',
  'Discharge comes without a plan',
  'Travel to radiotherapy is hard',
  'FIT kits go astray',
  'Nobody owns the late letters',
  'Interpreters are booked too late',
]
const NOTES = [...TYPED, ...PASTED]
const THEMES = ['Hearing back', 'Being asked', 'Knowing early'] as const
export const LETTERS = 'Letters take weeks'
export const MEASURE = 'Stage recorded'

/** A register of 24 diagnoses, one a month up to October 2026: half of them with a stage, and the newest seven all, which is a run. */
export const registerFile = (folder: string): string => {
  const numbers = testNhsNumbers(840_000)
  const rows = Array.from({ length: 24 }, (_, index) => {
    const month = (10 + index) % 12
    const day = `14/${String(month + 1).padStart(2, '0')}/${index < 2 ? 2024 : index < 14 ? 2025 : 2026}`
    const stage = index % 2 === 1 || index > 16 ? '2A' : ''
    return `${numbers.next().value ?? ''},Sampleby,Una${index},25/06/19${48 + index},F,Dr Rao,Malignant tumour of lung,${day},${stage}`
  })
  const path = join(folder, 'register.csv')
  const headings = 'NHS number,Surname,First name,Date of birth,Sex,Usual GP,Cancer,Diagnosis date,Stage'
  writeFileSync(path, [headings, ...rows].map((row) => `${row}\r\n`).join(''))
  return path
}

/** The page is there that is called so. */
export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 30_000 })

/** The register of the file that the dialog gives. */
export const bringInRegister = async (page: Page): Promise<void> => {
  await goByKeys(page, 'Imports')
  await heading(page, 'Imports')
  await page.keyboard.press('n')
  await heading(page, 'Match columns')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Check changes')
  await page.keyboard.press('Control+Enter')
  await heading(page, 'Import finished')
}

/** Day, month and year of a date, typed where the keyboard came to by Tab. */
export const typeDate = async (page: Page, group: Locator, [day, month, year]: readonly string[]): Promise<void> => {
  for (const [name, typed] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await tabOnto(page, group.getByLabel(name, { exact: true }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(typed ?? '')
  }
}

/** From no plan to twenty notes: some typed, the others pasted as a list. */
export const writeNotes = async (page: Page, app: ElectronApplication): Promise<void> => {
  const keys = page.keyboard
  const wall = page.getByRole('list', { name: 'Notes' }).getByRole('listitem')
  await goByKeys(page, 'Action plan')
  await heading(page, /^No plan yet/)
  await keys.press('n')
  await heading(page, 'Write notes')
  await keys.press('n')
  for (const [index, words] of TYPED.entries()) {
    await keys.type(words)
    await keys.press('Enter')
    await expect(wall).toHaveCount(index + 1)
  }
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), PASTED.map((words) => `- ${words}`).join('\n'))
  await keys.press('Control+v')
  await expect(wall).toHaveCount(NOTES.length)
  await expect(page.getByText('20 notes, 0 themes')).toBeVisible()
}

/** Makes the themes, and moves every note into its own: the first of those left, as often to the right as it takes. */
export const groupNotes = async (page: Page): Promise<void> => {
  const keys = page.keyboard
  await tabTo(page, /^Next: group the notes/)
  await keys.press('Enter')
  await heading(page, 'Group the notes')
  for (const title of THEMES) {
    await keys.press('t')
    await expect(page.getByRole('dialog', { name: 'New theme' })).toBeVisible()
    await keys.type(title)
    await keys.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: 'New theme' })).toBeHidden()
    await expect(page.getByRole('region', { name: title })).toBeVisible()
  }
  const loose = page.getByRole('region', { name: 'In no theme yet' })
  const note = (column: Locator, words: string): Locator => column.getByRole('button', { name: words, exact: true })
  for (const [index, words] of NOTES.entries()) {
    await tabOnto(page, note(loose, words))
    for (const title of THEMES.slice(0, (index % THEMES.length) + 1)) {
      await keys.press('Alt+ArrowRight')
      await expect(note(page.getByRole('region', { name: title }), words)).toBeFocused()
    }
    if (words === LETTERS) await keys.type('++')
    if (index + 1 === NOTES.length) break
    for (let step = index % THEMES.length; step >= 0; step -= 1) await keys.press('ArrowLeft')
    for (let step = 0; step < 3; step += 1) await keys.press('ArrowUp')
    await expectFocus(page)
  }
  await expect(loose).toContainText('Every note has a theme.')
  await expect(page.getByText('20 notes, 3 themes, 2 votes')).toBeVisible()
}

/** What is strong, and the measure that is frozen with the signature. */
export const chooseBaseline = async (page: Page): Promise<void> => {
  const keys = page.keyboard
  await tabTo(page, /^Next: baseline/)
  await keys.press('Enter')
  await heading(page, 'Baseline')
  await tabTo(page, /^What is strong here/)
  await keys.type('A nurse who rings back')
  await tabTo(page, /^Find a measure/)
  await keys.type(MEASURE)
  await tabTo(page, new RegExp(`^${MEASURE}`))
  await keys.press('Space')
  const chosen = page.getByRole('list', { name: 'Chosen measures' })
  await expect(chosen).toContainText(`${MEASURE}75.0%`)
  await expect(page.getByText('Everything is saved')).toBeVisible()
}

/** The draft from the notes, for a plan that began in September, accepted and signed. */
export const acceptAndSign = async (page: Page): Promise<void> => {
  const keys = page.keyboard
  await tabTo(page, /^Next: the draft/)
  await keys.press('Enter')
  await heading(page, 'Draft')
  await expect(page.getByText('9 suggested actions')).toBeVisible()
  await tabTo(page, /^Name and start/)
  await keys.press('Enter')
  const naming = page.getByRole('dialog')
  await typeDate(page, naming, ['1', '9', '2026'])
  await keys.press('Control+Enter')
  await expect(naming).toBeHidden()
  // The page knows of the new start once it offers it again.
  await expect(async () => {
    await tabTo(page, /^Name and start/)
    await keys.press('Enter')
    const month = await naming.getByLabel('Month', { exact: true }).inputValue()
    await keys.press('Escape')
    await expect(naming).toBeHidden()
    expect(month).toMatch(/^0?9$/)
  }).toPass()
  await keys.press('Control+Enter')
  await expect(page.getByText('0 suggested actions, 9 in the plan already')).toBeVisible()
  await tabTo(page, /^Sign the plan/)
  await keys.press('Enter')
  const signing = page.getByRole('dialog', { name: 'Sign the plan' })
  await expect(signing).toContainText(`${MEASURE}: 75.0%`)
  await expect(signing).toContainText('1 Sep 2026')
  await expect(signing.getByLabel('Signed by')).toHaveValue('Dr Anjali Rao')
  await keys.press('Control+Enter')
  await expect(signing).toBeHidden()
  await heading(page, 'Action plan 2026 to 2029')
}
