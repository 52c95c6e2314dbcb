import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { addPerson, answerDialogs, FIXED_NOW, goTo, PASSPHRASE, setUpPractice, unlock, withApp } from './steps.ts'

const LIST = [
  'NHS number,Surname,First name,Date of birth,Cancer,Diagnosis date',
  '9990000018,Ashby,Ada,,Sigmoid colon,15/03/2026',
  '9990000034,Fenn,Bea,23/04/1961,Lung,02/02/2026',
]

test('a hospital’s list is compared and worked through from the keyboard, and is there the next day', async ({
  dataFolder,
}) => {
  const list = join(dataFolder, 'list.csv')
  await withApp(
    dataFolder,
    async ({ app, page }) => {
      await setUpPractice(page)
      await addPerson(page, { surname: 'Ashby', givenName: 'Ada', nhsNumber: '999 000 0018' })
      writeFileSync(list, LIST.join('\r\n'))
      await answerDialogs(app, { openFile: list })

      await page.keyboard.press('Control+k')
      await expect(page.locator(':focus')).toHaveRole('combobox')
      await page.keyboard.type('mdt list')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Reconcile a list', level: 1 })).toBeVisible()
      await page.keyboard.press('n')
      await expect(page.getByRole('heading', { name: 'Compare a list' })).toBeVisible()
      await expectAccessible(page, 'a list before it is compared')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByRole('heading', { name: 'Hospital MDT list, 23 Nov 2026' })).toBeVisible()
      await expect(page.getByText('Every row accounted for')).toBeVisible()
      await expect(page.getByRole('row', { name: /FENN, Bea/ })).toBeFocused()
      await expectAccessible(page, 'a compared list')

      await page.keyboard.press('a')
      await expect(page.getByRole('dialog', { name: 'Add to the register' })).toBeVisible()
      await page.keyboard.type('On our list since May')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Everything here is decided')).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.getByRole('row', { name: /FENN, Bea/ })).toBeFocused()
      await expect(page.getByText('On our list since May').first()).toBeVisible()
      await page.keyboard.press('u')
      await expect(page.getByRole('row', { name: /FENN, Bea.*To decide/ })).toBeVisible()
      await page.keyboard.press('m')
      await expect(page.getByRole('dialog')).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('row', { name: /FENN, Bea.*Moved away/ })).toBeVisible()
    },
    { THROUGHLINE_NOW: FIXED_NOW },
  )
  await withApp(dataFolder, async ({ page }) => {
    await unlock(page, PASSPHRASE)
    await goTo(page, 'Imports')
    await page.getByRole('link', { name: 'Reconcile a list' }).press('Enter')
    await expectAccessible(page, 'compared lists')
    await page.getByRole('link', { name: 'Hospital MDT list, 23 Nov 2026' }).press('Enter')
    await expect(page.getByText('Every row accounted for')).toBeVisible()
    await page.keyboard.press('v')
    await expect(page.getByRole('row', { name: /FENN, Bea.*Moved away/ })).toBeVisible()
  })
})
