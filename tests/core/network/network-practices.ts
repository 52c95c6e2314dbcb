import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frozenFrom, makePack } from '#core/features/packs/make-pack.ts'
import { openZip } from '#core/features/packs/open-zip.ts'
import { seal, unseal } from '#core/features/packs/seal.ts'
import { ownKeyOrNew } from '#core/features/packs/signing.ts'
import { zipOf } from '#core/features/packs/zip-bytes.ts'
import { finish } from '#core/in-process.ts'
import { type PracticeFigures, practiceFiguresSchema } from '#shared/features/packs/schema.ts'
import { granted, type packFolder, SENT_TO, YEAR } from '#tests/core/packs/pack-files.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

export const SECRET = 'barn copper lantern tide'
export const SENDING = { ...SENT_TO, recipient: 'Lead of the network', leadOnly: true } as const

/** Little work for the derivation: what is tried here is not how long it takes. */
const QUICK = 10

type Folder = ReturnType<typeof packFolder>

/** A practice with a register and chance of its own. @param lots how much of its chance is used up before. */
export const createPractice = async (
  folder: Folder,
  name: string,
  odsCode: string,
  lots: number,
): Promise<TestCore> => {
  const test = await createTestCore({ setUp: false })
  test.core.env.ids.bytes(lots)
  const draft = await test.client.access.newRecoveryKey({})
  await test.client.access.setUp({
    practice: aPractice({ name, odsCode }),
    user: { name: 'Dr Anjali Rao', jobTitle: 'Cancer lead', role: 'lead' },
    passphrase: TEST_PASSPHRASE,
    recoveryDraftId: draft.draftId,
  })
  test.core.env.files.grant('out', folder.path, 'folder')
  return test
}

/** Freezes a report of a practice and writes its sealed pack. */
export const send = async (folder: Folder, test: TestCore, period = YEAR): Promise<string> => {
  const report = await finish(test.client.reports.build(period))
  const { file } = await finish(
    test.client.network.send({ reportId: report.id, folderHandle: 'out', passphrase: SECRET, ...SENDING }),
  )
  return join(folder.path, file.name)
}

/** A sealed pack of these figures, signed by a practice. */
export const sealedPack = async (test: TestCore, figures: PracticeFigures): Promise<Buffer> => {
  const { id, format, formatVersion } = figures
  const pack = makePack(
    {
      about: { kind: 'practice', title: 'Figures', ...frozenFrom(figures), smallNumbers: 'exact' },
      dataset: { name: 'figures.json', content: JSON.stringify(figures), id, format, formatVersion },
      schema: { name: 'figures.schema.json', content: '{}' },
      tables: [],
    },
    await ownKeyOrNew(test.session().database.read, test.core.env),
  )
  return seal(test.core.env.ids, pack, SECRET, QUICK)
}

/** People of each practice, and how many of them were contacted in time. */
export const PRACTICES = [
  { name: 'Alder Practice', odsCode: 'A99902', people: 12, contacted: 8 },
  { name: 'Birch Practice', odsCode: 'A99903', people: 20, contacted: 13 },
  { name: 'Cedar Practice', odsCode: 'A99904', people: 31, contacted: 28 },
  { name: 'Damson Practice', odsCode: 'A99905', people: 15, contacted: 9 },
] as const

/** The members of a sealed pack. */
export const inside = async (path: string): Promise<Map<string, Buffer>> => {
  const opened = await unseal(readFileSync(path), SECRET)
  const members = opened.state === 'open' ? openZip(opened.pack) : null
  if (members === null) throw new Error('the pack could not be opened')
  return members
}

/** The exact counts in a sealed pack. */
export const figuresInside = async (path: string): Promise<PracticeFigures> =>
  practiceFiguresSchema.parse(JSON.parse((await inside(path)).get('figures.json')?.toString() ?? ''))

/** Seals members again: what somebody does who knows the passphrase and changes one. */
export const reseal = async (test: TestCore, path: string, members: ReadonlyMap<string, Buffer>): Promise<void> =>
  writeFileSync(
    path,
    await seal(test.core.env.ids, zipOf([...members].map(([name, bytes]) => ({ name, bytes }))), SECRET, QUICK),
  )

/** A table of the practices of a combined report, as text: a hidden count as its reason. */
export const tableText = async (test: TestCore, id: string, table: string): Promise<string[][]> => {
  const { dataset } = await test.client.reports.get({ id })
  const block = dataset.sections
    .find((section) => section.id === 'practices')
    ?.blocks.find((one) => one.type === 'table' && one.id === table)
  if (block?.type !== 'table') throw new Error(`there is no table ${table}`)
  return block.rows.map((row) =>
    row.map((cell) => {
      if (cell.kind === 'text') return cell.text
      if (cell.kind === 'count') return cell.figure.state === 'shown' ? String(cell.figure.value) : cell.figure.why
      return cell.kind === 'estimate' ? cell.estimate.state : ''
    }),
  )
}

/** A copy of a pack under another name, changed or not. */
export const copyOf = (
  folder: Folder,
  path: string,
  name: string,
  change: (bytes: Buffer) => Buffer = (bytes) => bytes,
): string => {
  const to = join(folder.path, `${name}.throughline-pack`)
  writeFileSync(to, change(readFileSync(path)))
  return to
}

/** Takes packs in at the lead's. */
export const takeInAt = (lead: TestCore, paths: readonly string[], passphrase: string, period: typeof YEAR) =>
  finish(
    lead.client.network.takeIn({
      ...period,
      fileHandles: paths.map((path) => granted(lead, path)),
      folderHandles: [],
      passphrase,
    }),
  )
